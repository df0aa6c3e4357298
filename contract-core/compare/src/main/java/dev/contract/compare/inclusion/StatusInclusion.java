package dev.contract.compare.inclusion;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether all status codes that one response accepts are accepted by another: there are so few that all are asked about. */
final class StatusInclusion {
    private static final int MOST_SHOWN = 5;

    private StatusInclusion() {}

    static Optional<Difference<Integer>> difference(
            int inner, @Nullable RuleGroup innerRules, int outer, @Nullable RuleGroup outerRules) {
        if (inner == outer && Objects.equals(innerRules, outerRules)) {
            return Optional.empty();
        }
        IntPredicate one = accepts(inner, innerRules);
        IntPredicate other = accepts(outer, outerRules);
        List<Integer> outside = IntStream.concat(IntStream.of(inner), IntStream.rangeClosed(100, 999))
                .filter(one)
                .filter(other.negate())
                .boxed()
                .toList();
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Difference<>("", words(one), words(other), "no status shows it", outside.subList(0, 1)));
    }

    private static IntPredicate accepts(int example, @Nullable RuleGroup group) {
        if (group == null) {
            return status -> status == example;
        }
        var rules = CompiledGroups.of(group);
        return status ->
                rules.refusals(JsonNumber.of(example), JsonNumber.of(status)).isEmpty();
    }

    /** A status that is likely to be accepted. */
    static int sample(int status, @Nullable RuleGroup group) {
        return IntStream.concat(IntStream.of(status), IntStream.rangeClosed(100, 999))
                .filter(accepts(status, group))
                .findFirst()
                .orElse(status);
    }

    private static String words(IntPredicate accepted) {
        List<Integer> codes =
                IntStream.rangeClosed(100, 999).filter(accepted).boxed().toList();
        if (codes.isEmpty()) {
            return "no status";
        }
        int first = codes.get(0);
        int last = codes.get(codes.size() - 1);
        boolean row = codes.size() > 1 && last - first == codes.size() - 1;
        return row
                ? "a status from " + first + " to " + last
                : "a status "
                        + codes.stream().limit(MOST_SHOWN).map(String::valueOf).collect(Collectors.joining(" or "))
                        + (codes.size() > MOST_SHOWN ? " or others" : "");
    }
}
