package dev.contract.compare;

import dev.contract.compare.inclusion.Witness;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A witness of a difference as people and programs read it. A witness may show several differences of a side: of its refusals those count
 * that are about this one.
 */
record WitnessText(Difference difference, Witness witness) {
    static final int MOST_REFUSALS = 3;

    static Optional<WitnessText> of(Difference difference) {
        return Optional.ofNullable(difference.witness()).map(witness -> new WitnessText(difference, witness));
    }

    String exchange() {
        ExchangeText text = new ExchangeText(isAboutHeaders(), ExchangeText.LONGEST, place());
        if (witness instanceof Witness.OfRequest of) {
            return text.request(of.request());
        }
        return witness instanceof Witness.OfResponse of
                ? text.response(of.response())
                : message(text, (Witness.OfMessage) witness);
    }

    /** Where the body is refused; null when it is not. */
    private @Nullable RulePath place() {
        return relevant().stream()
                .filter(each -> each.kind() == Mismatch.Kind.BODY)
                .flatMap(each -> RulePath.parse(each.where()).stream())
                .findFirst()
                .orElse(null);
    }

    private boolean isAboutHeaders() {
        return witness.refusals().stream().anyMatch(each -> each.kind() == Mismatch.Kind.HEADER);
    }

    private static String message(ExchangeText text, Witness.OfMessage message) {
        return text.message(message.contents(), message.metadata());
    }

    /** What it shows: on which side of the change which of the two is fine. */
    String claim() {
        boolean asked =
                witness instanceof Witness.OfRequest || difference.side().equals("request");
        return asked ? "may be sent now, and was not: " : "was fine, and is refused now: ";
    }

    /** Why it is refused. */
    List<String> refusals() {
        return refusals(ExchangeText.LONGEST);
    }

    private List<String> refusals(int longest) {
        return relevant().stream()
                .limit(MOST_REFUSALS)
                .map(each -> ExchangeText.cut(longest, Discretion.shown(each)))
                .toList();
    }

    private List<Mismatch> relevant() {
        List<Mismatch> all = witness.refusals();
        List<Mismatch> ofThis = all.stream().filter(this::isAboutThis).toList();
        return ofThis.isEmpty() ? all : ofThis;
    }

    private boolean isAboutThis(Mismatch refusal) {
        return places(refusal).anyMatch(place -> difference.places().stream().anyMatch(known -> isSame(known, place)));
    }

    /** As differences call them; of an object that lacks keys, those of its keys. */
    private static Stream<String> places(Mismatch refusal) {
        Optional<RulePath> object = RulePath.parse(refusal.where());
        return refusal.missingKeys().isEmpty() || object.isEmpty()
                ? Stream.of(SideDifferences.words(refusal.kind(), refusal.where()))
                : refusal.missingKeys().stream()
                        .map(key -> object.get().then(new Field(key)).toString());
    }

    /** Whether one is the other, or lies in it; which element of an array is meant does not count. */
    private static boolean isSame(String one, String other) {
        Optional<FollowedPlace> first = FollowedPlace.parse(one);
        Optional<FollowedPlace> second = FollowedPlace.parse(other);
        return first.isPresent()
                && second.isPresent()
                && (first.get().isWithin(second.get()) || second.get().isWithin(first.get()));
    }

    JsonObject json() {
        return new ExchangeJson(place())
                .of(witness).toBuilder()
                        .put(
                                "refusals",
                                JsonArray.of(refusals(ExchangeText.WHOLE).stream()
                                        .map(JsonString::of)
                                        .toList()))
                        .build();
    }
}
