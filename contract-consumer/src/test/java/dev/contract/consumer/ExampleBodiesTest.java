package dev.contract.consumer;

import static dev.contract.consumer.Matchers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExampleBodiesTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1, 2};

    private static RequestPart request(ExampleBody body) {
        List<HttpInteraction> recorded = new ArrayList<>();
        new InteractionBuilder(recorded::add)
                .uponReceiving("a request")
                .post("/")
                .withBody(body)
                .willRespondWith(204);
        return recorded.get(0).request();
    }

    private static Map<String, String> rules(RequestPart part, Category category) {
        return part.rules().of(category).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rule -> rule.getValue().rules().stream()
                        .map(MatchingRule::type)
                        .collect(Collectors.joining(" "))));
    }

    private static List<String> differences(RequestPart part, String type, byte[] body) {
        HttpRequest actual = HttpRequest.of("POST", "/")
                .withHeader("Content-Type", type)
                .withBody(Body.of(body, ContentType.of(type)));
        return PlanCompiler.request(part, SpecVersion.V4).match(actual).mismatches().stream()
                .map(mismatch -> mismatch.where() + " -> " + mismatch.message())
                .toList();
    }

    private static List<String> differences(RequestPart part, String type, String body) {
        return differences(part, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String mistake(ThrowingCallable code) {
        return catchThrowableOfType(ContractException.class, code)
                .getMessage()
                .replaceAll("ExampleBodiesTest.java:\\d+", "ExampleBodiesTest.java:LINE");
    }

    @Nested
    class Forms {
        private final RequestPart part =
                request(form("name", like("Jörg & Co"), "role", List.of("a", "b"), "age", integer(42)));

        @Test
        void have_a_type_an_example_and_rules_by_name() {
            assertThat(part.example().headers().first("Content-Type")).contains("application/x-www-form-urlencoded");
            assertThat(part.example().body().text()).isEqualTo("name=J%C3%B6rg%20%26%20Co&role=a&role=b&age=42");
            assertThat(rules(part, Category.BODY)).isEqualTo(Map.of("$.name", "type", "$.age", "integer"));
        }

        @Test
        void are_compared_field_by_field() {
            String type = "application/x-www-form-urlencoded";

            assertThat(differences(part, type, "role=a&role=b&age=7&name=Bob")).isEmpty();
            assertThat(differences(part, type, "role=b&role=a&age=x&name=Bob&more=1"))
                    .containsExactly(
                            "$.role -> Expected form post parameter 'role' with value 'a' but was 'b'",
                            "$.role -> Expected form post parameter 'role' with value 'b' but was 'a'",
                            "$.age -> Expected 'x' to be an integer",
                            "$.more -> Unexpected form post parameter 'more' received");
        }

        @Test
        void take_a_number_of_a_provider_state_as_a_text() {
            RequestPart stated = request(form("id", like(fromProviderState("${id}", 42))));

            assertThat(stated.example().body().text()).isEqualTo("id=42");
            assertThat(stated.generators().of(Category.BODY).get("$.id").attributes())
                    .hasToString("{\"expression\":\"${id}\",\"dataType\":\"STRING\"}");
        }

        @Test
        void hold_texts_only() {
            assertThat(mistake(() -> form("user", object("id", 1)))).isEqualTo("""
                    CONTRACT-EXAMPLE  the form field "user" needs a text, a number or a boolean, or a list of them
                      where  ExampleBodiesTest.java:LINE
                      found  {"id":1}
                      mend   give plain values, or matchers of them such as regex(…) or integer(…)""");
        }

        @Test
        void need_names_and_values_in_turn() {
            assertThat(mistake(() -> form("user"))).isEqualTo("""
                    CONTRACT-EXAMPLE  the last name given to form(…) has no value
                      where  ExampleBodiesTest.java:LINE
                      found  user
                      mend   give names and values in turn: form("id", 1, "name", "Alice")""");
        }
    }

    @Nested
    class XmlDocuments {
        private final RequestPart part = request(xml(element("p:people")
                .attribute("xmlns:p", "urn:people")
                .attribute("count", integer(1))
                .child(element("note").text("a < b"))
                .eachChild(element("p:person")
                        .attribute("id", regex("\\d+", "7"))
                        .child(element("name").text(like("Alice"))))));

        @Test
        void have_a_type_an_example_and_rules_by_path() {
            assertThat(part.example().headers().first("Content-Type")).contains("application/xml");
            assertThat(part.example().body().text()).isEqualTo("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <p:people xmlns:p="urn:people" count="1"><note>a &lt; b</note>\
                    <p:person id="7"><name>Alice</name></p:person></p:people>""");
            assertThat(rules(part, Category.BODY))
                    .isEqualTo(Map.of(
                            "$.p:people.@count", "integer",
                            "$.p:people.p:person", "type",
                            "$.p:people.p:person.@id", "regex",
                            "$.p:people.p:person.name.#text", "type"));
        }

        @Test
        void are_compared_element_by_element() {
            String people = "<people xmlns='urn:people' count='2'><note xmlns=''>a &lt; b</note>%s</people>";
            String bob = "<person id='8'><name xmlns=''>Bob</name></person>";

            assertThat(differences(part, "application/xml", people.formatted(bob + bob)))
                    .isEmpty();
            assertThat(differences(part, "application/xml", people.formatted(bob.replace('8', 'x') + "<other/>")))
                    .containsExactly(
                            "$.p:people.p:person['@id'] -> Expected 'x' to match '\\d+'",
                            "$.p:people -> Unexpected child <other/>");
        }

        @Test
        void have_one_rule_for_all_elements_of_a_name() {
            Element different = element("list")
                    .child(element("item").text(integer(1)))
                    .child(element("item").text("two"));

            assertThat(mistake(() -> xml(different))).isEqualTo("""
                    CONTRACT-MATCHER  the elements "item" in "list" have different matchers
                      where  ExampleBodiesTest.java:LINE
                      found  a contract file holds one rule for all elements of a name
                      mend   give all of them the same matchers, or use eachChild(…) with one example""");
        }

        @Test
        void must_be_well_formed() {
            assertThat(mistake(() -> xml(element("two words").attribute("a", 1))))
                    .startsWith("CONTRACT-EXAMPLE  the example is no XML document: ");
        }

        @Test
        void are_checked_against_their_own_matchers() {
            assertThat(mistake(() -> xml(element("a").text(generated(like("x"), like("y"))))))
                    .startsWith("CONTRACT-MATCHER  the second matcher of generated(…) makes no values");
        }
    }

    @Nested
    class Multiparts {
        private final RequestPart part = request(multipart(
                part("user", json(object("name", like("Alice")))),
                part("note", "text/plain", "hello"),
                part("fields", form("a", integer(1))),
                partLike("avatar", "image/png", PNG).fileName("me.png")));

        private byte[] sent(String user, String note) {
            return """
                    --x
                    Content-Disposition: form-data; name="user"
                    Content-Type: application/json

                    %s
                    --x
                    Content-Disposition: form-data; name="note"
                    Content-Type: text/plain

                    %s
                    --x
                    Content-Disposition: form-data; name="fields"
                    Content-Type: application/x-www-form-urlencoded

                    a=7
                    --x
                    Content-Disposition: form-data; name="avatar"; filename="me.png"
                    Content-Type: image/png

                    \u0089PNG\r
                    \u001a
                    other
                    --x--
                    """.formatted(user, note).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Test
        void have_a_type_with_any_boundary_and_rules_below_the_names_of_parts() {
            assertThat(part.example().headers().first("Content-Type"))
                    .contains("multipart/form-data; boundary=contract-part");
            assertThat(rules(part, Category.HEADER)).isEqualTo(Map.of("Content-Type", "regex"));
            assertThat(rules(part, Category.BODY))
                    .isEqualTo(Map.of("$.user.name", "type", "$.fields.a", "integer", "$.avatar", "contentType"));
        }

        @Test
        void are_compared_part_by_part() {
            String type = "multipart/form-data; boundary=x";

            assertThat(differences(part, type, sent("{\"name\":\"Bob\"}", "hello")))
                    .isEmpty();
            assertThat(differences(part, type, sent("{\"name\":1}", "bye"))).hasSize(2);
        }

        @Test
        void need_parts_with_names_of_their_own() {
            assertThat(mistake(() -> multipart(part("a", json("1")), part("a", "text/plain", "x"))))
                    .isEqualTo("""
                    CONTRACT-EXAMPLE  the parts of multipart(…) cannot be told apart
                      where  ExampleBodiesTest.java:LINE
                      found  a, a
                      mend   give at least one part, and each a name of its own""");
        }

        @Test
        void need_names_that_can_be_written() {
            assertThat(mistake(() -> part("a\"b", json("1")))).isEqualTo("""
                    CONTRACT-EXAMPLE  the name of a part cannot be written
                      where  ExampleBodiesTest.java:LINE
                      found  "a"b"
                      mend   use no quotes, backslashes or control characters, and at least one other""");
        }

        @Test
        void choose_a_boundary_that_stands_in_none_of_them() {
            RequestPart tricky = request(multipart(part("a", "text/plain", "--contract-part")));

            assertThat(tricky.example().headers().first("Content-Type"))
                    .contains("multipart/form-data; boundary=contract-part-1");
        }
    }

    @Nested
    class Versions {
        private void declare(SpecVersion version, Matcher matcher) {
            new InteractionBuilder(Expressed.in(version, interaction -> {}))
                    .uponReceiving("a request")
                    .get("/")
                    .willRespondWith(200, object("value", matcher));
        }

        @Test
        void refuse_what_they_cannot_express_at_the_line_of_the_test() {
            assertThat(mistake(() -> declare(SpecVersion.V2, isoDate("2024-02-29"))))
                    .isEqualTo("""
                    CONTRACT-WRITE  version 2.0.0 of the file format cannot express the matcher date (response.body "$.value")
                      where  ExampleBodiesTest.java:LINE, interaction "a request"
                      mend   write version 3.0.0, or leave it out""");
        }

        @Test
        void let_pass_what_they_can_express() {
            declare(SpecVersion.V2, integer(1));
            declare(SpecVersion.V3, isoDate("2024-02-29"));
            declare(SpecVersion.V4, semver("1.0.0"));
        }
    }
}
