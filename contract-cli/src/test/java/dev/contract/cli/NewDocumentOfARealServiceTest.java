package dev.contract.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contract.cli.Cli.Ended;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.provider.Verifier;
import dev.contract.provider.source.ContractSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a new OpenAPI document would break, held against verifications of services that answer as it allows and the old one did not. */
class NewDocumentOfARealServiceTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: users, version: "1"}
            paths:
              /user:
                get:
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema:
                            required: [id, name]
                            properties: {id: {type: integer}, name: {type: string}, home: {properties: {zip: {type: string}}}}
              /users:
                get:
                  responses:
                    "200":
                      description: ok
                      headers: {X-Page: {required: true, schema: {type: string}}}
                      content: {application/json: {schema: {type: array, items: {properties: {id: {type: integer}}}}}}
            """;

    private static final String NOTHING = "";

    @TempDir
    private Path directory;

    private HttpServer server;
    private volatile Answer user;
    private volatile Answer users;

    private record Answer(String type, Map<String, String> headers, String body) {
        Answer withBody(String other) {
            return new Answer(type, headers, other);
        }

        Answer withType(String other) {
            return new Answer(other, headers, body);
        }

        void send(HttpExchange exchange) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            if (bytes.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", type);
            }
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        user = new Answer("application/json", Map.of(), "{\"id\": 7, \"name\": \"42\", \"home\": {\"zip\": \"1\"}}");
        users = new Answer("application/json", Map.of("X-Page", "1"), "[{\"id\": 7}]");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/user", exchange -> user.send(exchange));
        server.createContext("/users", exchange -> users.send(exchange));
        server.start();
        reader("integers", "/user", "{\"id\": 1}", "\"$.id\": {\"matchers\": [{\"match\": \"integer\"}]}");
        reader("nulls", "/user", "{\"id\": 1}", """
                "$.id": {"combine": "OR", "matchers": [{"match": "integer"}, {"match": "null"}]}""");
        reader("digits", "/user", "{\"name\": \"12\"}", """
                "$.name": {"matchers": [{"match": "regex", "regex": "\\\\d+"}]}""");
        reader(
                "homes",
                "/user",
                "{\"home\": {\"zip\": \"9\"}}",
                "\"$.home.zip\": {\"matchers\": [{\"match\": \"type\"}]}");
        reader("lists", "/users", "[{\"id\": 1}]", """
                "$": {"matchers": [{"match": "type", "min": 1}]}, "$[*].id": {"matchers": [{"match": "type"}]}""");
        contract("pages", "/users", "{\"status\": 200, \"headers\": {\"X-Page\": [\"1\"]}}");
        contract("nobody", "/user", "{\"status\": 200}");
        assertThat(broken()).isEmpty();
    }

    private void reader(String consumer, String path, String content, String rules) {
        contract(consumer, path, """
                {"status": 200, "body": {"contentType": "application/json", "content": %s}, "matchingRules": {"body": {%s}}}
                """.formatted(content, rules));
    }

    private void contract(String consumer, String path, String response) {
        Contracts.write(directory.resolve("contracts"), consumer + ".json", """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"}, "interactions": [
                   {"type": "Synchronous/HTTP", "description": "a look", "request": {"method": "GET", "path": "%s"}, "response": %s}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(consumer, path, response));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_field_of_several_types() throws IOException {
        Set<String> broken = brokenByUsers(
                "{\"id\": 1.5, \"name\": \"42\", \"home\": {\"zip\": \"1\"}}",
                "{\"id\": null, \"name\": \"42\", \"home\": {\"zip\": \"1\"}}");

        assertThat(foretold("id: {type: integer}, name", "id: {type: [number, 'null']}, name"))
                .isEqualTo(broken)
                .containsExactly("integers", "nulls");
    }

    @Test
    void a_text_that_may_be_a_number_or_null() throws IOException {
        Set<String> broken = brokenByUsers(
                "{\"id\": 7, \"name\": 42, \"home\": {\"zip\": \"1\"}}",
                "{\"id\": 7, \"name\": null, \"home\": {\"zip\": \"1\"}}");

        assertThat(foretold("name: {type: string}", "name: {type: [string, integer, 'null']}"))
                .isEqualTo(broken)
                .containsExactly("digits");
    }

    @Test
    void a_field_that_need_not_be_there_and_one_that_is_gone() throws IOException {
        Set<String> broken = brokenByUsers("{\"id\": 7, \"name\": \"42\", \"home\": {}}", "{\"id\": 7, \"home\": {}}");

        assertThat(foretold(
                        "required: [id, name]", "required: [id]", "properties: {zip: {type: string}}", "type: object"))
                .isEqualTo(broken)
                .containsExactly("digits", "homes");
    }

    /** Who breaks by one of several answers. */
    private Set<String> brokenByUsers(String... bodies) {
        Set<String> broken = new TreeSet<>();
        for (String body : bodies) {
            user = user.withBody(body);
            broken.addAll(broken());
        }
        return broken;
    }

    @Test
    void a_list_that_is_put_into_an_object() throws IOException {
        users = users.withBody("{\"items\": [{\"id\": 7}]}");

        assertThat(foretold(
                        "{type: array, items: {properties: {id: {type: integer}}}}",
                        "{properties: {items: {type: array, items: {properties: {id: {type: integer}}}}}}"))
                .isEqualTo(broken())
                .containsExactly("lists");
    }

    @Test
    void elements_of_another_type() throws IOException {
        users = users.withBody("[\"7\"]");

        assertThat(foretold("{properties: {id: {type: integer}}}", "{type: string}"))
                .isEqualTo(broken())
                .containsExactly("lists");
    }

    @Test
    void a_header_that_need_not_be_there() throws IOException {
        users = new Answer(users.type(), Map.of(), users.body());

        assertThat(foretold("{required: true, schema", "{schema"))
                .isEqualTo(broken())
                .containsExactly("pages");
    }

    @Test
    void another_type_of_body() throws IOException {
        users = users.withType("application/vnd.users+json");

        assertThat(foretold("content: {application/json", "content: {application/vnd.users+json"))
                .isEqualTo(broken())
                .containsExactly("lists");
    }

    @Test
    void a_body_that_is_gone() throws IOException {
        users = users.withBody(NOTHING);

        assertThat(foretold(
                        "          content: {application/json: {schema: {type: array, items: {properties: {id: {type: integer}}}}}}\n",
                        ""))
                .isEqualTo(broken())
                .containsExactly("lists");
    }

    @Test
    void the_same_in_other_words() throws IOException {
        assertThat(foretold("{type: integer}, name", "{allOf: [{type: integer}, {minimum: 1}]}, name", "200", "2XX"))
                .isEmpty();
    }

    /** The consumers that would break, with other text in place of parts of the document. */
    private Set<String> foretold(String... parts) throws IOException {
        String changed = DOCUMENT;
        for (int i = 0; i < parts.length; i += 2) {
            assertThat(changed).contains(parts[i]);
            changed = changed.replace(parts[i], parts[i + 1]);
        }
        Files.writeString(directory.resolve("old.yaml"), DOCUMENT);
        Files.writeString(directory.resolve("new.yaml"), changed);
        Ended ended = new Cli(directory)
                .run(
                        "whatif",
                        "contracts",
                        "--provider",
                        "users",
                        "--openapi",
                        "old.yaml",
                        "--new-openapi",
                        "new.yaml",
                        "-o",
                        "json");
        JsonObject whatif = JsonReader.read(ended.out()).asObject().orElseThrow();
        assertThat(whatif.array("unknown").orElseThrow().isEmpty()).isTrue();
        return whatif.array("breaks").orElseThrow().stream()
                .flatMap(each -> each.asObject().stream())
                .map(each -> each.get("consumer").map(JsonValue::text).orElseThrow())
                .collect(toCollection(TreeSet::new));
    }

    private Set<String> broken() {
        return Verifier.of("users")
                .contractsFrom(
                        ContractSource.directory(directory.resolve("contracts").toString()))
                .at("http://127.0.0.1:" + server.getAddress().getPort())
                .verify()
                .contracts()
                .stream()
                .filter(contract -> !contract.success())
                .map(contract -> contract.contract().consumer())
                .collect(toCollection(TreeSet::new));
    }
}
