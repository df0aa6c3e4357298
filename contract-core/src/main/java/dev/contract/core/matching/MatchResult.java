package dev.contract.core.matching;

import java.util.List;

/**
 * How an actual exchange compares with an expected one.
 *
 * <p>Immutable.
 *
 * @param mismatches in order: method, path, query, headers, or status and headers, or metadata; then the body in document order
 */
public record MatchResult(List<Mismatch> mismatches) {
    public static final MatchResult MATCH = new MatchResult(List.of());

    public MatchResult {
        mismatches = List.copyOf(mismatches);
    }

    public boolean matches() {
        return mismatches.isEmpty();
    }

    /** How far the two are from each other, 0 for a match: the nearest of several expectations has the smallest distance. */
    public int distance() {
        int distance = 0;
        for (Mismatch mismatch : mismatches) {
            distance += weight(mismatch.kind());
        }
        return distance;
    }

    /** Another path is another resource; another method or kind of body on the same path is still nearer than that. */
    private static int weight(Mismatch.Kind kind) {
        return switch (kind) {
            case PATH -> 100_000;
            case METHOD -> 50_000;
            case BODY_CONTENT_TYPE -> 1_000;
            case STATUS, QUERY -> 20;
            case HEADER, METADATA -> 10;
            case BODY -> 5;
        };
    }
}
