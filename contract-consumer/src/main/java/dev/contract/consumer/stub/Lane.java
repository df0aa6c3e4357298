package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Candidates of one route, by priority, then the most specific first; among equals, the first that was declared.
 *
 * <p>Where there are many, those whose literal JSON body is the one that came are tried before all others; that is only a hint, and the
 * candidate still has the last word. One thread at a time adds, any number search.
 */
final class Lane {
    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::priority)
            .thenComparingInt(Candidate::specificity)
            .reversed();

    /** Up to so many are tried one after another faster than a body is looked up. */
    private static final int FEW = 16;

    private final Map<JsonValue, List<Candidate>> byBody = new ConcurrentHashMap<>();
    private volatile List<Candidate> candidates = List.of();

    void add(Candidate candidate) {
        candidates = joined(candidates, candidate);
        JsonValue body = candidate.literalBody();
        if (body != null) {
            byBody.compute(body, (key, known) -> joined(known == null ? List.of() : known, candidate));
        }
    }

    void remove(Candidate candidate) {
        candidates = without(candidates, candidate);
        JsonValue body = candidate.literalBody();
        if (body != null) {
            byBody.computeIfPresent(body, (key, known) -> without(known, candidate));
        }
    }

    private static List<Candidate> without(List<Candidate> known, Candidate removed) {
        return known.stream().filter(each -> each != removed).toList();
    }

    private static List<Candidate> joined(List<Candidate> known, Candidate added) {
        List<Candidate> all = new ArrayList<>(known);
        all.add(added);
        all.sort(ORDER);
        return List.copyOf(all);
    }

    /** The priority of the first; the lowest there is when there is none. */
    int highestPriority() {
        List<Candidate> all = candidates;
        return all.isEmpty() ? Integer.MIN_VALUE : all.get(0).priority();
    }

    /** The first that accepts a request; null when none does. */
    @Nullable
    Candidate find(HttpRequest request, ActualBody body) {
        List<Candidate> all = candidates;
        Candidate likely = all.size() > FEW && body.body().isPresent() ? first(sameBody(body), request, body) : null;
        return likely == null || likely.priority() < highestPriority() ? first(all, request, body) : likely;
    }

    private List<Candidate> sameBody(ActualBody body) {
        if (byBody.isEmpty()) {
            return List.of();
        }
        try {
            return byBody.getOrDefault(JsonReader.read(body.bytes()), List.of());
        } catch (JsonSyntaxException e) {
            return List.of();
        }
    }

    private static @Nullable Candidate first(List<Candidate> candidates, HttpRequest request, ActualBody body) {
        for (Candidate candidate : candidates) {
            if (candidate.accepts(request, body)) {
                return candidate;
            }
        }
        return null;
    }
}
