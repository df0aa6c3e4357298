package dev.contract.compare.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.format.ContractReader;
import dev.contract.core.model.Contract;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.ContractException;
import dev.contract.openapi.document.OpenApiDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @TempDir
    private Path directory;

    private static Contract contract(String consumer, String... interactions) {
        String json = """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(consumer, String.join(",", interactions));
        return ContractReader.read(consumer + ".json", json.getBytes(StandardCharsets.UTF_8))
                .contract()
                .orElseThrow();
    }

    private static String http(String path, String response) {
        return """
                {"type": "Synchronous/HTTP", "description": "a request for %s",
                 "request": {"method": "GET", "path": "%s"}, "response": %s}
                """.formatted(path, path, response);
    }

    private static String json(String body, String rules) {
        return """
                {"status": 200, "headers": {"Content-Type": ["application/json"]}, "body": {"contentType": "application/json", "content": %s},
                 "matchingRules": {"body": {%s}}}
                """.formatted(body, rules);
    }

    private static String rule(String path, String rule) {
        return "\"" + path + "\": {\"matchers\": [" + rule + "]}";
    }

    private static Usage usage(Contract... contracts) {
        return Usage.of("users", List.of(contracts), PathTemplates.of(List.of(contracts)));
    }

    /** A line for each field: who, by which rule. */
    private static String fields(Contract... contracts) {
        return usage(contracts).operations().stream()
                .flatMap(each -> each.places().stream())
                .filter(each -> each.place().part() == Part.FIELD)
                .map(each -> each.place() + "  "
                        + each.by().stream()
                                .flatMap(by -> by.consumers().stream()
                                        .map(consumer -> consumer + ": " + String.join("; ", by.rules())))
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Offer seen(String path, int status, String... fields) {
        List<RulePath> paths = Stream.of(fields)
                .map(each -> RulePath.parse(each).orElseThrow())
                .toList();
        return Offer.of(
                List.of(new SeenResponse("GET", path, status, List.of("Date", "X-Version"), paths)),
                PathTemplates.of(List.of()));
    }

    @Nested
    class Fields {
        @Test
        void are_those_of_the_example_each_with_the_rule_that_is_selected_for_it() {
            assertThat(fields(contract(
                            "web",
                            http(
                                    "/a",
                                    json(
                                            "{\"id\": 1, \"tags\": [\"x\"], \"address\": {\"zip\": \"1\", \"city\": \"B\"}}",
                                            rule("$.id", "{\"match\": \"integer\"}") + ","
                                                    + rule("$.tags", "{\"match\": \"type\", \"min\": 1}") + ","
                                                    + rule(
                                                            "$.address.zip",
                                                            "{\"match\": \"regex\", \"regex\": \"\\\\d+\"}"))))))
                    .isEqualTo("""
                            $.address  web: object
                            $.address.city  web: equality
                            $.address.zip  web: regex \\d+
                            $.id  web: integer
                            $.tags  web: type, min 1
                            $.tags[*]  web: type
                            """);
        }

        @Test
        void are_the_same_for_several_consumers_and_elements() {
            assertThat(fields(
                            contract("app", http("/a", json("[{\"id\": 1}, {\"id\": 2, \"b\": 1}]", ""))),
                            contract("web", http("/a", json("[{\"id\": 3}]", rule("$", "{\"match\": \"type\"}"))))))
                    .isEqualTo("""
                            $  web: type
                            $[*].b  app: equality
                            $[*].id  app: equality, web: type
                            """);
        }

        @Test
        void that_are_secret_have_rules_without_what_these_demand() {
            assertThat(fields(contract(
                            "web",
                            http(
                                    "/a",
                                    json(
                                            "{\"password\": \"hunter2\", \"url\": \"https://me:pw@host\", \"secret\": {\"id\": \"7\"}}",
                                            rule("$.password", "{\"match\": \"regex\", \"regex\": \"hunter2\"}") + ","
                                                    + rule("$.url", "{\"match\": \"include\", \"value\": \"//me:pw@\"}")
                                                    + ","
                                                    + rule(
                                                            "$.secret.id",
                                                            "{\"match\": \"regex\", \"regex\": \"\\\\d+\"}"))))))
                    .isEqualTo("""
                            $.password  web: regex ***
                            $.secret  web: object
                            $.secret.id  web: regex \\d+
                            $.url  web: include //***@
                            """);
        }

        @Test
        void have_no_names_where_keys_are_data() {
            assertThat(
                            fields(
                                    contract(
                                            "web",
                                            http(
                                                    "/a",
                                                    json(
                                                            "{\"byDay\": {\"monday\": {\"open\": true}}, \"labels\": {\"a\": 1}}",
                                                            rule(
                                                                            "$.byDay",
                                                                            "{\"match\": \"eachValue\", \"rules\": [{\"match\": \"type\"}]}")
                                                                    + ","
                                                                    + rule(
                                                                            "$.labels",
                                                                            "{\"match\": \"eachKey\", \"rules\": [{\"match\": \"type\"}]}"))))))
                    .isEqualTo("""
                            $.byDay  web: eachValue
                            $.byDay.*  web: type
                            $.byDay.*.open  web: type
                            $.labels  web: eachKey
                            """);
        }

        @Test
        void that_need_not_be_there_count_as_well() {
            String response = """
                    {"status": 200, "body": {"contentType": "application/json", "content": {"id": 1}},
                     "presence": {"optional": {"$.nick": "Al"}, "nullable": {"$.home": {"zip": "1"}}}}
                    """;

            assertThat(fields(contract("web", http("/a", response)))).isEqualTo("""
                    $.home  web: object or null
                    $.home.zip  web: equality
                    $.id  web: equality
                    $.nick  web: equality, optional
                    """);
        }

        @Test
        void of_a_body_that_is_no_json_are_the_whole_of_it() {
            String response = "{\"status\": 200, \"body\": {\"contentType\": \"text/plain\", \"content\": \"hello\"}}";

            assertThat(fields(contract("web", http("/a", response)))).isEqualTo("$  web: equality\n");
        }
    }

    @Nested
    class Statuses {
        /** The statuses that an answer with a field is relied on at, and whether its field is. */
        private String relied(int example, String rule) {
            String response = """
                    {"status": %d, "body": {"contentType": "application/json", "content": {"message": "no"}},
                     "matchingRules": {"status": {"matchers": [%s]}}}
                    """.formatted(example, rule);
            return usage(contract("web", http("/a", response))).operations().stream()
                    .flatMap(each -> each.places().stream())
                    .filter(each -> each.place().part() == Part.FIELD)
                    .map(each -> each.place().status() + " " + each.place())
                    .collect(Collectors.joining(", "));
        }

        private String ofStatus(int example, String status) {
            return relied(example, "{\"match\": \"statusCode\", \"status\": " + status + "}");
        }

        @Test
        void are_all_those_that_the_matcher_accepts() {
            assertThat(ofStatus(400, "[400, 404]")).isEqualTo("400 $.message, 404 $.message");
            assertThat(ofStatus(400, "\"clientError\"")).isEqualTo("4XX $.message");
            assertThat(ofStatus(400, "\"error\"")).isEqualTo("4XX $.message, 5XX $.message");
            assertThat(ofStatus(200, "\"nonError\"")).isEqualTo("1XX $.message, 2XX $.message, 3XX $.message");
            assertThat(relied(200, "{\"match\": \"statusCode\"}")).isEqualTo("2XX $.message");
            assertThat(relied(404, "{\"match\": \"regex\", \"regex\": \"4[0-4]\\\\d\"}"))
                    .isEqualTo("4XX $.message");
            assertThat(ofStatus(400, "[400, 401, 403, 404, 409, 422]"))
                    .isEqualTo(
                            "400 $.message, 401 $.message, 403 $.message, 404 $.message, 409 $.message, 422 $.message");
            assertThat(relied(404, "{\"match\": \"regex\", \"regex\": \"40[04]\"}"))
                    .isEqualTo("400 $.message, 404 $.message");
        }

        @Test
        void are_that_of_the_example_where_nothing_is_accepted_or_known() {
            assertThat(ofStatus(400, "[]")).isEqualTo("400 $.message");
            assertThat(ofStatus(400, "\"none\"")).isEqualTo("400 $.message");
        }

        @Test
        void of_a_class_may_be_answers_that_a_document_only_has_by_default() throws IOException {
            Path file = Files.writeString(directory.resolve("users.yaml"), """
                    openapi: 3.1.0
                    info: {title: users, version: "1"}
                    paths:
                      /a:
                        get:
                          responses:
                            "404": {description: none}
                            default:
                              description: other
                              content: {application/json: {schema: {properties: {message: {type: string}}}}}
                    """);
            String response = """
                    {"status": 400, "body": {"contentType": "application/json", "content": {"message": "no"}},
                     "matchingRules": {"status": {"matchers": [{"match": "statusCode", "status": "clientError"}]}}}
                    """;

            assertThat(Unused.of(usage(contract("web", http("/a", response))), Offer.of(OpenApiDocument.read(file)))
                            .nobody())
                    .isEmpty();
        }
    }

    @Nested
    class WhatNobodyReads {
        private final Contract web = contract(
                "web",
                http(
                        "/a",
                        json(
                                "{\"id\": 1, \"tags\": [\"x\"], \"home\": {\"zip\": \"1\"}}",
                                rule("$", "{\"match\": \"type\"}"))));

        private List<String> nobody(Offer offer, Contract... contracts) {
            return Unused.of(usage(contracts), offer).nobody().stream()
                    .map(Offered::toString)
                    .toList();
        }

        @Test
        void is_what_responses_had_beyond_it_the_outermost_of_places_in_each_other() {
            Offer offer = seen(
                    "/a",
                    200,
                    "$.id",
                    "$.tags",
                    "$.home",
                    "$.home.zip",
                    "$.home.city",
                    "$.work",
                    "$.work.zip",
                    "$.n[*].m");

            assertThat(nobody(offer, web))
                    .containsExactly(
                            "GET /a 200 header X-Version",
                            "GET /a 200 $.home.city",
                            "GET /a 200 $.n[*].m",
                            "GET /a 200 $.work");
        }

        @Test
        void is_nothing_of_a_value_that_is_compared_as_a_whole_by_a_schema() {
            Contract app = contract(
                    "app",
                    http(
                            "/a",
                            json(
                                    "{\"id\": 1}",
                                    rule("$", "{\"match\": \"type\", \"schema\": {\"type\": \"object\"}}"))));

            assertThat(nobody(seen("/a", 200, "$.id", "$.work.zip"), app))
                    .containsExactly("GET /a 200 header X-Version");
        }

        @Test
        void may_be_a_status_or_a_whole_operation() {
            assertThat(nobody(seen("/a", 404, "$.error").and(seen("/b", 200, "$.id")), web))
                    .containsExactly("GET /a status 404", "GET /b");
        }

        @Test
        void may_be_what_a_document_promises() throws IOException {
            Path file = Files.writeString(directory.resolve("users.yaml"), """
                    openapi: 3.1.0
                    info: {title: users, version: "1"}
                    paths:
                      /a:
                        get:
                          parameters: [{name: limit, in: query, schema: {type: integer}}]
                          responses:
                            "200":
                              description: ok
                              headers: {X-Version: {schema: {type: string}}}
                              content:
                                application/json:
                                  schema: {$ref: "#/components/schemas/User"}
                            default: {description: other}
                    components:
                      schemas:
                        User:
                          allOf:
                            - properties: {id: {type: integer}, boss: {$ref: "#/components/schemas/User"}}
                            - properties:
                                home: {properties: {zip: {type: string}, city: {type: string}}}
                                tags: {type: array, items: {type: string}}
                                password: {type: string, writeOnly: true}
                    """);

            assertThat(nobody(Offer.of(OpenApiDocument.read(file)), web))
                    .containsExactly(
                            "GET /a query limit",
                            "GET /a 200 header X-Version",
                            "GET /a 200 $.boss",
                            "GET /a 200 $.home.city",
                            "GET /a status default");
        }

        @Test
        void is_counted_with_all_that_lies_in_it() {
            Offer offer = seen("/a", 200, "$.id", "$.work", "$.work.zip", "$.work.city")
                    .and(seen("/b", 200, "$.id"));

            Coverage coverage = Coverage.of(usage(web), offer, List.of("a", "b"), List.of("b"));

            assertThat(coverage.operations()).hasToString("Share[covered=1, all=2, missing=[GET /b]]");
            assertThat(coverage.places())
                    .hasToString(
                            "Share[covered=2, all=6, missing=[GET /a 200 header X-Version, GET /a 200 $.work (and 2 within)]]");
            assertThat(coverage.states()).hasToString("Share[covered=1, all=2, missing=[b]]");
        }

        @Test
        void is_told_from_what_only_one_consumer_reads() {
            Contract app = contract("app", http("/a", json("{\"id\": 1}", "")), http("/b", "{\"status\": 200}"));

            assertThat(Unused.of(usage(web, app), Offer.NOTHING).onlyOne())
                    .extracting(each -> each.what() + ": " + each.consumer())
                    .containsExactly("GET /a 200 $.home: web", "GET /a 200 $.tags: web", "GET /b: app");
        }

        @Test
        void is_not_what_another_one_reads_as_one_of_a_class_of_statuses_or_as_a_whole_body() {
            Contract missing = contract(
                    "missing",
                    http(
                            "/a",
                            "{\"status\": 404, \"body\": {\"contentType\": \"application/json\", \"content\": {\"why\": 1}}}"));
            Contract failing = contract("failing", http("/a", """
                    {"status": 400, "body": {"contentType": "application/json", "content": {"why": 1, "code": 2}},
                     "matchingRules": {"status": {"matchers": [{"match": "statusCode", "status": "clientError"}]}}}
                    """));
            Contract whole = contract(
                    "whole",
                    http("/a", json("{}", rule("$", "{\"match\": \"type\", \"schema\": {\"type\": \"object\"}}"))));

            assertThat(Unused.of(usage(missing, failing), Offer.NOTHING).onlyOne())
                    .extracting(each -> each.what() + ": " + each.consumer())
                    .containsExactly("GET /a 4XX $.code: failing");
            assertThat(Unused.of(usage(web, whole), Offer.NOTHING).onlyOne()).isEmpty();
        }

        @Test
        void is_told_beside_what_is_relied_on_and_not_offered() {
            Contract other = contract("other", http("/b", "{\"status\": 200}"), http("/a", "{\"status\": 404}"));

            assertThat(Unused.of(usage(web, other), seen("/a", 200, "$.id")).notOffered())
                    .extracting(Offered::toString)
                    .containsExactly("GET /a status 404", "GET /b");
        }

        @Test
        void is_nothing_of_a_body_that_is_read_as_a_whole_and_that_is_told() {
            Contract text = contract(
                    "text",
                    http("/a", "{\"status\": 200, \"body\": {\"contentType\": \"text/plain\", \"content\": \"x\"}}"));

            Unused unused = Unused.of(usage(web, text), seen("/a", 200, "$.id", "$.nick"));

            assertThat(unused.nobody()).extracting(Offered::toString).containsExactly("GET /a 200 header X-Version");
            assertThat(unused.whole()).extracting(Offered::toString).containsExactly("GET /a 200 $");
        }

        @Test
        void of_a_single_consumer_is_not_told_apart() {
            assertThat(Unused.of(usage(web), Offer.NOTHING).onlyOne()).isEmpty();
        }
    }

    @Nested
    class WhatAProviderWillNotKnow {
        private static final String BEFORE = """
                openapi: 3.1.0
                info: {title: users, version: "1"}
                paths:
                  /a:
                    post:
                      parameters: [{name: X-Trace, in: header, schema: {type: string}}, {name: page, in: query, schema: {type: string}}]
                      requestBody: {content: {application/json: {schema: {properties: {name: {}, home: {properties: {zip: {}}}}}}}}
                      responses: {"201": {description: made}}
                """;

        private List<String> ignored(String after) throws IOException {
            Contract web = contract("web", """
                    {"type": "Synchronous/HTTP", "description": "a",
                     "request": {"method": "POST", "path": "/a", "query": {"page": ["1"], "odd": ["1"]}, "headers": {"x-trace": ["1"]},
                                 "body": {"contentType": "application/json", "content": {"name": "Al", "home": {"zip": "1"}}}},
                     "response": {"status": 201}}
                    """);
            return Ignored.between(usage(web), offer(BEFORE), offer(after)).stream()
                    .map(Ignored::toString)
                    .toList();
        }

        private Offer offer(String document) throws IOException {
            return Offer.of(OpenApiDocument.read(Files.writeString(directory.resolve("users.yaml"), document)));
        }

        @Test
        void is_what_somebody_sends_and_only_the_old_document_has() throws IOException {
            assertThat(ignored(BEFORE)).isEmpty();
            assertThat(ignored(BEFORE.replace("name: page", "name: site")))
                    .containsExactly("POST /a query page: sent by web");
            assertThat(ignored(BEFORE.replace("X-Trace", "X-Span").replace("{zip: {}}", "{city: {}}")))
                    .containsExactly(
                            "POST /a request header x-trace: sent by web", "POST /a request $.home.zip: sent by web");
            assertThat(ignored(BEFORE.replace("home: {properties: {zip: {}}}", "work: {}")))
                    .containsExactly("POST /a request $.home: sent by web");
            assertThat(ignored(BEFORE.replace("{properties: {name", "{additionalProperties: {}, properties: {nick")))
                    .isEmpty();
        }

        @Test
        void is_nothing_of_an_operation_that_is_gone() throws IOException {
            assertThat(ignored(BEFORE.replace("/a:", "/b:"))).isEmpty();
        }
    }

    @Nested
    class TheReportOfAVerification {
        private List<SeenResponse> read(String json) {
            return SeenResponse.inReport("report.json", json.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void has_responses() {
            assertThat(read("""
                    {"contracts": [{"interactions": [{"success": true}, {"response":
                      {"method": "GET", "path": "/a", "status": 200, "headers": ["Date"], "fields": ["$.a", "$.b[*].c"]}}]}]}
                    """))
                    .extracting(SeenResponse::toString)
                    .containsExactly(
                            "SeenResponse[method=GET, path=/a, status=200, headers=[Date], fields=[$.a, $.b[*].c]]");
        }

        @Test
        void without_responses_is_refused() {
            assertThatThrownBy(() -> read("{\"contracts\": []}"))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-RESPONSES  the report has no responses in it
                              where  report.json
                              found  a report of a verification in which no response was kept
                              mend   verify with --report json=report.json, which keeps what the responses had in them""");
        }
    }
}
