package dev.contract.lint;

import dev.contract.core.model.Category;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.model.ValueKey;
import java.util.List;
import java.util.stream.Stream;

/** Which values of a part may differ from their examples, because a rule or a generator says so. */
final class Cover {
    private final Expected part;
    private final List<RulePath> body;

    Cover(Expected part) {
        this.part = part;
        Stream<String> rules = part.rules().of(Category.BODY).entrySet().stream()
                .filter(entry -> isFree(entry.getValue()))
                .map(entry -> entry.getKey());
        Stream<String> generators = part.generators().of(Category.BODY).keySet().stream();
        this.body = Stream.concat(rules, generators)
                .flatMap(path -> RulePath.parse(path).stream())
                .toList();
    }

    /** Equality frees nothing, and no rule at all means equality. */
    private static boolean isFree(RuleGroup group) {
        return group.rules().stream().anyMatch(rule -> !rule.type().equals("equality"));
    }

    boolean isFree(Category category) {
        return isFree(category, "");
    }

    /** Whether the value of this name is; names of headers have no case. */
    boolean isFree(Category category, String name) {
        boolean ruled = part.rules().of(category).entrySet().stream()
                .anyMatch(entry -> isSame(category, entry.getKey(), name) && isFree(entry.getValue()));
        return ruled || part.generators().of(category).keySet().stream().anyMatch(key -> isSame(category, key, name));
    }

    private static boolean isSame(Category category, String key, String name) {
        return switch (category) {
            case HEADER ->
                key.equalsIgnoreCase(name) || ValueKey.parse(key).name().equalsIgnoreCase(name);
            case QUERY -> key.equals(name) || ValueKey.parse(key).name().equals(name);
            case METHOD, PATH, STATUS, METADATA, BODY -> key.equals(name);
        };
    }

    /** Whether a value of the body is: rules hold for all below their path. */
    boolean isFree(RulePath value) {
        return body.stream().anyMatch(rule -> covers(rule.tokens(), value.tokens()));
    }

    private static boolean covers(List<Token> rule, List<Token> value) {
        if (rule.size() > value.size()) {
            return false;
        }
        for (int i = 0; i < rule.size(); i++) {
            if (!matches(rule.get(i), value.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Token rule, Token value) {
        return rule.equals(value) || rule instanceof AnyEntry || (rule instanceof AnyIndex && value instanceof Index);
    }
}
