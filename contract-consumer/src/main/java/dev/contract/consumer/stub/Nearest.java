package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.problem.EditDistance;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the interaction that a request probably meant: the same route first, then the path that looks most alike, then the fewest
 * differences.
 */
final class Nearest {
    /** So many are compared in full; a stub may hold thousands, and a client may send nonsense in a loop. */
    private static final int COMPARED = 20;

    private static final int LONGEST_PATH = 200;

    private record Comparison(Candidate candidate, boolean sameRoute, int pathDistance, MatchResult result) {}

    private Nearest() {}

    static Unexpected explain(HttpRequest request, ActualBody body, List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(candidate -> roughly(request, candidate)))
                .limit(COMPARED)
                .map(candidate -> compare(request, body, candidate))
                .min(Comparator.comparing(Comparison::sameRoute)
                        .reversed()
                        .thenComparingInt(Comparison::pathDistance)
                        .thenComparingInt(comparison -> comparison.result().distance()))
                .map(best -> new Unexpected(
                        request,
                        best.candidate().interaction(),
                        best.result(),
                        best.candidate().whyClosed(request)))
                .orElseGet(() -> Unexpected.alone(request));
    }

    /** Differing segments of the path count twice, another method once. */
    private static int roughly(HttpRequest request, Candidate candidate) {
        HttpRequest example = example(candidate);
        String[] actual = request.path().split("/", 50);
        String[] expected = example.path().split("/", 50);
        int common = Math.min(actual.length, expected.length);
        int differing = Math.max(actual.length, expected.length) - common;
        for (int i = 0; i < common; i++) {
            differing += actual[i].equals(expected[i]) ? 0 : 1;
        }
        return 2 * differing + (example.method().equals(request.method()) ? 0 : 1);
    }

    private static Comparison compare(HttpRequest request, ActualBody body, Candidate candidate) {
        MatchResult result = candidate.match(request, body);
        boolean sameRoute = result.mismatches().stream().noneMatch(mismatch -> switch (mismatch.kind()) {
            case METHOD, PATH -> true;
            case QUERY, STATUS, HEADER, BODY_CONTENT_TYPE, BODY, METADATA -> false;
        });
        int distance =
                sameRoute ? 0 : distance(request.path(), example(candidate).path());
        return new Comparison(candidate, sameRoute, distance, result);
    }

    private static HttpRequest example(Candidate candidate) {
        return candidate.interaction().request().example();
    }

    /** Of very long paths only the beginning counts. */
    private static int distance(String one, String other) {
        return EditDistance.between(beginning(one), beginning(other));
    }

    private static String beginning(String path) {
        return path.substring(0, Math.min(path.length(), LONGEST_PATH));
    }
}
