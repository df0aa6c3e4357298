package dev.contract.compare.edit;

import static dev.contract.compare.edit.Contracts.contract;
import static dev.contract.compare.edit.Contracts.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.core.model.Contract;
import dev.contract.openapi.document.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentChangesTest {
    @TempDir
    private Path directory;

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
        return brokenBetween(document, changed, Contracts.WEB, Contracts.APP);
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
        return between(old, fresh, read).breaks().stream()
                .map(each -> each.consumer() + ", " + each.operation() + ": " + Contracts.sentences(each))
                .collect(Collectors.joining("\n"));
    }

    private Whatif between(String old, String fresh, Contract... read) throws IOException {
        Path before = Files.writeString(directory.resolve("old.yaml"), old);
        Path after = Files.writeString(directory.resolve("new.yaml"), fresh);
        List<Contract> contracts = List.of(read);
        OpenApiDocument document = OpenApiDocument.read(before);
        return Whatif.of(
                contracts,
                PathTemplates.of(contracts, document),
                Offer.of(document),
                DocumentChanges.between(before, after));
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
        String anything = "web, GET /users/{id}: $.id -> Expected '7' (String) to be an integer; "
                + "$.id -> Expected 1.5 (Decimal) to be an integer; $.id -> Expected true (Boolean) to be an integer; "
                + "$.id -> Expected {} (Object) to be an integer; $.id -> Expected [7] (Array) to be an integer; "
                + "$.id -> Expected null (Null) to be an integer";
        assertThat(breaks(integer, "id: {}")).isEqualTo(anything);
        assertThat(breaks(integer, "id: {description: anything, example: 7}")).isEqualTo(anything);
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
    void may_say_in_one_part_what_another_part_does_not_say() throws IOException {
        String said =
                "{properties: {id: {type: number}, home: {type: object, required: [zip], properties: {zip: {type: string}}}}}";
        String more = "{properties: {id: {minimum: 1}, home: {properties: {city: {type: string}}}}}";
        String kinds =
                "{oneOf: [{properties: {id: {type: integer}}}, {properties: {id: {multipleOf: 5, type: integer}}}]}";
        Contract reader = reader("[{\"id\": 7, \"home\": {\"zip\": \"1\"}}]", """
                "$[*].id": {"matchers": [{"match": "number"}]}""");

        assertThat(brokenBetween(listOf(said), listOf("{allOf: [" + said + ", " + more + "]}"), reader))
                .isEmpty();
        assertThat(brokenBetween(listOf(said), listOf("{allOf: [" + said + ", " + kinds + "]}"), reader))
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

        assertThat(breaksOf(optional, "required: [id, name]", "required: [id]")).isEmpty();
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
                .isEqualTo("web, GET /users/{id}: $.id -> Expected '7' (String) to be an integer; "
                        + "$.home -> Actual map is missing the following keys: zip");
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
                .isEqualTo("reader, GET /users/{id}: "
                        + "$ -> Type mismatch: Expected [{}] (Array) to be the same type as {\"items\":[]} (Object)");
    }

    @Test
    void may_have_another_value_in_place_of_a_whole_body() throws IOException {
        String number = LIST.replace("{type: array, items: {properties: {id: {type: integer}}}}", "{type: integer}");

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
        String broken = "web, GET /users/{id}: X-Page -> Expected a header 'X-Page' with the value '1' but was missing";

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
        assertThat(brokenBetween(LIST, LIST.replace("application/json", "\"application/json;charset=utf-8\""), list))
                .isEmpty();
        assertThat(brokenBetween(LIST, LIST.replace("application/json", "\"text/*\""), list))
                .contains("but the actual content type was 'text/x'");
    }

    @Test
    void may_say_something_else_of_each_type() throws IOException {
        String other = "application/vnd.x+json: {schema: {type: array, items: {properties: {key: {type: string}}}}}";
        String two = LIST.replace("content: {", "content: {" + other + ", ");

        assertThat(brokenBetween(two, two.replace("{type: integer}", "{type: string}"), reader("[{\"id\": 7}]", "")))
                .isEqualTo("reader, GET /users/{id}: $[0].id -> Expected '7' (String) to be equal to 7 (Integer)");
        assertThat(brokenBetween(LIST, two, reader("[{\"id\": 7}]", ""))).isEmpty();
    }

    @Test
    void may_drop_a_field_of_one_type_of_body_without_those_who_read_another_one() throws IOException {
        String other = "application/vnd.x+json: {schema: {type: array, items: {properties: {id: {type: integer}}}}}";
        String two = LIST.replace("content: {", "content: {" + other + ", ");
        String fewer = two.replace(other, other.replace("{id: {type: integer}}", "{}"));
        Contract vendor = contract("vendor", http("GET /users/7", "{}", """
                {"status": 200, "body": {"contentType": "application/vnd.x+json", "content": [{"id": 7}]}}
                """));

        assertThat(brokenBetween(two, fewer, reader("[{\"id\": 7}]", ""), vendor))
                .isEqualTo("vendor, GET /users/{id}: $[0] -> Actual map is missing the following keys: id");
    }

    @Test
    void may_change_only_one_of_several_types_that_an_answer_without_a_type_may_be_of() throws IOException {
        String schema = "{schema: {type: array, items: {properties: {id: {type: integer}}}}}";
        String one = "application/vnd.a+json: " + schema;
        String two = LIST.replaceFirst("application/json: .*", one + ", application/vnd.b+json: " + schema + "}");
        Contract untyped = contract("untyped", http("GET /users/7", "{}", """
                {"status": 200, "body": {"content": [{"id": 7}]}}
                """));

        Whatif ofOne = between(two, two.replace(one, one.replace("id:", "key:")), untyped);
        String single = LIST.replaceFirst("application/json: .*", one + ", text/plain: {}}");
        Whatif ofAll = between(single, single.replace("id:", "key:"), untyped);

        assertThat(ofOne.breaks())
                .flatExtracting(Breakage::differences)
                .extracting(Difference::sentence, Difference::isPossible)
                .containsExactly(tuple("$[0] -> Actual map is missing the following keys: id", true));
        assertThat(ofAll.breaks())
                .flatExtracting(Breakage::differences)
                .extracting(Difference::isPossible)
                .containsExactly(false);
    }

    @Test
    void may_limit_entries_no_more_that_lie_beside_declared_fields() throws IOException {
        String map = listOf("{properties: {id: {type: integer}}, additionalProperties: {type: integer}}");
        Contract reader = reader("[{\"id\": 7, \"apples\": 3}]", "");

        assertThat(brokenBetween(map, map.replace(", additionalProperties: {type: integer}", ""), reader))
                .isEmpty();
        assertThat(brokenBetween(
                        map,
                        map.replace("additionalProperties: {type: integer}", "additionalProperties: true"),
                        reader))
                .isEmpty();
    }

    @Test
    void may_make_a_declared_field_one_of_any_entries() throws IOException {
        String declared = "{properties: {id: {type: integer}, apples: {type: integer}}, required: [apples]}";
        String map = "{properties: {id: {type: integer}}, additionalProperties: {type: TYPE}}";
        Contract reader = reader("[{\"id\": 7, \"apples\": 3}]", "");

        assertThat(brokenBetween(
                        listOf(declared.replace(", required: [apples]", "")),
                        listOf(map.replace("TYPE", "integer")),
                        reader))
                .isEmpty();
        assertThat(between(listOf(declared), listOf(map.replace("TYPE", "string")), reader)
                        .breaks())
                .flatExtracting(Breakage::differences)
                .extracting(Difference::sentence, Difference::isPossible)
                .containsExactly(
                        tuple("$[0].apples -> Expected '3' (String) to be equal to 3 (Integer)", true),
                        tuple("$[0] -> Actual map is missing the following keys: apples", true));
    }

    @Test
    void says_of_xml_only_what_changes_in_its_own_schema() throws IOException {
        String schema = "{schema: {properties: {id: {type: integer}}}}";
        String both = LIST.replace("content: {", "content: {application/xml: " + schema + ", ");
        Contract xml = contract("xml", http("GET /users/7", "{}", """
                {"status": 200, "body": {"contentType": "application/xml", "content": "<user><id>7</id></user>"}}
                """));

        Whatif ofJson = between(
                both,
                both.replace("{type: array, items: {properties: {id", "{type: array, items: {properties: {key"),
                xml);
        Whatif ofXml =
                between(both, both.replace(schema, schema.replace("id", "key")), xml, reader("[{\"id\": 7}]", ""));

        assertThat(ofJson.breaks()).isEmpty();
        assertThat(ofJson.unknown()).isZero();
        assertThat(ofXml.breaks()).isEmpty();
        assertThat(ofXml.unjudged())
                .extracting(Unjudged::consumer, Unjudged::reason)
                .containsExactly(tuple("xml", "its body is not readable as JSON"));
    }

    @Test
    void may_say_of_a_field_that_it_is_one_of_those_around_it() throws IOException {
        String user = "{properties: {id: {type: integer}, boss: BOSS}}";
        String itself = user.replace(
                "BOSS", "{$ref: '#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/items'}");
        String inline = user.replace("BOSS", user.replace(", boss: BOSS", ""));

        assertThat(brokenBetween(listOf(inline), listOf(itself), reader("[{\"id\": 7, \"boss\": {\"id\": 8}}]", "")))
                .isEmpty();
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
        assertThat(brokenBetween(inHome(oneOf("{enum: [null]}", home)), inHome(oneOf("{enum: [null]}", open)), reader))
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

        assertThat(brokenBetween(any, any.replace("{type: integer}", "{type: string}"), reader("[{\"id\": 7}]", "")))
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
    void may_require_more_of_requests_that_have_bad_answers() throws IOException {
        String path = "parameters: [{name: id, in: path, required: true, schema: {type: string}}";
        String required = path + ", {name: v, in: query, required: true, schema: {type: string}}";

        assertThat(breaks(path, required))
                .isEqualTo("web, GET /users/{id}: GET /users/7 -> request query \"v\" is required\n"
                        + "web, GET /users/{id}: GET /users/8 -> request query \"v\" is required");
    }

    @Test
    void may_have_its_paths_elsewhere() throws IOException {
        String below = DOCUMENT.replace("paths:\n", "servers: [{url: \"https://users.example/v2\"}]\npaths:\n");
        Contract old = contract("old", http("GET /v2/users/7", "{}", "{\"status\": 200}"));

        assertThat(brokenBetween(DOCUMENT, below, Contracts.APP))
                .isEqualTo("app, POST /users: POST /users -> the paths of the new document are below /v2");
        assertThat(brokenBetween(below, DOCUMENT, old))
                .isEqualTo("old, GET /users/{id}: GET /v2/users/7 -> the paths of the new document are below /");
        assertThat(brokenBetween(below, DOCUMENT, Contracts.APP)).isEmpty();
        assertThat(brokenBetween(below, below.replace("/v2", "/v3").replace("    get:", "    put:"), old))
                .isEqualTo("old, GET /users/{id}: GET /v2/users/7 -> there is no such operation any more");
    }

    @Test
    void leaves_requests_that_are_bad_on_purpose_as_they_are() throws IOException {
        Contract bad = contract(
                "bad", http("POST /users", """
                        {"body": {"contentType": "application/json", "content": {"name": 1}}}
                        """, "{\"status\": 422}"), http("POST /users", """
                        {"body": {"contentType": "application/json", "content": {"name": 1}}}
                        """, "{\"status\": 409}"));
        String stricter = DOCUMENT.replace(
                "{type: object, properties: {name", "{type: object, required: [age], properties: {name");

        assertThat(brokenBetween(DOCUMENT, stricter, bad))
                .isEqualTo("bad, POST /users: POST /users -> request $ required property 'age' not found");
    }

    @Test
    void may_say_of_requests_that_are_bad_on_purpose_that_they_are() throws IOException {
        String any = "in: query, schema: {type: string}";
        Contract bad = contract(
                "bad",
                http("POST /users", "{\"query\": {\"dry\": [\"maybe\"]}}", """
                        {"status": 400, "body": {"contentType": "application/json", "content": {"error": "dry"}}}
                        """),
                http("POST /users", "{\"query\": {\"dry\": [\"maybe\"]}}", "{\"status\": 201}"));

        assertThat(brokenBetween(DOCUMENT, DOCUMENT.replace(any, any.replace("string", "integer")), bad))
                .isEqualTo("bad, POST /users: POST /users -> request query \"dry\" $ is to be integer");
    }

    @Test
    void may_no_longer_have_a_type() throws IOException {
        String name = "name: {type: string}\n                  nick";
        String nullable = "name: {type: string, nullable: true}\n                  nick";
        Contract none = reader("{\"name\": null}", "");
        Contract nothingOrText = reader("{\"name\": null}", """
                "$.name": {"combine": "OR", "matchers": [{"match": "null"}, {"match": "regex", "regex": ".*"}]}""");
        String number = DOCUMENT.replace("id: {type: integer}", "id: {type: number}");

        assertThat(brokenBetween(DOCUMENT.replace(name, nullable), DOCUMENT, none))
                .isEqualTo("reader, GET /users/{id}: $.name -> Expected 'null' (String) to be equal to null (Null)");
        assertThat(brokenBetween(
                        DOCUMENT.replace(name, nullable), DOCUMENT, nothingOrText, reader("{\"name\": \"Al\"}", "")))
                .isEmpty();
        assertThat(brokenBetween(number, DOCUMENT, reader("{\"id\": 1.5}", "")))
                .isEqualTo("reader, GET /users/{id}: $.id -> Expected 1 (Integer) to be equal to 1.5 (Decimal)");
        assertThat(brokenBetween(number, DOCUMENT, reader("{\"id\": 7}", ""))).isEmpty();
        assertThat(brokenBetween(
                        DOCUMENT,
                        number.replace("{type: number}", "{oneOf: [{enum: [null]}, {type: string}]}"),
                        reader("{\"id\": 7}", "")))
                .isEqualTo("reader, GET /users/{id}: $.id -> Expected '7' (String) to be equal to 7 (Integer); "
                        + "$.id -> Expected null (Null) to be equal to 7 (Integer)");
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
