package dev.contract.compare.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.Unread;
import dev.contract.core.format.ContractReader;
import dev.contract.core.model.Contract;
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

class WhatifTest {
    @TempDir
    private Path directory;

    private final Contract web =
            contract("web", http("GET /users/7", "{}", """
                    {"status": 200, "headers": {"Content-Type": ["application/json"], "ETag": ["1"]},
                     "body": {"contentType": "application/json", "content": {"id": 7, "name": "Al", "home": {"zip": "1"}, "tags": [{"key": "a"}]}},
                     "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]},
                                                "$.tags": {"matchers": [{"match": "type", "min": 1}]}}}}
                    """), http("GET /users/8", "{}", "{\"status\": 404}"));

    private final Contract app = contract("app", http("POST /users", """
                    {"headers": {"X-Tenant": ["t"]}, "query": {"dry": ["1"]},
                     "body": {"contentType": "application/json", "content": {"name": "Al"}}}
                    """, "{\"status\": 201}"));

    private static Contract contract(String consumer, String... interactions) {
        String json = """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(consumer, String.join(",", interactions));
        return ContractReader.read(consumer + ".json", json.getBytes(StandardCharsets.UTF_8))
                .contract()
                .orElseThrow();
    }

    private static String http(String operation, String request, String response) {
        String[] words = operation.split(" ", 2);
        return """
                {"type": "Synchronous/HTTP", "description": "%s",
                 "request": {"method": "%s", "path": "%s"%s}, "response": %s}
                """.formatted(
                operation,
                words[0],
                words[1],
                request.equals("{}")
                        ? ""
                        : ", " + request.strip().substring(1, request.strip().length() - 1),
                response);
    }

    private static FieldPath path(String text) {
        return FieldPath.parse(text).orElseThrow();
    }

    private static Whatif whatif(List<Contract> contracts, List<Edit> edits) {
        return Whatif.of(contracts, PathTemplates.of(contracts), Offer.NOTHING, edits);
    }

    /** A line for each interaction that would break. */
    private String breaks(Alteration... alterations) {
        return breaks(Stream.of(alterations).map(Edit::everywhere).toList());
    }

    private String breaks(List<Edit> edits) {
        return whatif(List.of(web, app), edits).breaks().stream()
                .map(each -> each.consumer() + ", " + each.operation() + ": " + String.join("; ", each.differences()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void what_is_too_much_stays_unjudged_and_no_edit_is_taken_for_a_slip_of_the_pen() {
        Whatif whatif = Budget.within(
                -3_000, () -> whatif(List.of(web, app), List.of(Edit.everywhere(new Alteration.Drop(path("/name"))))));

        assertThat(whatif.breaks()).isEmpty();
        assertThat(whatif.unjudged())
                .extracting(Unjudged::consumer, each -> each.interaction().description(), Unjudged::reason)
                .containsExactly(
                        tuple("web", "GET /users/7", Budget.SPENT),
                        tuple("web", "GET /users/8", Budget.SPENT),
                        tuple("app", "POST /users", Budget.SPENT));
    }

    @Nested
    class AChangeOfAResponse {
        @Test
        void breaks_those_that_read_the_field() {
            assertThat(breaks(new Alteration.Drop(path("/home/zip"))))
                    .isEqualTo("web, GET /users/7: $.home -> Actual map is missing the following keys: zip");
            assertThat(breaks(new Alteration.Rename(path("/name"), "fullName")))
                    .isEqualTo("web, GET /users/7: $ -> Actual map is missing the following keys: name");
            assertThat(breaks(new Alteration.Retype(path("$.id"), JsonType.STRING)))
                    .isEqualTo("web, GET /users/7: $.id -> Expected '7' (String) to be an integer");
            assertThat(breaks(new Alteration.Drop(path("/tags/*/key"))))
                    .isEqualTo("web, GET /users/7: $.tags[0] -> Actual map is missing the following keys: key");
            assertThat(breaks(new Alteration.DropHeader("etag")))
                    .isEqualTo(
                            "web, GET /users/7: ETag -> Expected a header 'ETag' with the value '1' but was missing");
            assertThat(breaks(new Alteration.Status(404, 410)))
                    .isEqualTo("web, GET /users/8: Expected status 404 but was 410");
            assertThat(breaks(new Alteration.Status(201, 204)))
                    .isEqualTo("app, POST /users: Expected status 201 but was 204");
        }

        @Test
        void of_each_status_that_a_rule_accepts() {
            Contract either = contract("web", http("GET /users/8", "{}", """
                    {"status": 400, "matchingRules": {"status": {"matchers": [{"match": "statusCode", "status": [400, 404]}]}}}
                    """));

            Whatif whatif = whatif(List.of(either), List.of(Edit.everywhere(new Alteration.Status(404, 410))));

            assertThat(whatif.breaks()).singleElement().satisfies(each -> assertThat(each.differences())
                    .containsExactly("Expected status code 410 to be one of [400, 404]"));
        }

        @Test
        void that_its_rules_permit_breaks_nobody() {
            assertThat(breaks(new Alteration.Retype(path("/id"), JsonType.INTEGER)))
                    .isEmpty();
        }

        @Test
        void is_judged_together_with_the_others() {
            assertThat(breaks(new Alteration.Rename(path("/home"), "name"), new Alteration.Drop(path("/name"))))
                    .isEqualTo("web, GET /users/7: $ -> Actual map is missing the following keys: home; "
                            + "$.name -> Expected {\"zip\":\"1\"} (Object) to be equal to 'Al' (String)");
        }

        @Test
        void that_only_may_be_hides_nothing_that_is_certain_or_may_be() {
            Contract nullable = contract("app", http("GET /users/7", "{}", """
                    {"status": 200, "body": {"contentType": "application/json", "content": {"id": 7}},
                     "presence": {"nullable": {"$.home": {"zip": "1"}}}}
                    """));
            Edit drop = Edit.everywhere(new Alteration.Drop(path("/home/zip")));
            Edit mayBeNull = Edit.everywhere(new Alteration.Retype(path("/home"), JsonType.NULL))
                    .perhaps();
            Edit mayBeAText = Edit.everywhere(new Alteration.Retype(path("/home"), JsonType.STRING))
                    .perhaps();

            assertThat(whatif(List.of(nullable), List.of(mayBeNull)).breaks()).isEmpty();
            assertThat(whatif(List.of(nullable), List.of(drop, mayBeNull)).breaks())
                    .flatExtracting(Breakage::differences)
                    .containsExactly("$.home -> Actual map is missing the following keys: zip");
            assertThat(whatif(List.of(nullable), List.of(mayBeNull, mayBeAText)).breaks())
                    .flatExtracting(Breakage::differences)
                    .containsExactly(
                            "$.home -> Type mismatch: Expected '{\"zip\":\"1\"}' (String) to be the same type as {\"zip\":\"1\"} (Object)");
        }

        @Test
        void takes_all_names_from_before() {
            Contract swapped = contract("swapped", http("GET /pair", "{}", """
                            {"status": 200, "body": {"contentType": "application/json",
                             "content": {"from": 1, "to": 2, "in": {"low": 3, "high": 4}}}}
                            """));

            assertThat(breaksOf(
                            swapped,
                            new Alteration.Rename(path("/from"), "to"),
                            new Alteration.Rename(path("/to"), "from")))
                    .isEqualTo("$.from -> Expected 2 (Integer) to be equal to 1 (Integer); "
                            + "$.to -> Expected 1 (Integer) to be equal to 2 (Integer)");
            assertThat(breaksOf(
                            swapped,
                            new Alteration.Rename(path("/in"), "range"),
                            new Alteration.Rename(path("/in/low"), "high"),
                            new Alteration.Rename(path("/in/high"), "low")))
                    .isEqualTo("$ -> Actual map is missing the following keys: in");
            assertThat(breaksOf(
                            swapped,
                            new Alteration.Rename(path("/in/low"), "least"),
                            new Alteration.Drop(path("/in/low")),
                            new Alteration.Retype(path("/in/*"), JsonType.STRING)))
                    .isEqualTo("$.in -> Actual map is missing the following keys: low; "
                            + "$.in.high -> Expected '4' (String) to be equal to 4 (Integer)");
        }

        @Test
        void takes_the_name_from_what_has_it() {
            Contract both = contract("both", http("GET /both", "{}", """
                            {"status": 200, "body": {"contentType": "application/json", "content": [{"a": 1, "b": 2}, {"b": 2, "a": 1}]}}
                            """));

            assertThat(breaksOf(both, new Alteration.Rename(path("/*/a"), "b")))
                    .isEqualTo("$[0] -> Actual map is missing the following keys: a; "
                            + "$[0].b -> Expected 1 (Integer) to be equal to 2 (Integer); "
                            + "$[1] -> Actual map is missing the following keys: a; "
                            + "$[1].b -> Expected 1 (Integer) to be equal to 2 (Integer)");
        }

        @Test
        void to_another_type_keeps_what_the_example_says() {
            Contract texts = contract("texts", http("GET /texts", "{}", """
                            {"status": 200, "body": {"contentType": "application/json",
                             "content": {"id": "42", "name": "Al", "price": "1.5", "old": "false"}}}
                            """));

            assertThat(breaksOf(texts, new Alteration.Retype(path("/id"), JsonType.INTEGER)))
                    .isEqualTo("$.id -> Expected 42 (Integer) to be equal to '42' (String)");
            assertThat(breaksOf(texts, new Alteration.Retype(path("/name"), JsonType.INTEGER)))
                    .isEqualTo("$.name -> Expected 1 (Integer) to be equal to 'Al' (String)");
            assertThat(breaksOf(texts, new Alteration.Retype(path("/price"), JsonType.NUMBER)))
                    .isEqualTo("$.price -> Expected 1.5 (Decimal) to be equal to '1.5' (String)");
            assertThat(breaksOf(texts, new Alteration.Retype(path("/old"), JsonType.BOOLEAN)))
                    .isEqualTo("$.old -> Expected false (Boolean) to be equal to 'false' (String)");
        }

        private String breaksOf(Contract contract, Alteration... alterations) {
            return whatif(
                            List.of(contract),
                            Stream.of(alterations).map(Edit::everywhere).toList())
                    .breaks()
                    .stream()
                    .map(each -> String.join("; ", each.differences()))
                    .collect(Collectors.joining("\n"));
        }

        @Test
        void of_another_operation_breaks_nobody() {
            Edit edit = Edit.everywhere(new Alteration.Drop(path("/name")));

            assertThat(breaks(List.of(edit.of(new Operation("GET", "/users/7")))))
                    .isNotEmpty();
            assertThat(breaks(List.of(
                            Edit.everywhere(new Alteration.Status(201, 204)).of(new Operation("POST", "/users")),
                            Edit.everywhere(new Alteration.DropHeader("ETag")).of(new Operation("GET", "/users/7")))))
                    .contains("ETag", "status 201")
                    .doesNotContain("name");
        }
    }

    @Nested
    class WhatRequestsMustHave {
        @Test
        void breaks_those_that_do_not_send_it() {
            assertThat(breaks(new Alteration.RequireHeader("X-Tenant")).lines())
                    .containsExactly(
                            "web, GET /users/7: GET /users/7 -> the request has no header X-Tenant",
                            "web, GET /users/8: GET /users/8 -> the request has no header X-Tenant");
            assertThat(breaks(new Alteration.RequireQuery("dry")).lines()).hasSize(2);
            assertThat(breaks(new Alteration.RequireField(path("/age"))))
                    .isEqualTo("app, POST /users: POST /users -> the request has no /age");
            assertThat(breaks(new Alteration.RequireField(path("/name")))).isEmpty();
        }

        @Test
        void breaks_those_that_send_no_body_where_there_should_be_one() {
            Contract silent = contract(
                    "silent",
                    http("POST /visits", "{}", "{\"status\": 201}"),
                    http("GET /visits", "{}", "{\"status\": 200}"),
                    http("PATCH /visits", "{\"body\": {\"content\": \"\"}}", "{\"status\": 204}"));

            assertThat(whatif(List.of(silent), List.of(Edit.everywhere(new Alteration.RequireField(path("/by")))))
                            .breaks())
                    .flatExtracting(Breakage::differences)
                    .containsExactly(
                            "POST /visits -> the request has no body, and so no /by",
                            "PATCH /visits -> the request has no body, and so no /by");
        }

        @Test
        void is_asked_of_every_element_where_a_star_stands() {
            assertThat(refused("[{\"b\": 1}, {\"a\": 1}]", "/*/a")).isEqualTo("POST /list -> the request has no /*/a");
            assertThat(refused("[{\"a\": 1}, {\"a\": 2}]", "/*/a")).isEmpty();
            assertThat(refused("[]", "/*/a")).isEmpty();
            assertThat(refused("{\"x\": {\"a\": 1}, \"y\": 2}", "/*/a"))
                    .isEqualTo("POST /list -> the request has no /*/a");
            assertThat(refused("{\"items\": [{\"a\": [{\"b\": 1}]}, {\"a\": [{\"b\": 1}, {}]}]}", "/items/*/a/*/b"))
                    .isEqualTo("POST /list -> the request has no /items/*/a/*/b");
            assertThat(refused("{}", "/items/*/a")).isEqualTo("POST /list -> the request has no /items/*/a");
            assertThat(refused("[{\"b\": 1}, {\"a\": 1}]", "/1/a")).isEmpty();
        }

        private String refused(String body, String required) {
            Contract list = contract("list", http("POST /list", """
                    {"body": {"contentType": "application/json", "content": %s}}
                    """.formatted(body), "{\"status\": 201}"));
            return whatif(List.of(list), List.of(Edit.everywhere(new Alteration.RequireField(path(required)))))
                    .breaks()
                    .stream()
                    .flatMap(each -> each.differences().stream())
                    .collect(Collectors.joining("; "));
        }

        @Test
        void may_be_an_operation_that_is_still_there() {
            assertThat(breaks(List.of(
                            Edit.everywhere(new Alteration.DropOperation()).of(new Operation("POST", "/users")))))
                    .isEqualTo("app, POST /users: POST /users -> there is no such operation any more");
        }

        @Test
        void breaks_those_that_want_one_refusal_and_may_get_another_one() {
            Contract bad = contract("bad", http("GET /users/9", "{}", "{\"status\": 400}"));
            Edit header = Edit.everywhere(new Alteration.RequireHeader("X-A"));
            Edit gone = Edit.everywhere(new Alteration.DropOperation());

            assertThat(whatif(List.of(bad), List.of(header)).breaks()).isEmpty();
            assertThat(Stream.of(List.of(header, gone), List.of(gone, header))
                            .flatMap(edits -> whatif(List.of(bad), edits).breaks().stream()))
                    .extracting(Breakage::differences)
                    .containsOnly(List.of("GET /users/9 -> there is no such operation any more"))
                    .hasSize(2);
        }

        @Test
        void breaks_nobody_who_wants_the_refusal() {
            assertThat(breaks(List.of(
                            Edit.everywhere(new Alteration.DropOperation()).of(new Operation("GET", "/users/8")))))
                    .isEmpty();
        }
    }

    @Nested
    class WhatCannotBeAsked {
        private void refuses(List<Contract> contracts, Offer offer, Alteration alteration, String message) {
            assertThatThrownBy(() -> Whatif.of(
                            contracts, PathTemplates.of(contracts), offer, List.of(Edit.everywhere(alteration))))
                    .isInstanceOf(ContractException.class)
                    .hasMessage(message.strip());
        }

        @Test
        void is_a_change_of_what_no_contract_has() {
            refuses(List.of(web), Offer.NOTHING, new Alteration.Drop(path("/hom/zip")), """
                    CONTRACT-EDIT  no contract has the field "/hom/zip"
                      found  "/home/zip", "/home", "/id", "/name", "/tags" and 2 more
                      mend   did you mean "/home/zip"? if the provider does have it, say so with --openapi or --responses: nobody relies on it then
                    """);
            refuses(List.of(app), Offer.NOTHING, new Alteration.Status(200, 201), """
                    CONTRACT-EDIT  no contract has the status "200"
                      found  "201"
                      mend   did you mean "201"? if the provider does have it, say so with --openapi or --responses: nobody relies on it then
                    """);
            refuses(List.of(app), Offer.NOTHING, new Alteration.DropHeader("ETag"), """
                    CONTRACT-EDIT  no contract has the header "ETag"
                      found  none
                      mend   if the provider does have it, say so with --openapi or --responses: nobody relies on it then
                    """);
        }

        @Test
        void is_a_change_of_what_only_another_operation_has() {
            Contract lists = contract("lists", http("GET /users", "{}", """
                    {"status": 200, "body": {"contentType": "application/json", "content": [{"id": 7, "tags": ["a"]}]}}
                    """));
            refusesOf("GET /users", List.of(web, lists), new Alteration.Drop(path("/tags")), """
                    CONTRACT-EDIT  no contract has the field "/tags" in answers of GET /users
                      found  "/*/tags", "/*/tags/*", "/*", "/*/id"
                      mend   did you mean "/*/tags"? if the provider does have it, say so with --openapi or --responses: nobody relies on it then
                    """);
            refusesOf("GET /users/7", List.of(web, lists), new Alteration.Rename(path("/*/id"), "uid"), """
                    CONTRACT-EDIT  no contract has the field "/*/id" in answers of GET /users/7
                      found  "/id", "/home", "/home/zip", "/name", "/tags" and 2 more
                      mend   did you mean "/id"? if the provider does have it, say so with --openapi or --responses: nobody relies on it then
                    """);
            refusesOf("GET /users", List.of(web, lists), new Alteration.Status(404, 410), """
                    CONTRACT-EDIT  no contract has the status "404" in answers of GET /users
                      found  "200"
                      mend   if the provider does have it, say so with --openapi or --responses: nobody relies on it then
                    """);
            refusesOf("GET /users/8", List.of(web, lists), new Alteration.DropHeader("ETag"), """
                    CONTRACT-EDIT  no contract has the header "ETag" in answers of GET /users/8
                      found  none
                      mend   if the provider does have it, say so with --openapi or --responses: nobody relies on it then
                    """);
        }

        private void refusesOf(String operation, List<Contract> contracts, Alteration alteration, String message) {
            String[] words = operation.split(" ", 2);
            Edit edit = Edit.everywhere(alteration).of(new Operation(words[0], words[1]));

            assertThatThrownBy(() -> whatif(contracts, List.of(edit)))
                    .isInstanceOf(ContractException.class)
                    .hasMessage(message.strip());
        }

        @Test
        void is_a_change_of_an_operation_that_nobody_knows() {
            Edit edit = Edit.everywhere(new Alteration.DropOperation()).of(new Operation("GET", "/user/7"));

            assertThatThrownBy(() -> whatif(List.of(web), List.of(edit)))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-EDIT  no contract has the operation "GET /user/7"
                              found  "GET /users/7", "GET /users/8"
                              mend   did you mean "GET /users/7"? if the provider does have it, say so with --openapi or --responses: nobody relies on it then""");
        }

        @Test
        void is_a_question_about_nobody() {
            refuses(List.of(contract("idle")), Offer.NOTHING, new Alteration.RequireHeader("X-A"), """
                    CONTRACT-EDIT  there is no interaction that a change could break
                      found  contracts without interactions: 1
                      mend   name the contracts of the consumers
                    """);
        }

        @Test
        void is_what_becomes_of_interactions_that_nobody_can_read() {
            String unknown = "{\"type\": \"Synchronous/Fax\", \"description\": \"a fax\"}";
            Contract fax = contract("fax", unknown, unknown);
            Edit drop = Edit.everywhere(new Alteration.Drop(path("/elsewhere")));

            Whatif whatif = whatif(List.of(web, fax), List.of(drop));

            assertThat(whatif.unread())
                    .extracting(Unread::toString)
                    .containsExactly("2 interactions of fax are of no kind that is known here");
            assertThat(whatif.unknown()).isEqualTo(2);
            assertThat(whatif.interactions()).isEqualTo(4);
            assertThat(whatif.consumers()).containsExactly("fax", "web");
            assertThat(whatif(List.of(fax), List.of(drop)).unknown()).isEqualTo(2);
        }

        @Test
        void is_what_an_example_against_its_own_rules_would_become() {
            Contract odd = contract("odd", http("GET /odd", "{}", """
                            {"status": 200, "body": {"contentType": "application/json", "content": {"id": "x", "a": 1}},
                             "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}}}}
                            """));

            Whatif whatif = whatif(List.of(odd), List.of(Edit.everywhere(new Alteration.Drop(path("/a")))));

            assertThat(whatif.breaks()).isEmpty();
            assertThat(whatif.unjudged())
                    .extracting(Unjudged::reason)
                    .containsExactly("its example does not keep to its own rules");
        }

        @Test
        void is_a_field_of_xml() {
            Contract xml = contract(
                    "xml",
                    http(
                            "GET /xml",
                            "{}",
                            "{\"status\": 200, \"body\": {\"contentType\": \"application/xml\", \"content\": \"<a/>\"}}"));

            assertThat(whatif(List.of(xml, web), List.of(Edit.everywhere(new Alteration.Drop(path("/name")))))
                            .unjudged())
                    .extracting(Unjudged::reason)
                    .containsExactly("its body is not readable as JSON");
        }

        @Test
        void is_nothing_beside_what_breaks_for_certain() {
            Contract xml = contract("xml", http("GET /xml", "{}", """
                            {"status": 200, "headers": {"Location": ["/a"]},
                             "body": {"contentType": "application/xml", "content": "<a/>"}}
                            """));

            Whatif whatif = whatif(
                    List.of(xml, web),
                    List.of(
                            Edit.everywhere(new Alteration.DropHeader("Location")),
                            Edit.everywhere(new Alteration.Drop(path("/name")))));

            assertThat(whatif.breaks()).extracting(Breakage::consumer).containsExactly("xml", "web");
            assertThat(whatif.unjudged()).isEmpty();
        }
    }

    @Nested
    class ANewDocument {
        private static final String DOCUMENT = """
                openapi: 3.0.3
                info: {title: users, version: "1"}
                paths:
                  /users:
                    post:
                      parameters: [{name: dry, in: query, schema: {type: string}}]
                      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
                      responses: {"201": {description: made}}
                  /users/{id}:
                    get:
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                      responses:
                        "404": {description: none}
                        "200":
                          description: ok
                          content:
                            application/json:
                              schema:
                                type: object
                                required: [id, name]
                                properties:
                                  id: {type: integer}
                                  name: {type: string}
                                  nick: {type: string}
                                  home: {type: object, properties: {zip: {type: string}}}
                """;

        private String breaks(String part, String other) throws IOException {
            return breaks(part, other, DOCUMENT);
        }

        /** With other text in place of a part of a document, and in place of more parts. */
        private String breaks(String part, String other, String document, String... more) throws IOException {
            assertThat(document).contains(part);
            String changed = document.replace(part, other);
            for (int i = 0; i < more.length; i += 2) {
                assertThat(changed).contains(more[i]);
                changed = changed.replace(more[i], more[i + 1]);
            }
            return brokenBetween(document, changed, web, app);
        }

        /** Without the consumer and the operation. */
        private String breaksOf(Contract contract, String... parts) throws IOException {
            String changed = DOCUMENT;
            for (int i = 0; i < parts.length; i += 2) {
                assertThat(changed).contains(parts[i]);
                changed = changed.replace(parts[i], parts[i + 1]);
            }
            return brokenBetween(DOCUMENT, changed, contract).replace("reader, GET /users/{id}: ", "");
        }

        private String brokenBetween(String old, String fresh, Contract... read) throws IOException {
            Path before = Files.writeString(directory.resolve("old.yaml"), old);
            Path after = Files.writeString(directory.resolve("new.yaml"), fresh);
            List<Contract> contracts = List.of(read);
            OpenApiDocument document = OpenApiDocument.read(before);
            Whatif whatif = Whatif.of(
                    contracts,
                    PathTemplates.of(contracts, document),
                    Offer.of(document),
                    DocumentChanges.between(before, after));
            return whatif.breaks().stream()
                    .map(each ->
                            each.consumer() + ", " + each.operation() + ": " + String.join("; ", each.differences()))
                    .collect(Collectors.joining("\n"));
        }

        @Test
        void that_says_the_same_breaks_nobody() throws IOException {
            assertThat(breaks("title: users", "title: people")).isEmpty();
        }

        @Test
        void may_lack_a_field_that_somebody_reads() throws IOException {
            assertThat(breaks("                  nick: {type: string}\n", "")).isEmpty();
            assertThat(breaks(", properties: {zip: {type: string}}", ""))
                    .isEqualTo("web, GET /users/{id}: $.home -> Actual map is missing the following keys: zip");
        }

        @Test
        void may_have_another_type() throws IOException {
            assertThat(breaks("id: {type: integer}", "id: {type: string}"))
                    .isEqualTo("web, GET /users/{id}: $.id -> Expected '7' (String) to be an integer");
            assertThat(breaks(
                            "name: {type: string}\n                  nick",
                            "name: {type: string, nullable: true}\n                  nick"))
                    .isEqualTo("web, GET /users/{id}: $.name -> Expected null (Null) to be equal to 'Al' (String)");
        }

        @Test
        void may_widen_a_type_to_several_or_to_anything() throws IOException {
            String integer = "id: {type: integer}";

            assertThat(breaks(integer, "id: {oneOf: [{type: integer}, {type: string}]}"))
                    .isEqualTo("web, GET /users/{id}: $.id -> Expected '7' (String) to be an integer");
            assertThat(breaks(integer, "id: {anyOf: [{type: integer}, {enum: [7, null]}]}"))
                    .isEqualTo("web, GET /users/{id}: $.id -> Expected null (Null) to be an integer");
            String anything = "web, GET /users/{id}: $.id -> Expected [7] (Array) to be an integer; "
                    + "$.id -> Expected true (Boolean) to be an integer; $.id -> Expected null (Null) to be an integer; "
                    + "$.id -> Expected 1.5 (Decimal) to be an integer; $.id -> Expected {} (Object) to be an integer; "
                    + "$.id -> Expected '7' (String) to be an integer";
            assertThat(breaks(integer, "id: {}")).isEqualTo(anything);
            assertThat(breaks(integer, "id: {description: anything, example: 7}"))
                    .isEqualTo(anything);
        }

        @Test
        void may_write_the_same_type_in_another_way() throws IOException {
            assertThat(breaks("id: {type: integer}", "id: {allOf: [{type: integer}, {minimum: 1}]}"))
                    .isEmpty();
            assertThat(breaks("id: {type: integer}", "id: {oneOf: [{type: integer}, {enum: [8]}]}"))
                    .isEmpty();
            assertThat(breaks("home: {type: object, properties", "home: {properties"))
                    .isEmpty();
        }

        @Test
        void may_say_of_a_class_of_statuses_what_it_said_of_one() throws IOException {
            assertThat(breaks("\"200\":", "2XX:")).isEmpty();
            assertThat(breaks("2XX:", "\"200\":", DOCUMENT.replace("\"200\":", "2XX:")))
                    .isEmpty();
            assertThat(breaks("2XX:", "\"201\":", DOCUMENT.replace("\"200\":", "2XX:")))
                    .isEqualTo("web, GET /users/{id}: GET /users/7 -> there is no status 200 any more");
            assertThat(breaks("\"200\":", "2xx:", DOCUMENT, "name: {type: string}\n", "fullName: {type: string}\n"))
                    .isEqualTo("web, GET /users/{id}: $ -> Actual map is missing the following keys: name");
        }

        @Test
        void may_say_something_else_of_all_other_statuses() throws IOException {
            String before = DOCUMENT.replace("\"200\":", "default:");

            assertThat(breaks("id: {type: integer}", "id: {type: string}", before))
                    .isEqualTo("web, GET /users/{id}: $.id -> Expected '7' (String) to be an integer");
            assertThat(breaks("default:", "\"200\":", before)).isEmpty();
            assertThat(breaks("default:", "\"500\":", before))
                    .isEqualTo("web, GET /users/{id}: GET /users/7 -> there is no status 200 any more");
        }

        @Test
        void may_require_less_of_the_provider() throws IOException {
            assertThat(breaks("required: [id, name]", "required: [id]"))
                    .isEqualTo("web, GET /users/{id}: $ -> Actual map is missing the following keys: name");
        }

        /** A contract with an answer to {@code GET /users/7}, with rules for its body. */
        private static Contract reader(String content, String rules) {
            return contract("reader", http("GET /users/7", "{}", """
                    {"status": 200, "headers": {"Content-Type": ["application/json"]},
                     "body": {"contentType": "application/json", "content": %s}, "matchingRules": {"body": {%s}}}
                    """.formatted(content, rules)));
        }

        @Test
        void may_offer_several_other_types_each_of_which_is_tried() throws IOException {
            Contract nullable = reader("{\"id\": 7}", """
                    "$.id": {"combine": "OR", "matchers": [{"match": "integer"}, {"match": "null"}]}""");
            Contract digits = reader("{\"name\": \"42\"}", """
                    "$.name": {"matchers": [{"match": "regex", "regex": "\\\\d+"}]}""");

            assertThat(breaksOf(nullable, "id: {type: integer}", "id: {anyOf: [{type: number}, {enum: [null]}]}"))
                    .isEqualTo(
                            "$.id -> Expected 1.5 (Decimal) to be an integer; $.id -> Expected 1.5 (Decimal) to be a null value");
            assertThat(breaksOf(
                            digits,
                            "name: {type: string}\n                  nick",
                            "name: {anyOf: [{type: string}, {type: integer}, {enum: [null]}]}\n                  nick"))
                    .isEqualTo("$.name -> Expected null to match '\\d+'");
        }

        @Test
        void may_both_leave_out_a_field_and_give_it_another_type() throws IOException {
            Contract optional = contract("reader", http("GET /users/7", "{}", """
                    {"status": 200, "headers": {"Content-Type": ["application/json"]},
                     "body": {"contentType": "application/json", "content": {"id": 7}},
                     "matchingRules": {"body": {"$.name": {"matchers": [{"match": "type"}]}}},
                     "presence": {"optional": {"$.name": "Al"}}}
                    """));
            String name = "name: {type: string}\n                  nick";

            assertThat(breaksOf(optional, "required: [id, name]", "required: [id]"))
                    .isEmpty();
            assertThat(breaksOf(
                            optional,
                            "required: [id, name]",
                            "required: [id]",
                            name,
                            "name: {type: integer}\n                  nick"))
                    .isEqualTo("$.name -> Expected 1 (Integer) to be the same type as 'Al' (String)");
        }

        @Test
        void may_lack_one_field_and_give_another_one_another_type() throws IOException {
            assertThat(breaks(
                            "id: {type: integer}",
                            "id: {type: string}",
                            DOCUMENT,
                            ", properties: {zip: {type: string}}",
                            ""))
                    .isEqualTo("web, GET /users/{id}: $.home -> Actual map is missing the following keys: zip; "
                            + "$.id -> Expected '7' (String) to be an integer");
        }

        private static final String LIST = """
                openapi: 3.0.3
                info: {title: users, version: "1"}
                paths:
                  /users/{id}:
                    get:
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                      responses:
                        "200":
                          description: ok
                          headers: {X-Page: {required: true, schema: {type: string}}}
                          content: {application/json: {schema: {type: array, items: {properties: {id: {type: integer}}}}}}
                """;

        @Test
        void may_put_a_list_into_an_object() throws IOException {
            Contract list = reader("[{\"id\": 7}]", "");
            String paged = LIST.replace(
                    "{type: array, items: {properties: {id: {type: integer}}}}",
                    "{properties: {items: {type: array, items: {properties: {id: {type: integer}}}}}}");

            assertThat(brokenBetween(LIST, paged, list))
                    .isEqualTo(
                            "reader, GET /users/{id}: $ -> Type mismatch: Expected {} (Object) to be the same type as [{\"id\":7}] (Array)");
            assertThat(brokenBetween(paged, LIST, reader("{\"items\": []}", "")))
                    .isEqualTo(
                            "reader, GET /users/{id}: "
                                    + "$ -> Actual map is missing the following keys: items; "
                                    + "$ -> Type mismatch: Expected [{}] (Array) to be the same type as {\"items\":[]} (Object)");
        }

        @Test
        void may_have_another_value_in_place_of_a_whole_body() throws IOException {
            String number =
                    LIST.replace("{type: array, items: {properties: {id: {type: integer}}}}", "{type: integer}");

            assertThat(brokenBetween(number, number.replace("{type: integer}", "{type: string}"), reader("7", "")))
                    .isEqualTo("reader, GET /users/{id}: $ -> Expected '7' (String) to be equal to 7 (Integer)");
            assertThat(brokenBetween(number, number.replace("schema: {type: integer}", ""), reader("7", "")))
                    .contains("$ -> Expected null (Null) to be equal to 7 (Integer)");
        }

        @Test
        void may_have_no_body_any_more() throws IOException {
            String none = LIST.replaceFirst("          content: .*\n", "");

            assertThat(brokenBetween(LIST, none, reader("[7]", "")))
                    .isEqualTo("reader, GET /users/{id}: "
                            + "Content-Type -> Expected a header 'Content-Type' with the value 'application/json' but was missing; "
                            + "$ -> Expected body '[7]' but was missing");
            assertThat(brokenBetween(LIST, none, web("\"X-Page\": [\"1\"]"))).isEmpty();
        }

        /** A contract that looks at a header and at no body. */
        private static Contract web(String header) {
            return contract("web", http("GET /users/7", "{}", "{\"status\": 200, \"headers\": {" + header + "}}"));
        }

        @Test
        void may_lack_a_header_or_need_not_have_it() throws IOException {
            Contract paging = web("\"X-Page\": [\"1\"]");
            String broken =
                    "web, GET /users/{id}: X-Page -> Expected a header 'X-Page' with the value '1' but was missing";

            assertThat(brokenBetween(
                            LIST,
                            LIST.replace("required: true, schema: {type: string}}}", "schema: {type: string}}}"),
                            paging))
                    .isEqualTo(broken);
            assertThat(brokenBetween(LIST, LIST.replaceFirst("          headers: .*\n", ""), paging))
                    .isEqualTo(broken);
            assertThat(brokenBetween(
                            LIST.replace("required: true, schema: {type: string}}}", "schema: {type: string}}}"),
                            LIST,
                            paging))
                    .isEmpty();
        }

        @Test
        void may_give_another_type_of_body() throws IOException {
            Contract list = reader("[7]", "");
            String other = LIST.replace("application/json", "application/vnd.x+json");

            assertThat(brokenBetween(LIST, other, list))
                    .isEqualTo(
                            "reader, GET /users/{id}: "
                                    + "Content-Type -> Expected header 'Content-Type' to have value 'application/json' but was 'application/vnd.x+json'; "
                                    + "Expected a body of 'application/json' but the actual content type was 'application/vnd.x+json'");
            assertThat(brokenBetween(LIST, LIST.replace("application/json", "\"*/*\""), list))
                    .isEmpty();
            assertThat(brokenBetween(
                            LIST, LIST.replace("application/json", "\"application/json;charset=utf-8\""), list))
                    .isEmpty();
            assertThat(brokenBetween(LIST, LIST.replace("application/json", "\"text/*\""), list))
                    .contains("but the actual content type was 'text/x'");
        }

        @Test
        void may_say_something_else_of_each_type() throws IOException {
            String other =
                    "application/vnd.x+json: {schema: {type: array, items: {properties: {key: {type: string}}}}}";
            String two = LIST.replace("content: {", "content: {" + other + ", ");

            assertThat(brokenBetween(
                            two, two.replace("{type: integer}", "{type: string}"), reader("[{\"id\": 7}]", "")))
                    .isEqualTo("reader, GET /users/{id}: $[0].id -> Expected '7' (String) to be equal to 7 (Integer)");
            assertThat(brokenBetween(LIST, two, reader("[{\"id\": 7}]", ""))).isEmpty();
        }

        @Test
        void may_require_a_field_in_only_some_of_several_alternatives() throws IOException {
            String at = "at: {properties: {x: {type: integer}}, required: [x]}";
            String both = "{allOf: [{properties: {id: {type: integer}, " + at + "}}, {required: [id, at]}]}";
            String less = "{properties: {id: {type: integer}, at: {properties: {y: {type: integer}}}}, required: [at]}";
            String same = "{properties: {id: {type: integer}}, required: [id, at]}";

            assertThat(brokenBetween(listOf(both), listOf(oneOf(both, less)), reader("[{\"id\": 7}]", "")))
                    .isEqualTo("reader, GET /users/{id}: $[0] -> Actual map is missing the following keys: id");
            assertThat(brokenBetween(listOf(both), listOf(oneOf(both, less)), reader("[{\"at\": {\"x\": 1}}]", "")))
                    .isEqualTo("reader, GET /users/{id}: $[0].at -> Actual map is missing the following keys: x");
            assertThat(brokenBetween(listOf(both), listOf(oneOf(both, same)), reader("[{\"id\": 7}]", "")))
                    .isEmpty();
        }

        @Test
        void may_require_less_of_the_only_alternative_that_has_fields() throws IOException {
            String home = "{properties: {zip: {type: string}}, required: [zip]}";
            String open = home.replace(", required: [zip]", "");
            Contract reader = reader("[{\"home\": {\"zip\": \"1\"}}]", """
                    "$[*].home": {"combine": "OR", "matchers": [{"match": "type"}, {"match": "null"}]}""");

            assertThat(brokenBetween(inHome(home), inHome(oneOf("{enum: [null]}", home)), reader))
                    .isEmpty();
            assertThat(brokenBetween(
                            inHome(oneOf("{enum: [null]}", home)), inHome(oneOf("{enum: [null]}", open)), reader))
                    .isEqualTo("reader, GET /users/{id}: $[0].home -> Actual map is missing the following keys: zip");
        }

        private static String inHome(String schema) {
            return listOf("{properties: {home: " + schema + "}}");
        }

        private static String listOf(String element) {
            return LIST.replace("{properties: {id: {type: integer}}}", element);
        }

        private static String oneOf(String one, String other) {
            return "{oneOf: [" + one + ", " + other + "]}";
        }

        @Test
        void may_say_of_any_type_what_changes() throws IOException {
            String any = LIST.replace("application/json", "\"*/*\"");

            assertThat(brokenBetween(
                            any, any.replace("{type: integer}", "{type: string}"), reader("[{\"id\": 7}]", "")))
                    .isEqualTo("reader, GET /users/{id}: $[0].id -> Expected '7' (String) to be equal to 7 (Integer)");
        }

        @Test
        void may_require_more_of_requests() throws IOException {
            assertThat(breaks(
                            "schema: {type: object, properties: {name",
                            "schema: {type: object, required: [age], properties: {name"))
                    .isEqualTo("app, POST /users: POST /users -> request $ required property 'age' not found");
            assertThat(breaks("in: query, schema", "in: query, required: true, schema"))
                    .isEmpty();
        }

        @Test
        void may_lack_a_status_or_an_operation() throws IOException {
            assertThat(breaks("        \"404\": {description: none}\n", ""))
                    .isEqualTo("web, GET /users/{id}: GET /users/8 -> there is no status 404 any more");
            Contract failing = contract("reader", http("GET /users/7", "{}", "{\"status\": 500}"));
            String with500 = DOCUMENT.replace("\"404\"", "\"500\"");
            assertThat(brokenBetween(with500, DOCUMENT, failing))
                    .isEqualTo("reader, GET /users/{id}: GET /users/7 -> there is no status 500 any more");
            assertThat(breaks("    post:", "    put:"))
                    .isEqualTo("app, POST /users: POST /users -> there is no such operation any more");
        }
    }

    @Nested
    class Paths {
        @Test
        void are_pointers_or_paths_of_reports() {
            assertThat(path("/a/0/*/b~1c~0")).isEqualTo(new FieldPath(List.of("a", "0", "*", "b/c~")));
            assertThat(path("$.a[0][*]['b/c~']")).hasToString("/a/0/*/b~1c~0");
            assertThat(FieldPath.parse("a.b")).isEmpty();
            assertThat(FieldPath.parse("$")).isEmpty();
        }
    }
}
