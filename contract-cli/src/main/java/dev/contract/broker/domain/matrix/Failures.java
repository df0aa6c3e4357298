package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.VerificationDetails;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads out of the test results of a verifier what failed. What verifiers send is untrusted: anything may be missing. */
final class Failures {
    private static final int LONGEST = 300;

    private Failures() {}

    /**
     * The first failed interaction with its first difference: {@code interaction "a list of orders", body $.total: expected a number}.
     *
     * @param document the pact, for the descriptions of interactions that a result only names by id
     */
    static Optional<String> first(VerificationDetails details, Supplier<JsonValue> document) {
        List<JsonObject> failed = failed(details);
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        String more = failed.size() == 1 ? "" : " (" + (failed.size() - 1) + " more failed)";
        return Optional.of(text(failed.get(0), document) + more);
    }

    private static List<JsonObject> failed(VerificationDetails details) {
        return Optional.ofNullable(details.testResults()).stream()
                .flatMap(Failures::results)
                .filter(Failures::isFailed)
                .toList();
    }

    /** The list of a newer verifier, or the object with {@code tests} of an older one. */
    private static Stream<JsonObject> results(JsonValue value) {
        Optional<JsonArray> list = value.asArray().or(() -> value.asObject().flatMap(object -> object.array("tests")));
        return list.stream().flatMap(JsonArray::stream).flatMap(each -> each.asObject().stream());
    }

    private static boolean isFailed(JsonObject result) {
        Optional<Boolean> success = result.get("success").flatMap(JsonValue::asBoolean);
        return success.isPresent()
                ? !success.get()
                : result.string("status").filter("failed"::equals).isPresent();
    }

    private static String text(JsonObject result, Supplier<JsonValue> document) {
        String interaction = description(result, document)
                .map(text -> "interaction " + Quoted.text(text))
                .orElse("an interaction");
        return difference(result).map(text -> interaction + ", " + text).orElse(interaction);
    }

    private static Optional<String> description(JsonObject result, Supplier<JsonValue> document) {
        return result.string("interactionDescription")
                .or(() -> result.string("testDescription"))
                .or(() -> result.string("interactionId").flatMap(id -> descriptionOf(id, document.get())));
    }

    private static Optional<String> descriptionOf(String id, JsonValue document) {
        return Stream.of("interactions", "messages")
                .flatMap(name -> document.asObject().flatMap(pact -> pact.array(name)).stream())
                .flatMap(JsonArray::stream)
                .flatMap(each -> each.asObject().stream())
                .filter(each -> each.string("_id").filter(id::equals).isPresent())
                .findFirst()
                .flatMap(each -> each.string("description"));
    }

    private static Optional<String> difference(JsonObject result) {
        return firstOf(result, "mismatches")
                .map(Failures::mismatch)
                .or(() -> firstOf(result, "exceptions").flatMap(each -> each.string("message")))
                .or(() -> result.object("exception").flatMap(each -> each.string("message")))
                .map(Failures::cut);
    }

    private static Optional<JsonObject> firstOf(JsonObject result, String name) {
        return result.array(name).stream()
                .flatMap(JsonArray::stream)
                .flatMap(each -> each.asObject().stream())
                .findFirst();
    }

    private static String mismatch(JsonObject mismatch) {
        String where = Stream.of("attribute", "identifier")
                .flatMap(name -> mismatch.string(name).stream())
                .filter(text -> !text.isBlank())
                .reduce((one, other) -> one + " " + other)
                .orElse("somewhere");
        return where + mismatch.string("description").map(text -> ": " + text).orElse("");
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String whole = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }
}
