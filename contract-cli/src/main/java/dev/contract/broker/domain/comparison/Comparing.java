package dev.contract.broker.domain.comparison;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.ProviderContracts.Pair;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import dev.contract.compare.promise.PromiseComparison;
import dev.contract.compare.promise.Shortfall;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.OpenApiDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes comparisons that are missing, for one request: each is read, made and kept on its own, outside of any transaction. One thread at a
 * time.
 *
 * <p>Whoever wrote a contract or a document must not decide how long others wait. What is not compared when the time of one comparison is
 * over counts as not comparable for a while, for another time it may go quicker; what is not begun when the time of the request is over is
 * left to the next one.
 */
public final class Comparing {
    private static final System.Logger LOG = System.getLogger(Comparing.class.getName());

    /** Of a publication: what is left is made when somebody asks. */
    private static final int MOST_AT_ONCE = 50;

    /** Thousands of ordinary interactions take less. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What was not finished is not tried again by everybody who asks. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Store store;
    private final Instant now;
    private final Duration longest;
    private final long end;
    private final Set<Pair> tried = new HashSet<>();

    public Comparing(Store store, Instant now) {
        this(store, now, PATIENCE, LONGEST);
    }

    Comparing(Store store, Instant now, Duration patience, Duration longest) {
        this.store = store;
        this.now = now;
        this.longest = longest;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** What is compared: the texts of both sides. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
    private record Texts(String pact, byte[] document, String contentType) {}

    /** What came of it. */
    private record Found(Comparison comparison, JsonArray findings) {}

    /** An answer, and the comparisons without which it was found. */
    private record Looked<R>(R answer, List<Pair> missed) {}

    /** Looks at the store, and once more when comparisons were missing and could be made. */
    public <R> R read(Function<Transaction, R> look) {
        Looked<R> looked = look(look);
        while (makeAll(looked.missed())) {
            looked = look(look);
        }
        return looked.answer();
    }

    private <R> Looked<R> look(Function<Transaction, R> look) {
        return store.read(
                kept -> new Looked<>(look.apply(kept), kept.providerContracts().missed()));
    }

    /**
     * Makes the comparisons that can be expected to be asked for, now that something of these providers has changed. Whatever goes wrong: that
     * has changed.
     */
    public void catchUp(Collection<PacticipantName> providers) {
        try {
            makeAll(store.read(kept -> missing(kept, providers)));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "contracts are not compared with documents yet", e);
        }
    }

    private static List<Pair> missing(Transaction kept, Collection<PacticipantName> providers) {
        if (!kept.providerContracts().any()) {
            return List.of();
        }
        return providers.stream()
                .distinct()
                .flatMap(name -> kept.pacticipants().find(name).stream())
                .flatMap(provider -> kept.providerContracts().missing(provider.party(), MOST_AT_ONCE).stream())
                .limit(MOST_AT_ONCE)
                .toList();
    }

    /** Whether any could be made. */
    private boolean makeAll(List<Pair> missing) {
        boolean any = false;
        try {
            for (Pair pair : missing) {
                any |= System.nanoTime() - end < 0 && tried.add(pair) && make(pair);
            }
        } catch (StoreTrouble e) {
            LOG.log(System.Logger.Level.WARNING, "what was compared cannot be kept: " + e.getMessage());
        }
        return any;
    }

    /** Whether there is something new to be looked at. */
    private boolean make(Pair pair) {
        Optional<Comparison> before =
                store.read(kept -> kept.providerContracts().comparison(pair));
        return before.filter(each -> each.finished() || isRecent(each))
                .map(Comparison::finished)
                .orElseGet(() -> compare(pair));
    }

    private boolean isRecent(Comparison tried) {
        return tried.comparedAt().plus(PAUSE).isAfter(now);
    }

    private boolean compare(Pair pair) {
        Optional<Found> found = store.read(kept -> texts(kept, pair)).map(texts -> compared(pair, texts));
        found.ifPresent(each -> store.write(kept -> {
            kept.providerContracts().remember(each.comparison(), each.findings());
            return true;
        }));
        return found.isPresent();
    }

    /** Empty when one of the two has gone meanwhile. */
    private static Optional<Texts> texts(Transaction kept, Pair pair) {
        return kept.pacts().revisionsWithContent(pair.contentId()).isEmpty()
                ? Optional.empty()
                : kept.providerContracts()
                        .contentType(pair.documentId())
                        .map(type -> new Texts(
                                kept.pacts().document(pair.contentId()).toJson(),
                                kept.providerContracts().content(pair.documentId()),
                                type));
    }

    private Found compared(Pair pair, Texts texts) {
        try {
            return found(pair, texts);
        } catch (ContractException e) {
            return notCompared(
                    pair, "the document cannot be read: " + e.problems().get(0).what());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    () -> "content " + pair.contentId() + ", document " + pair.documentId(),
                    e);
            return notCompared(pair, "comparing it failed, which is a fault of this broker; it is in its log", false);
        }
    }

    private Found found(Pair pair, Texts texts) {
        long last = System.nanoTime() + longest.toNanos();
        ReadResult read = ContractReader.read("pact", texts.pact().getBytes(StandardCharsets.UTF_8));
        if (read.contract().isEmpty() || !read.losses().isEmpty()) {
            return notCompared(
                    pair, "the contract cannot be read: " + read.losses().get(0).what());
        }
        OpenApiDocument document = document(texts.contentType(), texts.document());
        return found(pair, PromiseComparison.of(read.contract().get(), document, () -> System.nanoTime() - last < 0));
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
        List<JsonValue> findings = new ArrayList<>(
                comparison.shortfalls().stream().map(Shortfall::json).toList());
        if (comparison.left() > 0) {
            findings.add(finding("it takes too long; " + comparison.left() + " of its interactions are left"));
        }
        return new Found(
                new Comparison(
                        pair.contentId(),
                        pair.documentId(),
                        (int) comparison.errors().stream()
                                .map(Shortfall::index)
                                .distinct()
                                .count(),
                        comparison.errors().size(),
                        comparison.warnings().size(),
                        comparison.notCompared().size() + comparison.left(),
                        comparison.errors().stream()
                                .findFirst()
                                .map(Comparing::inWords)
                                .orElse(null),
                        comparison.left() == 0,
                        now),
                JsonArray.of(findings));
    }

    private static String inWords(Shortfall error) {
        return "interaction " + Quoted.text(error.description())
                + (error.where().isEmpty() ? "" : ", " + error.where()) + ": " + error.sentence();
    }

    private Found notCompared(Pair pair, String why) {
        return notCompared(pair, why, true);
    }

    private Found notCompared(Pair pair, String why, boolean finished) {
        return new Found(
                new Comparison(pair.contentId(), pair.documentId(), 0, 0, 0, 1, null, finished, now),
                JsonArray.of(finding(why)));
    }

    private static JsonValue finding(String why) {
        return JsonObject.builder()
                .put("code", "contract.unvalidatable")
                .put("type", "info")
                .put("message", why)
                .build();
    }
}
