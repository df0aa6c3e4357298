package dev.contract.core.report;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.problem.NearNames;
import java.util.List;
import java.util.Optional;

/**
 * Finds the key that a missing one seems to have become: among the keys that nobody expected, with a value of the same kind.
 *
 * <p>A name that is near is the best sign; then the same value under another name; then that nothing else is left.
 */
final class Renames {
    private final Bodies bodies;

    Renames(Bodies bodies) {
        this.bodies = bodies;
    }

    Optional<String> of(Mismatch mismatch, String missing) {
        Optional<JsonValue> expected = bodies.expected(mismatch.where(), missing);
        List<String> candidates = mismatch.unexpectedKeys().stream()
                .filter(key -> sameKind(expected, bodies.actual(mismatch.where(), key)))
                .toList();
        return NearNames.nearest(missing, candidates)
                .or(() -> candidates.stream()
                        .filter(key -> expected.isPresent() && expected.equals(bodies.actual(mismatch.where(), key)))
                        .findFirst())
                .or(() -> lastOneLeft(mismatch, candidates));
    }

    private static boolean sameKind(Optional<JsonValue> expected, Optional<JsonValue> actual) {
        return expected.isEmpty()
                || actual.isEmpty()
                || expected.get().kind() == actual.get().kind();
    }

    private static Optional<String> lastOneLeft(Mismatch mismatch, List<String> candidates) {
        boolean clear =
                mismatch.missingKeys().size() == 1 && mismatch.unexpectedKeys().size() == 1;
        return clear ? candidates.stream().findFirst() : Optional.empty();
    }
}
