package dev.contract.consumer;

import static dev.contract.consumer.Matchers.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.message.Handovers;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.generating.Seed;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the words of the DSL look like in a contract file. {@code -Dgolden.update} accepts the files as they are written now.
 */
class WrittenContractTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/contract/consumer");

    private final List<Interaction> recorded = new ArrayList<>();
    private final Handovers handovers = new Handovers(new Seed(0));
    private final Messages messages = new Messages("order-service", "user-service", handovers, SpecVersion.V4);

    private InteractionBuilder users() {
        return new InteractionBuilder(recorded::add);
    }

    @Test
    void of_version_4_holds_every_matcher() throws IOException {
        firstExample();
        partsThatVary();
        matchersOfVersion3();
        matchersOfVersion4();

        compare("every-matcher-v4.json", SpecVersion.V4);
    }

    @Test
    void of_version_3_holds_all_but_the_matchers_of_version_4() throws IOException {
        firstExample();
        partsThatVary();
        matchersOfVersion3();

        compare("every-matcher-v3.json", SpecVersion.V3);
    }

    @Test
    void of_version_2_holds_the_first_example() throws IOException {
        firstExample();

        compare("first-example-v2.json", SpecVersion.V2);
    }

    @Test
    void holds_optional_and_bounded_values_in_the_words_that_other_tools_know() throws IOException {
        users().uponReceiving("a request for a user")
                .get("/users/7")
                .willRespondWith(
                        200,
                        strict(object(
                                "id", atLeast(1, 7),
                                "name", textOfLength(1, 40, "Alice"),
                                "nick", optional(like("Al")),
                                "address",
                                        nullable(object("street", like("Main Street"), "flat", optional(integer(3)))),
                                "born", dateBetween("1900-01-01", "2024-02-29", "1999-12-31"),
                                "score", between(0.0, 1.0, 0.5),
                                "phones", eachLike(object("number", like("555"), "note", optional("home"))))));
        messages.expects("a user was made")
                .withContent(json(object("id", integer(7), "nick", optional("Al"))))
                .handledBy(message -> {});

        compare("presence-v3.json", SpecVersion.V3);
        recorded.addAll(handovers.interactions());
        compare("presence-v4.json", SpecVersion.V4);
    }

    @Test
    void of_version_3_holds_messages() throws IOException {
        messages();

        compare("messages-v3.json", SpecVersion.V3);
    }

    @Test
    void of_version_4_holds_messages_with_and_without_answers() throws IOException {
        messages();
        messages.uponReceiving("a question for the price of tea")
                .withMetadata("reply-to", regex("prices/\\d+", "prices/1"))
                .withContent(json(object("item", "tea")))
                .willRespondWith(json(object("price", decimal(2.5))))
                .willRespondWith(message().withMetadata("last", true).withContent("text/plain", "done"))
                .handledBy((request, responses) -> {});
        recorded.addAll(handovers.interactions().subList(3, 4));

        compare("messages-v4.json", SpecVersion.V4);
    }

    private void messages() {
        messages.given("an order exists", Map.of("id", 7))
                .expects("an order was placed")
                .withMetadata("topic", "orders")
                .withMetadata("key", randomUuid())
                .withMetadata("weight", number(100.5))
                .withContent(json(object(
                        "order_id",
                        randomInteger(1, 9),
                        "lines",
                        eachLike(object("item", like("tea"))),
                        "at",
                        isoDate("2024-02-29"))))
                .handledBy(message -> {});
        messages.expects("a line")
                .withContent("text/plain", regex("order \\d+", "order 7"))
                .handledBy(message -> {});
        messages.expects("an image")
                .withContentLike("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .handledBy(message -> {});
        recorded.addAll(handovers.interactions());
    }

    private void firstExample() {
        users().given("user user123 exists")
                .uponReceiving("a request for user user123")
                .get("/users/user123")
                .willRespondWith(200, json(object("user_id", "user123", "exists", true, "name", like("Alice"))));
    }

    private void partsThatVary() {
        users().given("a user exists", Map.of("id", 42))
                .uponReceiving("an order")
                .post(regex("/users/\\d+/orders", "/users/42/orders"))
                .withQuery("dry", true)
                .withQuery("limit", integer(10))
                .withQuery("tag", "a", "b")
                .withQuery("id", eachLike(integer(1), 1, 3))
                .withHeader("Authorization", regex("Bearer .+", "Bearer token"))
                .withHeader("X-User", fromProviderState("${id}", "42"))
                .withBody(json(object("item", "tea", "count", integer(2))))
                .willRespondWith(response(201)
                        .withHeader("Location", regex("/orders/\\d+", "/orders/7"))
                        .withBody("text/plain", regex("order \\d+", "order 7")));
    }

    private void matchersOfVersion3() {
        users().uponReceiving("a request for everything")
                .get("/everything")
                .willRespondWith(
                        200,
                        object(
                                "like", like(object("any", 1, "exactly", equalTo("x"))),
                                "regex", regex("\\d+", "12"),
                                "includes", includes("tea", "green tea"),
                                "integer", integer(1),
                                "decimal", decimal(1.5),
                                "number", number(1),
                                "bool", bool(true),
                                "null", nullValue(),
                                "uuid", uuid(),
                                "date", isoDate("2024-02-29"),
                                "time", isoTime("12:30:00"),
                                "datetime", isoDateTime("2024-02-29T12:30:00Z"),
                                "nullable", nullable(like("x")),
                                "allOf", allOf(regex("[a-z]+", "tea"), includes("e")),
                                "eachLike", eachLike(object("id", integer(1), "tags", eachLike("x", 0)), 1, 3),
                                "eachKeyLike", eachKeyLike("key 1", object("id", integer(1))),
                                "array", array(1, like(2)),
                                "first name", like("Alice"),
                                "state", fromProviderState("${id}", 42),
                                "link", stubUrl("/users/\\d+", "/users/42"),
                                "random",
                                        array(
                                                randomInteger(1, 9),
                                                randomUuid(),
                                                randomRegex("\\d+", "1"),
                                                randomBoolean()),
                                "tomorrow", dateFromNow("tomorrow", "yyyy-MM-dd", "2024-02-29")));
    }

    private void matchersOfVersion4() {
        users().uponReceiving("a request for the newest")
                .get("/newest")
                .willRespondWith(response(successStatus(200))
                        .withBody(object(
                                "notEmpty", notEmpty("x"),
                                "semver", semver("1.0.0"),
                                "arrayContaining", arrayContaining(object("type", "a", "id", randomInteger(1, 9)), "x"),
                                "eachKeyMatching", eachKeyMatching(regex("\\d+", "7"), object("id", uuid())),
                                "eachValueMatching", eachValueMatching("key", regex("[a-z]+", "v")))));
    }

    private void compare(String name, SpecVersion version) throws IOException {
        Contract contract =
                Contract.of("order-service", "user-service", recorded).withVersion(version);
        byte[] written = ContractWriter.write(contract);
        String interactions = withoutMetadata(new String(written, UTF_8));
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(name), interactions);
        }

        assertThat(interactions).isEqualTo(golden(name));
        assertThat(ContractReader.read(name, written).problems()).isEmpty();
        assertThat(new String(ContractWriter.write(ContractReader.readOrThrow(name, written)), UTF_8))
                .isEqualTo(new String(written, UTF_8));
    }

    /** The metadata tells the version of this library. */
    private static String withoutMetadata(String contract) {
        return contract.substring(0, contract.indexOf(",\n  \"metadata\"")) + "\n}\n";
    }

    private static String golden(String name) throws IOException {
        Path file = GOLDEN.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
