package dev.contract.compare;

import dev.contract.compare.inclusion.BothWays;
import dev.contract.compare.inclusion.Inclusion;
import dev.contract.compare.inclusion.Place;
import dev.contract.compare.inclusion.Verdict;
import dev.contract.compare.inclusion.Witness;
import dev.contract.core.matching.Mismatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes differences of one side of an interaction from inclusion of the old one and the new one in each other.
 *
 * @param side as {@link Difference#side} has it
 */
record SideDifferences(String side, Example before, Example after) {

    /** Which place of the side is meant. */
    private record Key(Mismatch.Kind part, String path) {
        static Key of(Place place) {
            return new Key(place.part(), place.path());
        }
    }

    /**
     * What both directions say of a place.
     *
     * @param shrunk what the old one accepts and the new one perhaps not; null where it lies within the new one
     * @param grown what the new one accepts and the old one perhaps not; null where it lies within the old one
     */
    private record Finding(
            Key key, @Nullable Place shrunk, @Nullable Place grown) {

        /** In words. Each direction has both sides. */
        String before() {
            return shrunk != null ? shrunk.inner() : grown != null ? grown.outer() : "";
        }

        String after() {
            return shrunk != null ? shrunk.outer() : grown != null ? grown.inner() : "";
        }
    }

    /** Of what is asked of the provider: it owes more where more is accepted. */
    List<Difference> ofAsked(BothWays both) {
        return differences(both, true);
    }

    /** Of what the provider answers: it owes more where less is accepted. */
    List<Difference> ofAnswered(BothWays both) {
        return differences(both, false);
    }

    private List<Difference> differences(BothWays both, boolean asked) {
        List<Difference> found = new ArrayList<>();
        for (Finding finding : findings(both.oneInOther(), both.otherInOne())) {
            found.add(difference(finding, asked));
        }
        return Moves.of(found, before, after);
    }

    private static List<Finding> findings(Inclusion oldInNew, Inclusion newInOld) {
        Map<Key, Place> shrunk = byKey(oldInNew);
        Map<Key, Place> grown = byKey(newInOld);
        Map<Key, Finding> findings = new LinkedHashMap<>();
        shrunk.forEach((key, place) -> findings.put(key, new Finding(key, place, grown.get(key))));
        grown.forEach((key, place) -> findings.putIfAbsent(key, new Finding(key, null, place)));
        return List.copyOf(findings.values());
    }

    /** Of several findings at one place the first one tells it: one that has a witness, if there is one. */
    private static Map<Key, Place> byKey(Inclusion inclusion) {
        Map<Key, Place> places = new LinkedHashMap<>();
        for (Place place : inclusion.places()) {
            places.merge(Key.of(place), place, (known, other) -> isProven(known) || !isProven(other) ? known : other);
        }
        return places;
    }

    private static boolean isProven(@Nullable Place place) {
        return place != null && place.verdict() instanceof Verdict.NotIncluded;
    }

    private Difference difference(Finding finding, boolean asked) {
        Place heavy = asked ? finding.grown() : finding.shrunk();
        return new Difference(
                side,
                words(finding.key().part(), finding.key().path()),
                null,
                change(finding),
                duty(heavy),
                finding.before(),
                finding.after(),
                heavy == null ? null : witness(heavy.verdict()),
                reason(finding));
    }

    /** A path of a body needs no other words. */
    static String words(Mismatch.Kind kind, String path) {
        if (kind == Mismatch.Kind.BODY && path.startsWith("$")) {
            return path;
        }
        String part = kind == Mismatch.Kind.BODY_CONTENT_TYPE ? "content type" : kind.text();
        return (part + " " + path).strip();
    }

    private Change change(Finding finding) {
        Key key = finding.key();
        if (before.knows(key.part()) && after.knows(key.part())) {
            boolean was = before.has(key.part(), key.path());
            boolean is = after.has(key.part(), key.path());
            if (was != is) {
                return is ? Change.ADDED : Change.REMOVED;
            }
        }
        if (!isProven(finding.shrunk()) && !isProven(finding.grown())) {
            return Change.UNKNOWN;
        }
        if (finding.grown() == null) {
            return Change.NARROWED;
        }
        return finding.shrunk() == null ? Change.WIDENED : Change.CHANGED;
    }

    private static Duty duty(@Nullable Place heavy) {
        if (heavy == null) {
            return Duty.LESS;
        }
        return isProven(heavy) ? Duty.MORE : Duty.UNKNOWN;
    }

    private static @Nullable Witness witness(Verdict verdict) {
        return verdict instanceof Verdict.NotIncluded not ? not.witness() : null;
    }

    private static @Nullable String reason(Finding finding) {
        for (Place place : new Place[] {finding.shrunk(), finding.grown()}) {
            if (place != null && place.verdict() instanceof Verdict.Unknown unknown) {
                return unknown.reason();
            }
        }
        return null;
    }
}
