package dev.contract.broker.domain.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ProviderContracts.Arriving;
import dev.contract.broker.domain.ProviderContracts.Pair;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.store.SqlStore;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private SqlStore store;
    private Party web;
    private Party orders;

    @BeforeEach
    void open(@TempDir Path directory) {
        store = SqlStore.open(directory.resolve("broker.db"));
        web = party("web");
        orders = party("orders");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Party party(String name) {
        return store.write(kept -> kept.pacticipants()
                .ensure(new PacticipantName(name), NOW)
                .value()
                .party());
    }

    private Version version(Party owner, String number) {
        return store.write(kept ->
                kept.versions().ensure(owner, new VersionNumber(number), NOW).value());
    }

    private long pact(String number, String json) {
        JsonValue document = JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
        PactContent content = new PactContent(new ContentSha("%040x".formatted(number.hashCode())), document, 1, 0);
        Version consumer = version(web, number);
        return store.write(
                kept -> kept.pacts().publish(consumer, orders, content, NOW).contentId());
    }

    private long document(String number, String text) {
        Version provider = version(orders, number);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Arriving arriving = new Arriving(
                provider,
                "application/yaml",
                new ContentSha("%064x".formatted(text.hashCode())),
                content,
                true,
                JsonObject.EMPTY);
        return store.write(
                kept -> kept.providerContracts().publish(arriving, NOW).documentId());
    }

    private static String pact() {
        return """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"}, "interactions": [
              {"description": "a list", "request": {"method": "GET", "path": "/"}, "response": {"status": 200}},
              {"description": "another", "request": {"method": "GET", "path": "/"}, "response": {"status": 404}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}""";
    }

    private static String document() {
        return """
            openapi: 3.1.0
            info: {title: orders, version: "1"}
            paths: {/: {get: {responses: {"200": {description: fine}}}}}
            """;
    }

    private static Function<Transaction, String> look(Pair pair) {
        return kept -> kept.providerContracts()
                .comparison(pair)
                .map(found -> found.broken() + " of it, " + found.errors() + " errors: " + found.firstError())
                .orElse("not compared");
    }

    private List<JsonValue> findings(Pair pair) {
        return store.read(kept -> kept.providerContracts()
                .findings(kept.providerContracts().comparison(pair).orElseThrow())
                .elements());
    }

    @Test
    void what_is_looked_for_in_vain_is_made_and_looked_for_again() {
        Pair pair = new Pair(pact("1", pact()), document("2", document()));

        assertThat(store.read(look(pair))).isEqualTo("not compared");
        assertThat(new Comparing(store, NOW).read(look(pair)))
                .isEqualTo("1 of it, 1 errors: interaction \"another\", response.status: GET / answers with 200");
        assertThat(store.read(look(pair))).startsWith("1 of it");
    }

    @Test
    void whoever_has_no_time_is_answered_without_it() {
        Pair pair = new Pair(pact("1", pact()), document("2", document()));

        assertThat(new Comparing(store, NOW, Duration.ZERO, Duration.ofMinutes(1)).read(look(pair)))
                .isEqualTo("not compared");
        assertThat(new Comparing(store, NOW).read(look(pair))).startsWith("1 of it");
    }

    private String lookAfter(Duration pause, Duration longest, Pair pair) {
        return new Comparing(store, NOW.plus(pause), Duration.ofMinutes(1), longest).read(look(pair));
    }

    @Test
    void what_took_too_long_is_not_comparable_for_a_while_and_then_tried_again() {
        Pair pair = new Pair(pact("1", pact()), document("2", document()));

        assertThat(lookAfter(Duration.ZERO, Duration.ZERO, pair)).isEqualTo("0 of it, 0 errors: null");
        assertThat(findings(pair)).singleElement().satisfies(finding -> assertThat(finding.toJson())
                .contains("it takes too long; 2 of its interactions are left"));
        assertThat(lookAfter(Duration.ofMinutes(9), Duration.ofMinutes(1), pair))
                .isEqualTo("0 of it, 0 errors: null");
        assertThat(lookAfter(Duration.ofMinutes(11), Duration.ZERO, pair)).isEqualTo("0 of it, 0 errors: null");
        assertThat(lookAfter(Duration.ofMinutes(20), Duration.ofMinutes(1), pair))
                .isEqualTo("0 of it, 0 errors: null");
        assertThat(lookAfter(Duration.ofMinutes(22), Duration.ofMinutes(1), pair))
                .startsWith("1 of it");
        assertThat(lookAfter(Duration.ofMinutes(99), Duration.ZERO, pair))
                .as("what was finished stays")
                .startsWith("1 of it");
    }

    /** What is left out may be the very thing that the document does not offer. */
    @Test
    void a_contract_with_an_interaction_that_nobody_here_knows_is_not_compared() {
        String mixed = """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"}, "interactions": [
              {"type": "Synchronous/HTTP", "description": "a list", "request": {"method": "GET", "path": "/"},
               "response": {"status": 200}},
              {"type": "Plugin/Frames", "description": "frames"}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}""";
        Pair pair = new Pair(pact("1", mixed), document("2", document()));

        assertThat(new Comparing(store, NOW).read(look(pair))).isEqualTo("0 of it, 0 errors: null");
        assertThat(findings(pair)).singleElement().satisfies(finding -> assertThat(finding.toJson())
                .contains("the contract cannot be read: an interaction is of no type that is known here"));
    }

    @Test
    void a_document_that_cannot_be_read_is_not_compared() {
        Pair pair = new Pair(pact("1", pact()), document("2", "openapi: ["));

        assertThat(new Comparing(store, NOW).read(look(pair))).isEqualTo("0 of it, 0 errors: null");
        assertThat(findings(pair)).singleElement().satisfies(finding -> assertThat(finding.toJson())
                .contains("\"type\":\"info\"")
                .contains("the document cannot be read: "));
    }

    @Test
    void a_contract_that_cannot_be_read_is_not_compared() {
        Pair pair = new Pair(pact("1", "{\"interactions\": 7}"), document("2", document()));

        assertThat(new Comparing(store, NOW).read(look(pair))).isEqualTo("0 of it, 0 errors: null");
        assertThat(findings(pair)).singleElement().satisfies(finding -> assertThat(finding.toJson())
                .contains("the contract cannot be read: "));
    }

    @Test
    void what_has_gone_is_left_out() {
        Pair gone = new Pair(pact("1", pact()), 77);

        assertThat(new Comparing(store, NOW).read(look(gone))).isEqualTo("not compared");
    }

    @Test
    void where_nothing_can_be_kept_the_answer_is_given_without_it() {
        Pair pair = new Pair(pact("1", pact()), document("2", document()));
        Store full = new Store() {
            @Override
            public <R> R read(Function<Transaction, R> work) {
                return store.read(work);
            }

            @Override
            public <R> R write(Function<Transaction, R> work) {
                throw new StoreTrouble(StoreTrouble.Kind.FULL, new IllegalStateException("on purpose"));
            }
        };

        assertThat(new Comparing(full, NOW).read(look(pair))).isEqualTo("not compared");
        new Comparing(full, NOW).catchUp(List.of(orders.name()));
        assertThat(store.read(look(pair))).isEqualTo("not compared");
    }
}
