package dev.contract.core.matching.select;

import dev.contract.core.matching.rule.EachKeyRule;
import dev.contract.core.matching.rule.EachValueRule;
import dev.contract.core.matching.rule.RuleCompiler;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles rule groups by path expression into the state of a document's root. One thread at a time. */
public final class PathSelection {
    private static final String EACH_VALUE = "eachValue";

    private final Consumer<Problem> problems;
    private final List<Place> places = new ArrayList<>();

    /** Where in the list the first place of a path is; made when rules of entries first look for those at their path. */
    private final Map<RulePath, Integer> positions = new HashMap<>();

    /** What is said of one path. */
    private record Place(RulePath path, String expression, RuleGroup group) {}

    private PathSelection(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * The state of the root under these rules.
     *
     * @param problems takes the rules that cannot be used
     */
    public static RuleState compile(Map<String, RuleGroup> groups, Consumer<Problem> problems) {
        PathSelection selection = new PathSelection(problems);
        groups.forEach(selection::read);
        List.copyOf(selection.places).forEach(selection::spread);
        List<PathRules> rules = new ArrayList<>(selection.places.size());
        for (Place place : selection.places) {
            rules.add(selection.compiled(place));
        }
        return RuleState.root(rules);
    }

    private void read(String expression, RuleGroup group) {
        Optional<RulePath> path = RulePath.parse(expression);
        if (path.isPresent()) {
            places.add(new Place(path.get(), expression, group));
        } else {
            problems.accept(Problem.warning(
                            "CONTRACT-RULE",
                            "the path " + Quoted.text(expression) + " of a matching rule is not readable")
                    .at("matching rules of the body")
                    .mend("write it like $.items[*].id or $['a name with blanks']: until then the rule is ignored"));
        }
    }

    private PathRules compiled(Place place) {
        Rules rules = new RuleCompiler(() -> "rule " + Quoted.text(place.expression()) + " of the body", problems)
                .compile(place.group());
        return PathRules.of(place.path(), place.expression(), rules, rules.has(EachKeyRule.class));
    }

    /** Entries may hold entries. */
    private void spread(Place place) {
        for (MatchingRule rule : place.group().rules()) {
            if (rule.type().equals(EACH_VALUE)) {
                String expression = place.expression() + ".*";
                Place entries = new Place(entries(place.path()), expression, EachValueRule.valuesOf(rule));
                join(entries);
                spread(entries);
            }
        }
    }

    /** The rules of entries are added to those that the file has at their path, unless these are alternatives. */
    private void join(Place entries) {
        Integer known = position(entries.path());
        if (known == null || places.get(known).group().combine() == Combine.OR) {
            positions.putIfAbsent(entries.path(), places.size());
            places.add(entries);
            return;
        }
        Place place = places.get(known);
        List<MatchingRule> both = Stream.concat(place.group().rules().stream(), entries.group().rules().stream())
                .distinct()
                .toList();
        places.set(known, new Place(place.path(), place.expression(), new RuleGroup(Combine.AND, both)));
    }

    private @Nullable Integer position(RulePath path) {
        if (positions.isEmpty()) {
            for (int i = 0; i < places.size(); i++) {
                positions.putIfAbsent(places.get(i).path(), i);
            }
        }
        return positions.get(path);
    }

    /** The rules of {@code eachValue} apply to every entry below its path, as if the file had them there. */
    private static RulePath entries(RulePath path) {
        List<Token> tokens = new ArrayList<>(path.tokens());
        tokens.add(new AnyEntry());
        return new RulePath(tokens);
    }
}
