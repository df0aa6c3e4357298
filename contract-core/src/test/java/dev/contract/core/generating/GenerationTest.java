package dev.contract.core.generating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.generating.GenerationContext.Mode;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationTest {
    private static final GenerationContext PROVIDER = GenerationContext.builder()
            .mode(Mode.PROVIDER)
            .states(List.of(ProviderState.of("user exists")))
            .stateValues(
                    JsonObject.builder().put("id", 1000).put("name", "Jörg B").build())
            .build();
    private static final GenerationContext CONSUMER =
            GenerationContext.builder().mockServer("http://stub").build();

    private static Generator state(String expression) {
        return new Generator(
                "ProviderState",
                JsonObject.builder().put("expression", expression).build());
    }

    private static Generator seven() {
        return new Generator(
                "RandomInt", JsonObject.builder().put("min", 7).put("max", 7).build());
    }

    private static RequestPart request(HttpRequest example, Category category, String key, Generator generator) {
        return RequestPart.of(example, MatchingRules.NONE, Generators.NONE.with(category, key, generator));
    }

    private static ResponsePart response(HttpResponse example, Category category, String key, Generator generator) {
        return ResponsePart.of(example, MatchingRules.NONE, Generators.NONE.with(category, key, generator));
    }

    private static String body(String json, String path, Generator generator) {
        ResponsePart part = response(
                HttpResponse.of(200).withBody(Body.json(JsonReader.read(json))), Category.BODY, path, generator);
        return Generation.apply(part, CONSUMER).value().example().body().text();
    }

    @Test
    void a_part_without_generators_comes_back_as_it_is() {
        RequestPart part = RequestPart.of(HttpRequest.of("GET", "/"));

        assertThat(Generation.apply(part, CONSUMER).value()).isSameAs(part);
    }

    @Test
    void a_response_without_generators_of_its_own_or_in_its_matchers_is_the_same_every_time() {
        ResponsePart plain = ResponsePart.of(HttpResponse.of(200));
        MatchingRule each = new MatchingRule(
                "eachKey",
                JsonReader.read("{\"generator\": {\"type\": \"Uuid\"}}")
                        .asObject()
                        .orElseThrow());
        ResponsePart carried = ResponsePart.of(
                HttpResponse.of(200), MatchingRules.NONE.with(Category.BODY, "$", RuleGroup.of(each)), Generators.NONE);

        assertThat(Generation.isFixed(plain)).isTrue();
        assertThat(Generation.isFixed(carried)).isFalse();
        assertThat(Generation.isFixed(response(HttpResponse.of(200), Category.STATUS, "", seven())))
                .isFalse();
    }

    @Nested
    class Requests {
        @Test
        void have_a_generated_path() {
            RequestPart part = request(HttpRequest.of("GET", "/users/1"), Category.PATH, "", state("/users/${id}"));

            assertThat(Generation.apply(part, PROVIDER).value().example().path())
                    .isEqualTo("/users/1000");
        }

        @Test
        void have_a_path_that_can_be_sent() {
            RequestPart part = request(HttpRequest.of("GET", "/users/1"), Category.PATH, "", state("/users/${name}"));

            assertThat(Generation.apply(part, PROVIDER).value().example().path())
                    .isEqualTo("/users/J%C3%B6rg%20B");
        }

        @Test
        void have_all_values_of_a_parameter_generated() {
            HttpRequest example = HttpRequest.of("GET", "/").withQuery(Query.of(Map.of("id", List.of("1", "2"))));

            assertThat(Generation.apply(request(example, Category.QUERY, "id", seven()), PROVIDER)
                            .value()
                            .example()
                            .query()
                            .values("id"))
                    .containsExactly("7", "7");
        }

        @Test
        void have_one_value_of_a_parameter_generated_where_it_is_numbered() {
            HttpRequest example = HttpRequest.of("GET", "/").withQuery(Query.of(Map.of("id", List.of("1", "2"))));

            assertThat(Generation.apply(request(example, Category.QUERY, "id[1]", seven()), PROVIDER)
                            .value()
                            .example()
                            .query()
                            .values("id"))
                    .containsExactly("1", "7");
        }

        @ParameterizedTest
        @CsvSource({"id,id", "$.id,id", "$['user id'],user id"})
        void have_names_that_writers_make_paths_of(String key, String name) {
            HttpRequest example = HttpRequest.of("GET", "/")
                    .withQuery(Query.of(Map.of(name, List.of("1"))))
                    .withHeader(name.replace(' ', '-'), "1");
            RequestPart part = RequestPart.of(
                    example,
                    MatchingRules.NONE,
                    Generators.NONE
                            .with(Category.QUERY, key, seven())
                            .with(Category.HEADER, key.replace(' ', '-'), seven()));

            HttpRequest fresh = Generation.apply(part, PROVIDER).value().example();

            assertThat(fresh.query().toMap()).isEqualTo(Map.of(name, List.of("7")));
            assertThat(fresh.headers().values(name.replace(' ', '-'))).containsExactly("7");
        }

        @Test
        void get_a_parameter_that_the_example_lacks() {
            RequestPart part = request(HttpRequest.of("GET", "/"), Category.QUERY, "v1", seven());

            assertThat(Generation.apply(part, PROVIDER)
                            .value()
                            .example()
                            .query()
                            .values("v1"))
                    .containsExactly("7");
        }

        @Test
        void have_generated_headers_whatever_their_case() {
            HttpRequest example = HttpRequest.of("GET", "/").withHeaders(Headers.of("X-User", "1"));

            assertThat(Generation.apply(request(example, Category.HEADER, "x-user", state("id-${id}")), PROVIDER)
                            .value()
                            .example()
                            .headers())
                    .isEqualTo(Headers.of("X-User", "id-1000"));
        }

        @Test
        void have_generated_form_fields() {
            HttpRequest example = HttpRequest.of("POST", "/").withBody(Body.text("id=1&id=2&name=x", ContentType.FORM));

            assertThat(Generation.apply(request(example, Category.BODY, "$.id", seven()), PROVIDER)
                            .value()
                            .example()
                            .body()
                            .text())
                    .isEqualTo("id=7&id=7&name=x");
            assertThat(Generation.apply(request(example, Category.BODY, "$.id[1]", seven()), PROVIDER)
                            .value()
                            .example()
                            .body()
                            .text())
                    .isEqualTo("id=1&id=7&name=x");
        }
    }

    @Nested
    class Responses {
        @Test
        void have_a_generated_status() {
            Generator generator = new Generator(
                    "RandomInt",
                    JsonObject.builder().put("min", 201).put("max", 201).build());

            assertThat(Generation.apply(response(HttpResponse.of(200), Category.STATUS, "", generator), CONSUMER)
                            .value()
                            .example()
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void keep_their_status_when_the_generated_one_is_none() {
            var generated = Generation.apply(response(HttpResponse.of(200), Category.STATUS, "", seven()), CONSUMER);

            assertThat(generated.value().example().status()).isEqualTo(200);
            assertThat(generated.problems()).extracting(Problem::what).containsExactly("the generated status is none");
        }
    }

    @Nested
    class JsonBodies {
        @Test
        void have_all_values_at_a_path_replaced() {
            assertThat(body("{\"a\":[{\"id\":1,\"x\":1},{\"id\":2}]}", "$.a[*].id", seven()))
                    .isEqualTo("{\"a\":[{\"id\":7,\"x\":1},{\"id\":7}]}");
            assertThat(body("{\"a\":1,\"b\":[1]}", "$.*", seven())).isEqualTo("{\"a\":7,\"b\":7}");
            assertThat(body("[1,2,3]", "$[1]", seven())).isEqualTo("[1,7,3]");
            assertThat(body("1", "$", seven())).isEqualTo("7");
            assertThat(body("{\"a b\":1}", "$['a b']", seven())).isEqualTo("{\"a b\":7}");
        }

        @Test
        void have_no_place_added() {
            assertThat(body("{\"a\":1}", "$.b", seven())).isEqualTo("{\"a\":1}");
            assertThat(body("{\"a\":1}", "$[*]", seven())).isEqualTo("{\"a\":1}");
        }

        @Test
        void take_keys_without_the_root() {
            assertThat(body("{\"a\":1}", "a", seven())).isEqualTo("{\"a\":7}");
        }

        @Test
        void keep_the_texts_of_their_numbers() {
            assertThat(body("{\"a\":1,\"price\":10.50}", "$.a", seven())).isEqualTo("{\"a\":7,\"price\":10.50}");
        }

        @Test
        void of_other_types_stay_as_they_are() {
            ResponsePart part = response(
                    HttpResponse.of(200).withBody(Body.text("{\"a\":1}", ContentType.TEXT)),
                    Category.BODY,
                    "$.a",
                    seven());

            assertThat(Generation.apply(part, CONSUMER).value().example().body().text())
                    .isEqualTo("{\"a\":1}");
        }

        @Test
        void have_links_to_the_stub_on_the_consumers_side_only() {
            Generator link = new Generator(
                    "MockServerURL",
                    JsonObject.builder()
                            .put("regex", ".*(/a)$")
                            .put("example", "http://localhost/a")
                            .build());
            ResponsePart part = response(
                    HttpResponse.of(200).withBody(Body.json(JsonReader.read("{\"l\":\"http://localhost/a\"}"))),
                    Category.BODY,
                    "$.l",
                    link);

            assertThat(Generation.apply(part, CONSUMER).value().example().body().text())
                    .isEqualTo("{\"l\":\"http://stub/a\"}");
            assertThat(Generation.apply(part, PROVIDER).value().example().body().text())
                    .isEqualTo("{\"l\":\"http://localhost/a\"}");
        }

        @Test
        void have_the_generators_that_matchers_carry_applied() {
            assertThat(carried("[{\"id\":1},{\"id\":2}]", """
                    {"variants":[{"index":1,"rules":{},"generators":{"$.id":{"type":"RandomInt","min":7,"max":7}}}]}""", "arrayContains")).isEqualTo("[{\"id\":1},{\"id\":7}]");
            assertThat(carried("{\"a\":1,\"b\":2}", """
                    {"rules":[],"generator":{"type":"RandomInt","min":7,"max":7}}""", "eachValue")).isEqualTo("{\"a\":7,\"b\":7}");
            assertThat(carried("{\"a\":1}", """
                    {"rules":[],"generator":{"type":"Regex","regex":"key"}}""", "eachKey")).isEqualTo("{\"key\":1}");
        }

        private String carried(String json, String attributes, String type) {
            MatchingRule rule = new MatchingRule(
                    type, JsonReader.read(attributes).asObject().orElseThrow());
            ResponsePart part = ResponsePart.of(
                    HttpResponse.of(200).withBody(Body.json(JsonReader.read(json))),
                    MatchingRules.NONE.with(Category.BODY, "$", RuleGroup.of(rule)),
                    Generators.NONE);
            return Generation.apply(part, CONSUMER).value().example().body().text();
        }
    }

    @Nested
    class Messages {
        @Test
        void have_generated_contents_and_metadata() {
            MessagePart part = new MessagePart(
                    Body.json(JsonReader.read("{\"id\":1}")),
                    JsonObject.builder().put("key", 1).build(),
                    MatchingRules.NONE,
                    Generators.NONE.with(Category.BODY, "$.id", seven()).with(Category.METADATA, "key", seven()),
                    JsonObject.EMPTY);

            MessagePart fresh = Generation.apply(part, CONSUMER).value();

            assertThat(fresh.contents().text()).isEqualTo("{\"id\":7}");
            assertThat(fresh.metadata().get("key")).contains(JsonNumber.of(7));
        }
    }

    @Nested
    class XmlBodies {
        private static final String XML = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- all of them --><p:people xmlns:p="urn:people" size="2">
                  <p:person id="1" name="A &amp; &quot;B&quot;"><age>41</age><note/></p:person>
                  <p:person id="2">text <b>bold</b> more</p:person>
                </p:people>""";

        private static String fresh(String path) {
            HttpResponse example = HttpResponse.of(200).withBody(Body.text(XML, ContentType.XML));
            return Generation.apply(response(example, Category.BODY, path, seven()), CONSUMER)
                    .value()
                    .example()
                    .body()
                    .text();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        $.people.person['@id']            | id="[12]"         | id="7"
                        $['p:people']['p:person']['@id']  | id="[12]"         | id="7"
                        $.people[*].person[1]['@id']      | id="[12]"         | id="7"
                        $.people['@size']                 | size="2"          | size="7"
                        $.people.person.age               | 41                | 7
                        $.people.person.age.#text         | 41                | 7
                        $.people.*.note                   | <note/>           | <note>7</note>
                        $.people.person.b['#text']        | bold              | 7
                        $.people.person                   | nothing           | 7
                        """)
        void have_fresh_texts_and_attributes_and_stay_otherwise_as_they_were(String path, String old, String fresh) {
            assertThat(fresh(path)).isEqualTo(XML.replaceAll(old, fresh));
        }

        @Test
        void have_one_fresh_text_where_elements_stand_in_between() {
            assertThat(fresh("$.people.person['#text']"))
                    .isEqualTo(XML.replace("<age>", "7<age>").replace("text <b>bold</b> more", "7<b>bold</b>"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ISO-8859-1 | ISO-8859-1 | application/xml               | false
                        UTF-8      | UTF-8      | application/xml               | true
                        UTF-16     | UTF-16LE   | application/xml               | true
                        UTF-16     | UTF-16BE   | application/xml               | false
                        UTF-8      | ISO-8859-1 | text/xml; charset=iso-8859-1  | false
                        """)
        void are_written_in_their_own_charset(String declared, Charset charset, String type, boolean marked) {
            String xml = (marked ? "\uFEFF" : "") + "<?xml version='1.0' encoding='" + declared + "'?><a b=\"1\">é</a>";
            HttpResponse example = HttpResponse.of(200).withBody(Body.of(xml.getBytes(charset), ContentType.of(type)));

            Body fresh = Generation.apply(response(example, Category.BODY, "$.a['@b']", seven()), CONSUMER)
                    .value()
                    .example()
                    .body();

            assertThat(new String(fresh.bytes(), charset)).isEqualTo(xml.replace("b=\"1\"", "b=\"7\""));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ISO-2022-CN | its encoding ISO-2022-CN can be read but not written here at 1:1
                        nonsense    | its encoding nonsense is not known here at 1:1
                        """)
        void in_encodings_that_nobody_here_can_write_stay_and_are_told(String encoding, String fault) {
            String xml = "<?xml version='1.0' encoding='" + encoding + "'?><a>1</a>";
            HttpResponse example =
                    HttpResponse.of(200).withBody(Body.of(xml.getBytes(StandardCharsets.US_ASCII), ContentType.XML));

            Generated<ResponsePart> generated =
                    Generation.apply(response(example, Category.BODY, "$.a", seven()), CONSUMER);

            assertThat(generated.value().example()).isEqualTo(example);
            assertThat(generated.problems())
                    .extracting(Problem::what)
                    .containsExactly("the example is not XML: " + fault);
        }

        @Test
        void that_cannot_be_read_stay_and_are_told() {
            HttpResponse example = HttpResponse.of(200).withBody(Body.text("<a><b></a>", ContentType.XML));

            Generated<ResponsePart> generated =
                    Generation.apply(response(example, Category.BODY, "$.a.b", seven()), CONSUMER);

            assertThat(generated.value().example()).isEqualTo(example);
            assertThat(generated.problems()).singleElement().satisfies(problem -> assertThat(problem.what())
                    .startsWith("the example is not XML: "));
        }
    }

    @Nested
    class Seeds {
        private final HttpInteraction one = interaction("one");

        private static HttpInteraction interaction(String description) {
            return new HttpInteraction(
                    description,
                    List.of(ProviderState.of("there is one")),
                    RequestPart.of(HttpRequest.of("GET", "/")),
                    ResponsePart.of(HttpResponse.of(200)),
                    Annotations.NONE);
        }

        private static List<Long> numbers(long seed, HttpInteraction interaction, long turn) {
            Seed.Draws draws = new Seed(seed).draws(interaction, turn);
            return draws.longs(3).boxed().toList();
        }

        @Test
        void make_the_same_numbers_again() {
            assertThat(numbers(1, one, 0)).isEqualTo(numbers(1, interaction("one"), 0));
        }

        @Test
        void make_other_numbers_for_another_seed_interaction_or_turn() {
            assertThat(List.of(
                            numbers(1, one, 0),
                            numbers(2, one, 0),
                            numbers(1, interaction("two"), 0),
                            numbers(1, one, 1)))
                    .doesNotHaveDuplicates();
        }

        @Test
        void know_whether_they_mattered() {
            Seed.Draws draws = new Seed(1).draws(one, 0);
            boolean before = draws.wereUsed();
            draws.nextInt();

            assertThat(before).isFalse();
            assertThat(draws.wereUsed()).isTrue();
        }
    }

    @Nested
    class Problems {
        @Test
        void name_the_state_and_the_value_and_leave_the_example() {
            RequestPart part = request(
                    HttpRequest.of("POST", "/").withBody(Body.json(JsonReader.read("{\"user\":{\"id\":1}}"))),
                    Category.BODY,
                    "$.user.id",
                    state("${user_id}"));

            Generated<RequestPart> generated = Generation.apply(part, PROVIDER);

            assertThat(generated.value().example()).isEqualTo(part.example());
            assertThat(generated.problems()).singleElement().hasToString("""
                    CONTRACT-GENERATOR  no value "user_id" from provider state "user exists"
                      where  generator ProviderState of body $.user.id
                      found  values for "id", "name"
                      mend   return "user_id" from the state's handler, or give it as a parameter of the state""");
        }

        @Test
        void leave_an_absent_header_absent() {
            Generated<RequestPart> generated = Generation.apply(
                    request(HttpRequest.of("GET", "/"), Category.HEADER, "X-User", state("${nobody}")), PROVIDER);

            assertThat(generated.value().example().headers()).isEqualTo(Headers.EMPTY);
            assertThat(generated.problems()).hasSize(1);
        }

        @Test
        void of_a_date_expression_leave_the_day_of_the_run() {
            Clock clock = Clock.fixed(Instant.parse("2024-02-29T10:15:30Z"), ZoneOffset.UTC);
            Generator soon = new Generator(
                    "Date", JsonObject.builder().put("expression", "soon").build());

            Generated<ResponsePart> generated = Generation.apply(
                    response(HttpResponse.of(200), Category.HEADER, "Due", soon),
                    GenerationContext.builder().clock(clock).build());

            assertThat(generated.value().example().headers().first("Due")).contains("2024-02-29");
            assertThat(generated.problems()).hasSize(1);
        }

        @Test
        void are_told_once_for_all_values_of_a_path() {
            ResponsePart part = response(
                    HttpResponse.of(200).withBody(Body.json(JsonReader.read("[1,2,3]"))),
                    Category.BODY,
                    "$[*]",
                    state("${nobody}"));

            assertThat(Generation.apply(part, PROVIDER).problems()).hasSize(1);
        }

        @Test
        void tell_of_unknown_generators_and_broken_paths() {
            ResponsePart unknown =
                    response(HttpResponse.of(200), Category.HEADER, "X", new Generator("Nosuch", JsonObject.EMPTY));
            ResponsePart broken = response(HttpResponse.of(200), Category.BODY, "$.a[", seven());

            assertThat(Generation.apply(unknown, CONSUMER).problems())
                    .singleElement()
                    .hasToString("""
                    CONTRACT-GENERATOR  there is no generator "Nosuch"
                      where  generator Nosuch of header X
                      mend   known are Date, DateTime, MockServerURL, ProviderState, RandomBoolean, RandomDecimal, \
                    RandomHexadecimal, RandomInt, RandomString, Regex, Time, Uuid""");
            assertThat(Generation.apply(broken, CONSUMER).problems())
                    .singleElement()
                    .hasToString("""
                    CONTRACT-GENERATOR  a generator has a path that cannot be read
                      where  generator RandomInt of the body
                      found  "$.a["
                      mend   write it like $.orders[*].id""");
        }
    }
}
