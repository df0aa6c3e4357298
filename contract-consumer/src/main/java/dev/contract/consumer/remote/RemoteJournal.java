package dev.contract.consumer.remote;

import dev.contract.consumer.journal.Declared;
import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.remote.ControlClient.Turn;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of a stub in another process, oldest exchange first; each question is a call, and its answer as it came, secrets included.
 *
 * <p>Immutable and thread-safe.
 */
public final class RemoteJournal {
    /** One call waits no longer; the next one goes on. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** When a stub is asked again at which other JVMs leave no room to wait: nobody here knows when they do. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ControlClient client;
    private final RemoteScope scope;
    private final Map<String, String> subject;

    RemoteJournal(ControlClient client, RemoteScope scope, Map<String, String> subject) {
        this.client = client;
        this.scope = scope;
        this.subject = Map.copyOf(subject);
    }

    /** What is kept, of very many the latest 1,000. */
    public List<Exchange> all() {
        return exchanges(client.get(query("/journal", Map.of("limit", "1000", "secrets", "shown"))));
    }

    private String query(String path, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(subject);
        parameters.putAll(more);
        return ControlClient.query(path, parameters);
    }

    private List<Exchange> exchanges(JsonObject journal) {
        ExchangeReader reader = new ExchangeReader(scope);
        return journal.array("exchanges").orElse(JsonArray.EMPTY).stream()
                .flatMap(each -> each.asObject().stream())
                .map(reader::read)
                .toList();
    }

    /** Of these, what was answered by interactions of this description. */
    public RemoteJournal of(String description) {
        return with("description", description);
    }

    /**
     * Of these, what was answered by an interaction, as {@code willRespondWith(…)} returns it.
     *
     * @throws ContractException if it was not declared here
     */
    public RemoteJournal of(Declared declared) {
        return with(
                "interaction",
                scope.id(declared.interaction())
                        .orElseThrow(() -> new ContractException(Problem.error(
                                        "CONTRACT-JOURNAL", "the interaction was not declared in this stub or scope")
                                .found(declared.interaction().quoted())
                                .mend("ask the journal of the stub or scope that declared it"))));
    }

    private RemoteJournal with(String name, String value) {
        Map<String, String> narrower = new HashMap<>(subject);
        narrower.put(name, value);
        return new RemoteJournal(client, scope, narrower);
    }

    /** How many requests came, also those that are forgotten, since the journal was cleared. */
    public long count() {
        return client.get(query("/journal/count", Map.of()))
                .get("count")
                .flatMap(JsonValue::asNumber)
                .map(JsonNumber::decimal)
                .map(BigDecimal::longValue)
                .orElse(0L);
    }

    /**
     * The latest.
     *
     * @throws ContractException if there is none
     */
    public Exchange last() {
        List<Exchange> latest = exchanges(client.get(query("/journal", Map.of("limit", "1", "secrets", "shown"))));
        if (latest.isEmpty()) {
            throw new ContractException(Problem.error("CONTRACT-JOURNAL", "there is no such request in the journal")
                    .mend("ask when one has come: journal().await(1, Duration.ofSeconds(5))"));
        }
        return latest.get(0);
    }

    /**
     * Waits until so many requests have come, those that had come before counted.
     *
     * @return all that are kept
     * @throws AssertionError that shows what came instead, if they do not come in this time
     */
    public List<Exchange> await(long count, Duration patience) {
        try (Turn turn = client.turn(patience)) {
            Duration left = turn.left();
            while (true) {
                Duration wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
                Optional<JsonObject> awaited = awaited(count, wait);
                left = awaited.isPresent() ? left.minus(wait) : later(left);
                Optional<String> missing = awaited.flatMap(each -> each.string("missing"));
                if (awaited.isPresent() && missing.isEmpty()) {
                    return exchanges(awaited.get());
                }
                if (missing.isPresent() && left.isZero()) {
                    throw new AssertionError(missing.get());
                }
            }
        }
    }

    /** What the stub says; empty when too many wait there already, who came before. */
    private Optional<JsonObject> awaited(long count, Duration wait) {
        Map<String, String> asked = Map.of(
                "limit",
                "1000",
                "secrets",
                "shown",
                "await",
                Long.toString(count),
                "patience",
                Long.toString(wait.toMillis()));
        try {
            return Optional.of(client.get(query("/journal", asked), wait));
        } catch (ContractException e) {
            if (e.problems().stream().anyMatch(problem -> problem.code().equals("STUB-WAITING"))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is left of the patience after a little of it. */
    private static Duration later(Duration left) {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Duration.ZERO;
        }
        return left.compareTo(PAUSE) > 0 ? left.minus(PAUSE) : Duration.ZERO;
    }

    /** Forgets these exchanges, and begins to count anew. */
    public void clear() {
        client.delete(query("/journal", Map.of()));
    }
}
