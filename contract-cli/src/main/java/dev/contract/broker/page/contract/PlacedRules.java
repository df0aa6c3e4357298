package dev.contract.broker.page.contract;

import dev.contract.broker.page.contract.Exchange.Field;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules and generators of a body, at the places of its example that their paths name. One thread at a time. */
final class PlacedRules {
    private static final int MOST_ELSEWHERE = 100;

    private final Map<String, Said> words = new LinkedHashMap<>();
    private final Map<Integer, List<Placed>> byDepth = new HashMap<>();
    private final Set<String> found = new LinkedHashSet<>();

    private record Placed(String expression, List<Token> tokens) {
        /** Whether the path names this very place, not one above it. */
        boolean isAt(List<Token> place) {
            for (int i = 0; i < tokens.size(); i++) {
                if (!takes(tokens.get(i), place.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean takes(Token token, Token step) {
            return token instanceof AnyEntry
                    || (token instanceof AnyIndex && step instanceof Index)
                    || token.equals(step);
        }
    }

    PlacedRules(MatchingRules rules, Generators generators) {
        rules.of(Category.BODY).forEach((path, group) -> words(path).add(group));
        generators.of(Category.BODY).forEach((path, generator) -> words(path).add(generator));
        words.keySet().forEach(this::place);
    }

    private Said words(String path) {
        return words.computeIfAbsent(path, key -> new Said());
    }

    private void place(String expression) {
        Optional<RulePath> path = RulePath.parse(expression);
        path.ifPresent(known -> byDepth.computeIfAbsent(known.tokens().size(), depth -> new ArrayList<>())
                .add(new Placed(expression, known.tokens())));
    }

    /** What is said of the value at a place. */
    Said at(List<Token> place) {
        Said all = new Said();
        for (Placed each : byDepth.getOrDefault(place.size(), List.of())) {
            if (each.isAt(place)) {
                found.add(each.expression());
                all.add(words(each.expression()));
            }
        }
        return all;
    }

    /** What was not asked for at any place yet. */
    List<Field> elsewhere(Allowance allowance) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, Said> each : words.entrySet()) {
            if (!found.contains(each.getKey())) {
                if (fields.size() == MOST_ELSEWHERE) {
                    allowance.exceed();
                    break;
                }
                fields.add(new Field(
                        "", allowance.cut(each.getKey()), "", each.getValue().within(allowance)));
            }
        }
        return fields;
    }
}
