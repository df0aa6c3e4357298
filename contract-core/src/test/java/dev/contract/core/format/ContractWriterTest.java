package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractWriterTest {

    private static final MessagePart HELLO = MessagePart.of(Body.text("hello", null), JsonObject.EMPTY);

    @Nested
    class Writing {

        @Test
        void a_small_contract_takes_few_lines() {
            RequestPart request = RequestPart.of(HttpRequest.of("GET", "/users/user123"));
            HttpResponse response = HttpResponse.of(200)
                    .withHeader("Content-Type", "application/json")
                    .withBody(Body.json(JsonReader.read("{\"exists\": true, \"name\": \"Alice\"}")));
            MatchingRules rules =
                    MatchingRules.NONE.with(Category.BODY, "$.name", RuleGroup.of(MatchingRule.of("type")));
            Interaction interaction = new HttpInteraction(
                    "a request for user user123",
                    List.of(ProviderState.of("user user123 exists")),
                    request,
                    ResponsePart.of(response, rules, Generators.NONE),
                    Annotations.NONE);

            assertThat(text(Contract.of("order-service", "user-service", List.of(interaction))))
                    .isEqualTo("""
                            {
                              "consumer": {"name": "order-service"},
                              "provider": {"name": "user-service"},
                              "interactions": [
                                {
                                  "type": "Synchronous/HTTP",
                                  "description": "a request for user user123",
                                  "providerStates": [{"name": "user user123 exists"}],
                                  "key": "9eaecd89ba79ad35",
                                  "pending": false,
                                  "request": {"method": "GET", "path": "/users/user123"},
                                  "response": {
                                    "status": 200,
                                    "headers": {"Content-Type": ["application/json"]},
                                    "body": {
                                      "content": {"exists": true, "name": "Alice"},
                                      "contentType": "application/json",
                                      "encoded": false
                                    },
                                    "matchingRules": {"body": {"$.name": {"matchers": [{"match": "type"}]}}}
                                  }
                                }
                              ],
                              "metadata": {"contract": {"version": "1.0"}, "pactSpecification": {"version": "4.0"}}
                            }
                            """);
        }

        @Test
        void interactions_are_ordered_by_states_and_then_description() {
            List<Interaction> interactions = List.of(
                    plain("b", "one state"),
                    plain("a", "one state"),
                    plain("z"),
                    plain("a", "one state", "another"),
                    plain("c", "a state"));

            Contract written = read(text(Contract.of("web", "users", interactions)));

            assertThat(written.interactions())
                    .extracting(each -> each.description() + " "
                            + each.states().stream().map(ProviderState::name).toList())
                    .containsExactly("z []", "c [a state]", "a [one state]", "b [one state]", "a [one state, another]");
        }

        @Test
        void a_key_is_made_of_kind_description_and_states() {
            String one = key(plain("a"));

            assertThat(key(plain("a"))).isEqualTo(one);
            assertThat(key(plain("b"))).isNotEqualTo(one);
            assertThat(key(plain("a", "a state"))).isNotEqualTo(one);
            assertThat(key(new AsyncMessage("a", List.of(), HELLO, Annotations.NONE)))
                    .isNotEqualTo(one);
        }

        @Test
        void the_key_of_an_author_stays() {
            assertThat(key(plain("a").withAnnotations(Annotations.NONE.withKey("mine"))))
                    .isEqualTo("mine");
        }

        @Test
        void the_version_of_the_library_stands_in_the_metadata() {
            assertThat(LibraryVersion.TEXT).matches("\\d+\\.\\d+.*");
        }

        private static String key(Interaction interaction) {
            return read(text(Contract.of("web", "users", List.of(interaction))))
                    .interactions()
                    .get(0)
                    .annotations()
                    .key();
        }
    }

    @Nested
    class Refusing {

        @Test
        void version_1_names_each_thing_that_it_cannot_express() {
            RequestPart request = new RequestPart(
                    HttpRequest.of("GET", "/"),
                    MatchingRules.NONE.with(Category.PATH, "", RuleGroup.of(MatchingRule.of("type"))),
                    Generators.NONE.with(Category.PATH, "", new Generator("Uuid", JsonObject.EMPTY)),
                    JsonObject.EMPTY);
            Interaction interaction = new HttpInteraction(
                    "a request",
                    List.of(
                            ProviderState.of("one"),
                            new ProviderState(
                                    "two",
                                    JsonReader.read("{\"a\":1}").asObject().orElseThrow())),
                    request,
                    ResponsePart.of(HttpResponse.of(200)),
                    Annotations.NONE.withPending(true));

            assertThat(refusal(SpecVersion.V1, interaction)).isEqualTo("""
                            CONTRACT-WRITE  version 1.0.0 of the file format cannot express more than one provider state
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out
                            CONTRACT-WRITE  version 1.0.0 of the file format cannot express parameters of a provider state
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out
                            CONTRACT-WRITE  version 1.0.0 of the file format cannot express that the interaction is pending
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out
                            CONTRACT-WRITE  version 1.0.0 of the file format cannot express generators (request)
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out
                            CONTRACT-WRITE  version 1.0.0 of the file format cannot express matching rules (request)
                              where  interaction "a request"
                              mend   write version 2.0.0, or leave it out""");
        }

        @Test
        void version_2_has_one_rule_for_one_value_and_only_some_matchers() {
            MatchingRules rules = MatchingRules.NONE
                    .with(Category.BODY, "$.a", RuleGroup.of(MatchingRule.of("type"), MatchingRule.of("null")))
                    .with(Category.BODY, "$.b", RuleGroup.of(MatchingRule.of("semver")))
                    .with(Category.BODY, "c", RuleGroup.of(MatchingRule.of("type")));

            assertThat(refusal(SpecVersion.V2, withRules(rules))).isEqualTo("""
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express other than one rule for one value (response.body "$.a")
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express the matcher null (response.body "$.a")
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express the matcher semver (response.body "$.b")
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express this path of a rule (response.body "c")
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out""");
        }

        @Test
        void version_2_writes_kinds_of_numbers_as_type() {
            MatchingRules rules =
                    MatchingRules.NONE.with(Category.BODY, "$.a", RuleGroup.of(MatchingRule.of("integer")));

            Contract contract = in(SpecVersion.V2, withRules(rules));

            assertThat(text(contract)).contains("\"$.body.a\": {\"match\": \"type\"}");
            assertThat(ContractWriter.problems(contract))
                    .extracting(Problem::toString)
                    .containsExactly("""
                    CONTRACT-WRITE  version 2.0.0 of the file format has no matcher integer, so it is written as type (response.body "$.a")
                      where  interaction "a request"
                      mend   write version 3.0.0""");
        }

        @Test
        void version_3_has_no_matchers_of_version_4_and_no_annotations() {
            MatchingRules rules =
                    MatchingRules.NONE.with(Category.STATUS, "", RuleGroup.of(MatchingRule.of("statusCode")));
            Annotations annotations = new Annotations(
                    "mine",
                    false,
                    JsonReader.read("{\"testname\": \"x\", \"testline\": \"y\", \"text\": [\"see the wiki\"]}")
                            .asObject()
                            .orElseThrow(),
                    JsonObject.EMPTY,
                    JsonObject.EMPTY,
                    "http",
                    JsonObject.EMPTY,
                    null);

            assertThat(refusal(SpecVersion.V3, withRules(rules).withAnnotations(annotations)))
                    .isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express a key
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express comments
                              where  interaction "a request"
                              found  "text"
                              mend   write version 4.0, or take them out: comment(…) in the test, "comments" in the file
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express a transport
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express the matcher statusCode (response.status)
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out""");
        }

        @Test
        void messages_came_with_version_3_and_answers_to_them_with_version_4() {
            Interaction message = new AsyncMessage("an order", List.of(), HELLO, Annotations.NONE);
            Interaction question = new SyncMessage("a question", List.of(), HELLO, List.of(HELLO), Annotations.NONE);

            assertThat(refusal(SpecVersion.V2, message)).isEqualTo("""
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express messages
                              where  interaction "an order"
                              mend   write version 3.0.0, or leave it out""");
            assertThat(refusal(SpecVersion.V3, question)).isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express messages that are answered
                              where  interaction "a question"
                              mend   write version 4.0, or leave it out""");
        }

        @Test
        void version_3_has_a_file_for_requests_or_for_messages() {
            assertThat(refusal(
                            SpecVersion.V3,
                            plain("a request"),
                            new AsyncMessage("an order", List.of(), HELLO, Annotations.NONE)))
                    .isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express requests and messages in one file
                              where  the contract of "web" with "users"
                              found  request "a request", and message "an order"
                              mend   write version 4.0, or let requests and messages have providers of different names""");
        }

        @Test
        void a_body_that_would_not_read_back_is_refused_before_version_4() {
            Body binary = Body.of(new byte[] {0, -1});

            assertThat(refusal(SpecVersion.V3, withResponse(HttpResponse.of(200).withBody(binary))))
                    .isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express a binary body without a Content-Type header (response)
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out""");
            assertThat(refusal(
                            SpecVersion.V3,
                            withResponse(new HttpResponse(
                                    200, Headers.of("Content-Type", "application/json"), Body.text("{", null)))))
                    .isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express a body that is no text of its type application/json (response)
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out""");
        }

        @Test
        void a_type_or_hint_of_a_body_beside_its_header_came_with_version_4() {
            Body typed = Body.text("<a/>", ContentType.XML);
            Body hinted = Body.text("hello", null).withHint("BINARY");

            assertThat(refusal(SpecVersion.V3, withResponse(HttpResponse.of(200).withBody(typed))))
                    .isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express the body's own content type application/xml (response)
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out""");
            assertThat(refusal(SpecVersion.V3, withResponse(HttpResponse.of(200).withBody(hinted))))
                    .isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express the content type hint "BINARY" (response)
                              where  interaction "a request"
                              mend   write version 4.0, or leave it out""");
        }

        @Test
        void a_type_or_hint_that_the_header_gives_as_well_is_left_out() {
            HttpResponse xml = HttpResponse.of(200)
                    .withHeader("Content-Type", "application/xml; charset=utf-8")
                    .withBody(Body.text("<a/>", ContentType.XML).withHint("TEXT"));

            assertThat(text(in(SpecVersion.V3, withResponse(xml)))).contains("\"body\": \"<a/>\"");
        }

        @Test
        void version_2_cannot_keep_what_stands_beside_states_rules_and_queries() {
            JsonObject note = JsonObject.of("note", JsonReader.read("1"));
            RequestPart request = RequestPart.of(
                    HttpRequest.of("GET", "/").withQuery(Query.of(Map.of("a", List.of(), "b", List.of("1")))),
                    MatchingRules.NONE.with(
                            Category.QUERY,
                            "b",
                            new RuleGroup(RuleGroup.Combine.AND, List.of(MatchingRule.of("type")), note)),
                    Generators.NONE);
            Interaction interaction = new HttpInteraction(
                    "a request",
                    List.of(new ProviderState("a state", JsonObject.EMPTY, note)),
                    request,
                    ResponsePart.of(HttpResponse.of(200)),
                    Annotations.NONE);

            assertThat(refusal(SpecVersion.V2, interaction)).isEqualTo("""
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express further attributes of a provider state
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express a query parameter without a value
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out
                            CONTRACT-WRITE  version 2.0.0 of the file format cannot express further attributes of a group of rules (request.query "b")
                              where  interaction "a request"
                              mend   write version 3.0.0, or leave it out""");
        }

        @Test
        void plugins_and_interactions_of_unknown_types_belong_to_version_4() {
            Contract newest = read("""
                    {"consumer": {"name": "web"}, "provider": {"name": "users"},
                     "interactions": [{"type": "Later/Kind", "description": "a dance"}],
                     "metadata": {"pactSpecification": {"version": "4.0"}, "plugins": [{"name": "csv", "version": "1"}]}}
                    """);

            assertThat(refusal(newest.withVersion(SpecVersion.V3))).isEqualTo("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express plugins (metadata)
                              where  the contract of "web" with "users"
                              mend   write version 4.0, or leave it out
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express interactions of a type that is not known here
                              where  the contract of "web" with "users"
                              mend   write version 4.0, or leave it out""");
        }

        @Test
        void an_attribute_that_would_come_to_mean_something_is_not_lifted() {
            Contract old = read("""
                    {"consumer": {"name": "web"}, "provider": {"name": "users"},
                     "interactions": [{"description": "a request", "pending": true, "comments": {"text": ["x"]},
                                       "request": {"path": "/"}, "response": {"status": 200}}],
                     "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                    """);

            assertThat(refusal(old.withVersion(SpecVersion.V4))).isEqualTo("""
                            CONTRACT-WRITE  the attribute "pending" of an older version of the file format would get a meaning in version 4.0
                              where  contract.json:2:19, interaction "a request"
                              mend   rename it, or leave it out""");
        }

        private static Interaction withRules(MatchingRules rules) {
            return new HttpInteraction(
                    "a request",
                    List.of(),
                    RequestPart.of(HttpRequest.of("GET", "/")),
                    ResponsePart.of(HttpResponse.of(200), rules, Generators.NONE),
                    Annotations.NONE);
        }

        private static Interaction withResponse(HttpResponse response) {
            return new HttpInteraction(
                    "a request",
                    List.of(),
                    RequestPart.of(HttpRequest.of("GET", "/")),
                    ResponsePart.of(response),
                    Annotations.NONE);
        }

        private static String refusal(SpecVersion version, Interaction... interactions) {
            return refusal(in(version, interactions));
        }

        private static String refusal(Contract contract) {
            return catchThrowableOfType(ContractException.class, () -> ContractWriter.write(contract))
                    .getMessage();
        }
    }

    private static Interaction plain(String description, String... states) {
        return new HttpInteraction(
                description,
                List.of(states).stream().map(ProviderState::of).toList(),
                RequestPart.of(HttpRequest.of("GET", "/")),
                ResponsePart.of(HttpResponse.of(200)),
                Annotations.NONE);
    }

    private static Contract in(SpecVersion version, Interaction... interactions) {
        return Contract.of("web", "users", List.of(interactions)).withVersion(version);
    }

    private static String text(Contract contract) {
        return new String(ContractWriter.write(contract, "1.0"), StandardCharsets.UTF_8);
    }

    private static Contract read(String text) {
        return ContractReader.readOrThrow("contract.json", text.getBytes(StandardCharsets.UTF_8));
    }
}
