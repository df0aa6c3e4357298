package dev.contract.broker.domain.comparison;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.ProviderContracts.Pair;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.compare.promise.PromiseComparison;
import dev.contract.compare.promise.Shortfall;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.openapi.document.OpenApiDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes comparisons that are missing: each is read, made and kept on its own, outside of any transaction. Thread-safe. */
public final class Comparing {
    private final Store store;
    private final Instant now;

    public Comparing(Store store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /** What is compared: the texts of both sides. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
    private record Texts(String pact, byte[] document, String contentType) {}

    /** What came of it. */
    private record Found(Comparison comparison, JsonArray findings) {}

    /** Makes it, unless it was made meanwhile, or one of the two has gone. */
    public void make(Pair pair) {
        Optional<Texts> texts = store.read(kept -> texts(kept, pair));
        if (texts.isPresent()) {
            Found found = compared(pair, texts.get());
            store.write(kept -> {
                kept.providerContracts().remember(found.comparison(), found.findings());
                return true;
            });
        }
    }

    private static Optional<Texts> texts(Transaction kept, Pair pair) {
        return kept.providerContracts().comparison(pair).isPresent()
                ? Optional.empty()
                : Optional.of(new Texts(
                        kept.pacts().document(pair.contentId()).toJson(),
                        kept.providerContracts().content(pair.documentId()),
                        kept.providerContracts().contentType(pair.documentId())));
    }

    private Found compared(Pair pair, Texts texts) {
        ReadResult read = ContractReader.read("pact", texts.pact().getBytes(StandardCharsets.UTF_8));
        if (read.contract().isEmpty() || !read.errors().isEmpty()) {
            return notCompared(
                    pair, "the pact cannot be read: " + read.errors().get(0).what());
        }
        try {
            OpenApiDocument document = document(texts.contentType(), texts.document());
            return found(pair, PromiseComparison.of(read.contract().get(), document));
        } catch (ContractException e) {
            return notCompared(
                    pair, "the document cannot be read: " + e.problems().get(0).what());
        }
    }

    /**
     * Reads a document that stands alone.
     *
     * @throws ContractException if it is none
     */
    public static OpenApiDocument document(String contentType, byte[] content) {
        boolean isJson = contentType.toLowerCase(Locale.ROOT).contains("json");
        return OpenApiDocument.read(isJson ? "content.json" : "content.yaml", content);
    }

    private Found found(Pair pair, PromiseComparison comparison) {
        String first =
                comparison.errors().stream().findFirst().map(Comparing::inWords).orElse(null);
        return new Found(
                new Comparison(
                        pair.contentId(),
                        pair.documentId(),
                        comparison.errors().size(),
                        comparison.warnings().size(),
                        comparison.notCompared().size(),
                        first,
                        now),
                JsonArray.of(
                        comparison.shortfalls().stream().map(Shortfall::json).toList()));
    }

    private static String inWords(Shortfall error) {
        return "\"" + error.description() + "\", " + error.where() + ": " + error.sentence();
    }

    private Found notCompared(Pair pair, String why) {
        JsonObject finding = JsonObject.builder()
                .put("code", "contract.unvalidatable")
                .put("type", "info")
                .put("message", why)
                .build();
        return new Found(
                new Comparison(pair.contentId(), pair.documentId(), 0, 0, 1, null, now), JsonArray.of(finding));
    }
}
