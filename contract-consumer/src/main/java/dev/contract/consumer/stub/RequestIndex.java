package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The candidates by method and path, so that a request meets only those it can match: their number does not slow a stub down.
 *
 * <p>Candidates whose path or method follows a rule stand apart and are tried last. Thread-safe; requests never wait.
 */
final class RequestIndex {
    /** The most specific first; among equals, the first that was declared. */
    private static final Comparator<Candidate> ORDER =
            Comparator.comparingInt(Candidate::specificity).reversed();

    private final Map<Route, List<Candidate>> literal = new ConcurrentHashMap<>();
    private volatile List<Candidate> open = List.of();
    private final List<Candidate> declared = new ArrayList<>();

    private record Route(String method, String path) {
        static Route of(HttpRequest request) {
            return new Route(request.method(), decoded(request.path()));
        }
    }

    synchronized void add(Candidate candidate) {
        declared.add(candidate);
        if (candidate.isLiteral()) {
            Route route = Route.of(candidate.interaction().request().example());
            literal.merge(route, List.of(candidate), RequestIndex::joined);
        } else {
            open = joined(open, List.of(candidate));
        }
    }

    private static List<Candidate> joined(List<Candidate> some, List<Candidate> others) {
        List<Candidate> both = new ArrayList<>(some);
        both.addAll(others);
        both.sort(ORDER);
        return List.copyOf(both);
    }

    /** The candidate that answers a request: the most specific that accepts it; null when none does. Its body is parsed once at most. */
    @Nullable
    Candidate find(HttpRequest request, ActualBody body) {
        Candidate found = first(literal.getOrDefault(Route.of(request), List.of()), request, body);
        return found == null ? first(open, request, body) : found;
    }

    private static @Nullable Candidate first(List<Candidate> candidates, HttpRequest request, ActualBody body) {
        for (Candidate candidate : candidates) {
            if (candidate.accepts(request, body)) {
                return candidate;
            }
        }
        return null;
    }

    /** All candidates in the order of their declaration. */
    synchronized List<Candidate> all() {
        return List.copyOf(declared);
    }

    /** Paths compare in their decoded form when they are written differently. Broken escapes stand for themselves. */
    static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                bytes[length++] = bytes[i];
            } else {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
