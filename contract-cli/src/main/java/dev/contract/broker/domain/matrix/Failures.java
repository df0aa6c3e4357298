package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads out of the test results of a verifier what failed. What verifiers send is untrusted: anything may be missing. */
public final class Failures {
    private static final int LONGEST = 300;

    private Failures() {}

    /** Every failed interaction with its first difference; empty when the verifier told nothing of interactions. */
    public static List<Failure> of(Verification result, Transaction kept) {
        LoadedOnce document = new LoadedOnce(() -> kept.pacts().document(result.contentId()));
        return failed(kept.verifications().details(result.number())).stream()
                .map(each -> failure(each, document))
                .toList();
    }

    /** The document is large, and only verifiers that name interactions by nothing but an id make it necessary. */
    private static final class LoadedOnce implements Supplier<JsonValue> {
        private final Supplier<JsonValue> loading;
        private @Nullable JsonValue loaded;

        private LoadedOnce(Supplier<JsonValue> loading) {
            this.loading = loading;
        }

        @Override
        public JsonValue get() {
            if (loaded == null) {
                loaded = loading.get();
            }
            return loaded;
        }
    }

    /** {@code interaction "a list of orders", body $.total: expected a number (2 more failed)}. */
    static Optional<String> inWords(List<Failure> failures) {
        String more = failures.size() < 2 ? "" : " (" + (failures.size() - 1) + " more failed)";
        return failures.stream().findFirst().map(first -> first + more);
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

    private static Failure failure(JsonObject result, Supplier<JsonValue> document) {
        Optional<JsonObject> mismatch = firstOf(result, "mismatches");
        Optional<String> difference = mismatch.isPresent()
                ? mismatch.get().string("description")
                : firstOf(result, "exceptions")
                        .flatMap(each -> each.string("message"))
                        .or(() -> result.object("exception").flatMap(each -> each.string("message")));
        return new Failure(
                description(result, document).orElse(null),
                mismatch.map(Failures::place).map(Failures::cut).orElse(null),
                difference.map(Failures::cut).orElse(null));
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

    private static Optional<JsonObject> firstOf(JsonObject result, String name) {
        return result.array(name).stream()
                .flatMap(JsonArray::stream)
                .flatMap(each -> each.asObject().stream())
                .findFirst();
    }

    private static String place(JsonObject mismatch) {
        return Stream.of("attribute", "identifier")
                .flatMap(name -> mismatch.string(name).stream())
                .filter(text -> !text.isBlank())
                .reduce((one, other) -> one + " " + other)
                .orElse("somewhere");
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String whole = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }
}
