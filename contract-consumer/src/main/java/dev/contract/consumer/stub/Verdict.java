package dev.contract.consumer.stub;

import dev.contract.consumer.stub.OptionalDuty.OneSided;
import dev.contract.core.model.HttpInteraction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the requests that came compare with those that were expected.
 *
 * <p>Immutable.
 *
 * @param unexpected the first requests that no interaction expected, in the order they came
 * @param moreUnexpected how many more of them came that are not described
 * @param missing the interactions whose request never came, in the order of their declaration
 * @param unfinished how interactions begin that were never given a response
 * @param optional which answers were given only with, or only without, their optional fields
 * @param silence what may keep requests from coming; null for nothing that is known
 */
public record Verdict(
        List<Unexpected> unexpected,
        int moreUnexpected,
        List<HttpInteraction> missing,
        List<String> unfinished,
        List<OneSided> optional,
        @Nullable String silence) {
    /** Nothing is wrong. */
    static final Verdict FINE = new Verdict(List.of(), 0, List.of(), List.of(), List.of(), null);

    public Verdict {
        unexpected = List.copyOf(unexpected);
        missing = List.copyOf(missing);
        unfinished = List.copyOf(unfinished);
        optional = List.copyOf(optional);
    }

    /** Whether every expected request came, and no other; and whether all that was begun to be expected was said to its end. */
    public boolean isFine() {
        return isAsDeclared() && optional.isEmpty();
    }

    /** The same, but for answers that were given only with their optional fields: those may still be asked for again. */
    public boolean isAsDeclared() {
        return unexpected.isEmpty() && missing.isEmpty() && unfinished.isEmpty();
    }

    /** This one and another, as one. */
    Verdict and(Verdict other) {
        return new Verdict(
                joined(unexpected, other.unexpected),
                moreUnexpected + other.moreUnexpected,
                joined(missing, other.missing),
                joined(unfinished, other.unfinished),
                joined(optional, other.optional),
                silence == null ? other.silence : silence);
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The same, but silent on interactions that were only begun. */
    public Verdict withoutUnfinished() {
        return new Verdict(unexpected, moreUnexpected, missing, List.of(), optional, silence);
    }

    /** What was begun and never said to its end, and nothing else. */
    public Verdict ofUnfinished() {
        return new Verdict(List.of(), 0, List.of(), unfinished, List.of(), null);
    }

    Verdict withSilence(@Nullable String reason) {
        return new Verdict(unexpected, moreUnexpected, missing, unfinished, optional, reason);
    }

    /**
     * What is wrong, in words, one block for each finding; empty when nothing is.
     *
     * <p>A request that was sent again and again is told once, and so is one that came wrongly and therefore never came.
     */
    public String describe(String consumer, String provider) {
        Explanation explanation = new Explanation(consumer, provider);
        Set<HttpInteraction> untold = new LinkedHashSet<>(missing);
        Set<String> blocks = new LinkedHashSet<>();
        for (Unexpected each : unexpected) {
            boolean neverSent = each.nearest().map(missing::contains).orElse(false);
            each.nearest().ifPresent(untold::remove);
            each.declaredLater().ifPresent(untold::remove);
            blocks.add(explanation.unexpected(each, neverSent));
        }
        if (moreUnexpected > 0) {
            blocks.add(explanation.more(moreUnexpected));
        }
        unfinished.forEach(words -> blocks.add(explanation.unfinished(words)));
        untold.forEach(interaction -> blocks.add(explanation.missing(interaction, silence)));
        if (isAsDeclared()) {
            optional.forEach(each -> blocks.add(each.complaint(consumer, provider)));
        }
        return String.join("\n", blocks);
    }
}
