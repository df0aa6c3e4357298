package dev.contract.compare.inclusion;

import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether all that one expectation, the inner, accepts is accepted by another, the outer.
 *
 * <pre>{@code
 * Inclusion inclusion = Inclusion.ofResponses(verified.response(), wanted.response());
 * if (inclusion.verdict().isIncluded()) { … }
 * }</pre>
 *
 * @param verdict of the whole: not included when one place is not, else unknown when one place is
 * @param places those that are not included or not known to be, in the order of the exchange; none when the whole is included
 */
public record Inclusion(Verdict verdict, List<Place> places) {
    private static final Inclusion PROVEN = new Inclusion(new Verdict.Included(), List.of());

    static final int MOST_CANDIDATES = 300;

    /** Of judging an exchange, beside its size, in steps. */
    private static final long WORK = 200;

    /** Nothing of it was looked at. */
    private static final Inclusion NOT_COMPARED = notCompared();

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
        return of(new Expected.OfRequest(inner, innerVersion), new Expected.OfRequest(outer, outerVersion));
    }

    static Inclusion of(Expected.OfRequest inner, Expected.OfRequest outer) {
        RequestPart one = inner.part();
        RequestPart other = outer.part();
        boolean same = outer.version() != SpecVersion.V1 && Sameness.of(one, other);
        return same ? PROVEN : compared(inner, outer, () -> Comparison.requests(inner, outer));
    }

    public static Inclusion ofResponses(ResponsePart inner, ResponsePart outer) {
        return of(new Expected.OfResponse(inner), new Expected.OfResponse(outer));
    }

    static Inclusion of(Expected.OfResponse inner, Expected.OfResponse outer) {
        ResponsePart one = inner.part();
        ResponsePart other = outer.part();
        boolean same = Sameness.of(one, other);
        return same ? PROVEN : compared(inner, outer, () -> Comparison.responses(inner, outer));
    }

    public static Inclusion ofMessages(MessagePart inner, MessagePart outer) {
        return of(new Expected.OfMessage(inner), new Expected.OfMessage(outer));
    }

    static Inclusion of(Expected.OfMessage inner, Expected.OfMessage outer) {
        MessagePart one = inner.part();
        MessagePart other = outer.part();
        boolean same = Sameness.of(one, other);
        return same ? PROVEN : compared(inner, outer, () -> Comparison.messages(inner, outer));
    }

    private static Inclusion notCompared() {
        Verdict unknown = new Verdict.Unknown(Budget.SPENT);
        return new Inclusion(unknown, List.of(new Place(Mismatch.Kind.BODY, "$", unknown, "", "")));
    }

    private static <T> Inclusion compared(Expected<T> inner, Expected<T> outer, Supplier<List<Doubt<T>>> doubts) {
        return Budget.within(1, () -> {
            Budget.spend(WORK);
            return Budget.isSpent() ? NOT_COMPARED : concluded(inner, outer, doubts.get());
        });
    }

    private static <T> Inclusion concluded(Expected<T> inner, Expected<T> outer, List<Doubt<T>> doubts) {
        List<Place> places = new ArrayList<>();
        for (Doubt<T> doubt : doubts) {
            Verdict verdict = witness(inner, outer, doubt)
                    .<Verdict>map(Verdict.NotIncluded::new)
                    .orElseGet(() -> new Verdict.Unknown(reason(inner, doubt)));
            places.add(new Place(doubt.part(), doubt.path(), verdict, doubt.inner(), doubt.outer()));
        }
        return new Inclusion(overall(places), places);
    }

    /** What is refused for another reason is a witness of that place, not of this one. */
    private static <T> Optional<Witness> witness(Expected<T> inner, Expected<T> outer, Doubt<T> doubt) {
        int tried = 0;
        for (Iterator<T> candidates = doubt.candidates().iterator();
                candidates.hasNext() && tried < MOST_CANDIDATES && !Budget.isSpent(); ) {
            Budget.spend(WORK + inner.size());
            T exchange = candidates.next();
            MatchResult result = outer.judged(exchange);
            if (result.mismatches().stream().anyMatch(doubt::isAbout) && inner.isAccepted(exchange)) {
                return Optional.of(inner.witness(exchange, result.mismatches()));
            }
            tried++;
        }
        return Optional.empty();
    }

    private static <T> String reason(Expected<T> inner, Doubt<T> doubt) {
        if (Budget.isSpent()) {
            return Budget.SPENT;
        }
        return inner.acceptsSample() ? doubt.reason() : "nothing was found that the one accepts at all";
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
