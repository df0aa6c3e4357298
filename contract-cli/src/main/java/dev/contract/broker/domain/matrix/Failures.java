package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.InteractionResult;
import dev.contract.broker.domain.InteractionResult.Difference;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.core.json.JsonArray;
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
        return InteractionResult.of(kept.verifications().details(result.number())).stream()
                .filter(each -> Boolean.FALSE.equals(each.passed()))
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

    private static Failure failure(InteractionResult result, Supplier<JsonValue> document) {
        Optional<Difference> first = result.differences().stream().findFirst();
        return new Failure(
                description(result, document).orElse(null),
                first.map(Difference::place).map(Failures::cut).orElse(null),
                first.map(Difference::text).map(Failures::cut).orElse(null));
    }

    private static Optional<String> description(InteractionResult result, Supplier<JsonValue> document) {
        return Optional.ofNullable(result.description())
                .or(() -> Optional.ofNullable(result.id()).flatMap(id -> descriptionOf(id, document.get())));
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

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String whole = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }
}
