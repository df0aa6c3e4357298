package dev.contract.broker.domain;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier told of one interaction. What verifiers send is untrusted: anything may be missing.
 *
 * @param id of the interaction, as the contract that was fetched had it; null when the verifier named none
 * @param description of the interaction; null when the verifier named none
 * @param passed null when the verifier told neither
 * @param differences what did not match, or went wrong otherwise
 */
public record InteractionResult(
        @Nullable String id,
        @Nullable String description,
        @Nullable Boolean passed,
        List<Difference> differences) {
    public InteractionResult {
        differences = List.copyOf(differences);
    }

    /**
     * One thing that went wrong.
     *
     * @param place what differs and where: {@code body $.total}; null for what is no difference, but another kind of failure
     * @param text what is wrong; null when the verifier did not say
     */
    public record Difference(
            @Nullable String place, @Nullable String text) {}

    /** All that a verifier told of; empty when it told nothing of interactions. */
    public static List<InteractionResult> of(VerificationDetails details) {
        return Optional.ofNullable(details.testResults()).stream()
                .flatMap(InteractionResult::elements)
                .map(InteractionResult::of)
                .toList();
    }

    /** The list of a newer verifier, or the object with {@code tests} of an older one. */
    private static Stream<JsonObject> elements(JsonValue value) {
        Optional<JsonArray> list = value.asArray().or(() -> value.asObject().flatMap(object -> object.array("tests")));
        return list.stream().flatMap(JsonArray::stream).flatMap(each -> each.asObject().stream());
    }

    private static InteractionResult of(JsonObject result) {
        return new InteractionResult(
                result.string("interactionId").orElse(null),
                result.string("interactionDescription")
                        .or(() -> result.string("testDescription"))
                        .orElse(null),
                passed(result).orElse(null),
                Stream.concat(mismatches(result), exceptions(result)).toList());
    }

    private static Optional<Boolean> passed(JsonObject result) {
        return result.get("success").flatMap(JsonValue::asBoolean).or(() -> result.string("status")
                .filter(status -> status.equals("failed") || status.equals("passed"))
                .map("passed"::equals));
    }

    private static Stream<Difference> mismatches(JsonObject result) {
        return objects(result, "mismatches")
                .map(each ->
                        new Difference(place(each), each.string("description").orElse(null)));
    }

    private static Stream<Difference> exceptions(JsonObject result) {
        return Stream.concat(objects(result, "exceptions"), result.object("exception").stream())
                .flatMap(each -> each.string("message").stream())
                .map(message -> new Difference(null, message));
    }

    private static Stream<JsonObject> objects(JsonObject result, String name) {
        return result.array(name).stream().flatMap(JsonArray::stream).flatMap(each -> each.asObject().stream());
    }

    private static String place(JsonObject mismatch) {
        return Stream.of("attribute", "identifier")
                .flatMap(name -> mismatch.string(name).stream())
                .filter(text -> !text.isBlank())
                .reduce((one, other) -> one + " " + other)
                .orElse("somewhere");
    }
}
