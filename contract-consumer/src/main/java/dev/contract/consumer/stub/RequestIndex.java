package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.WirePath;
import dev.contract.core.matching.ActualBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The candidates by method and path, so that a request meets only those it can match: their number does not slow a stub down.
 *
 * <p>Candidates whose path or method follows a rule stand apart and are tried last, unless somebody gave them priority. Thread-safe; requests never wait.
 */
final class RequestIndex {
    private final Map<Route, Lane> literal = new ConcurrentHashMap<>();
    private final Lane open = new Lane();
    private final List<Candidate> declared = new ArrayList<>();

    private record Route(String method, String path) {
        static Route of(HttpRequest request) {
            return new Route(request.method(), WirePath.decoded(request.path()));
        }

        /** By hand, as {@link #equals}: it is asked for with every request. */
        @Override
        public int hashCode() {
            return path.hashCode() * 31 + method.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Route that && path.equals(that.path) && method.equals(that.method);
        }
    }

    synchronized void add(Candidate candidate) {
        declared.add(candidate);
        lane(candidate).add(candidate);
    }

    synchronized void remove(Candidate candidate) {
        declared.remove(candidate);
        lane(candidate).remove(candidate);
    }

    private Lane lane(Candidate candidate) {
        HttpRequest example = candidate.interaction().request().example();
        return candidate.isLiteral() ? literal.computeIfAbsent(Route.of(example), key -> new Lane()) : open;
    }

    /** The candidate that answers a request: the most specific that accepts it; null when none does. */
    @Nullable
    Candidate find(HttpRequest request, ActualBody body) {
        Lane lane = literal.get(Route.of(request));
        Candidate found = lane == null ? null : lane.find(request, body);
        if (found != null && found.priority() >= open.highestPriority()) {
            return found;
        }
        Candidate other = open.find(request, body);
        return other == null || (found != null && found.priority() >= other.priority()) ? found : other;
    }

    /** All candidates in the order of their declaration. */
    synchronized List<Candidate> all() {
        return List.copyOf(declared);
    }
}
