package dev.contract.compare.inclusion;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether all that one expectation, the inner, accepts is accepted by another, the outer.
 *
 * <pre>{@code
 * Inclusion inclusion = Inclusion.ofResponses(verified.response(), wanted.response());
 * if (inclusion.verdict().isIncluded()) { … }
 * }</pre>
 *
 * <p>Asked in both directions it tells for each path what was narrowed and what was widened: what only one direction doubts.
 *
 * @param verdict of the whole: not included when one place is not, else unknown when one place is
 * @param places those that are not included or not known to be, in the order of the exchange; none when the whole is included
 */
public record Inclusion(Verdict verdict, List<Place> places) {
    private static final Inclusion PROVEN = new Inclusion(new Verdict.Included(), List.of());

    private static final int MOST_CANDIDATES = 300;

    public Inclusion {
        places = List.copyOf(places);
    }

    /** Of requests of version 4. */
    public static Inclusion ofRequests(RequestPart inner, RequestPart outer) {
        return ofRequests(inner, SpecVersion.V4, outer, SpecVersion.V4);
    }

    /** Of requests; version 1.0 of the specification compares the query as a string. */
    public static Inclusion ofRequests(
            RequestPart inner, SpecVersion innerVersion, RequestPart outer, SpecVersion outerVersion) {
        if (inner.equals(outer) && outerVersion != SpecVersion.V1 && isSame(inner.rules(), outer.rules())) {
            return PROVEN;
        }
        Trial<HttpRequest> trial = Trial.of(inner, innerVersion, outer, outerVersion);
        return concluded(trial, Comparison.requests(inner, innerVersion, outer, outerVersion, trial));
    }

    public static Inclusion ofResponses(ResponsePart inner, ResponsePart outer) {
        if (inner.equals(outer) && isSame(inner.rules(), outer.rules())) {
            return PROVEN;
        }
        Trial<HttpResponse> trial = Trial.of(inner, outer);
        return concluded(trial, Comparison.responses(inner, outer, trial));
    }

    public static Inclusion ofMessages(MessagePart inner, MessagePart outer) {
        if (inner.equals(outer) && isSame(inner.rules(), outer.rules())) {
            return PROVEN;
        }
        Trial<Trial.Message> trial = Trial.of(inner, outer);
        return concluded(trial, Comparison.messages(inner, outer, trial));
    }

    /** Of rules that are equally specific the first one counts. */
    private static boolean isSame(MatchingRules inner, MatchingRules outer) {
        List<String> paths = List.copyOf(inner.of(Category.BODY).keySet());
        return paths.equals(List.copyOf(outer.of(Category.BODY).keySet()));
    }

    private static <T> Inclusion concluded(Trial<T> trial, List<Doubt<T>> doubts) {
        List<Place> places = new ArrayList<>();
        for (Doubt<T> doubt : doubts) {
            Verdict verdict = witness(trial, doubt)
                    .<Verdict>map(Verdict.NotIncluded::new)
                    .orElseGet(() -> new Verdict.Unknown(reason(trial, doubt)));
            places.add(new Place(doubt.part(), doubt.path(), verdict, doubt.inner(), doubt.outer()));
        }
        return new Inclusion(overall(places), places);
    }

    private static <T> Optional<Witness> witness(Trial<T> trial, Doubt<T> doubt) {
        return doubt.candidates()
                .limit(MOST_CANDIDATES)
                .flatMap(exchange -> witness(trial, exchange, doubt))
                .findFirst();
    }

    /** What is refused for another reason is a witness of that place, not of this one. */
    private static <T> Stream<Witness> witness(Trial<T> trial, T exchange, Doubt<T> doubt) {
        MatchResult result = trial.judged(exchange);
        boolean here = result.mismatches().stream().anyMatch(doubt::isAbout);
        return here && trial.isAccepted(exchange)
                ? Stream.of(trial.witness(exchange, result.mismatches()))
                : Stream.empty();
    }

    private static <T> String reason(Trial<T> trial, Doubt<T> doubt) {
        return trial.isAccepted(doubt.sample().get())
                ? doubt.reason()
                : "nothing was found that the one accepts at all";
    }

    private static Verdict overall(List<Place> places) {
        return places.stream()
                .map(Place::verdict)
                .filter(Verdict.NotIncluded.class::isInstance)
                .findFirst()
                .or(() -> places.stream().map(Place::verdict).findFirst())
                .orElseGet(Verdict.Included::new);
    }
}
