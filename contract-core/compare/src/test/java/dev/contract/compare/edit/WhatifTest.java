package dev.contract.compare.edit;

import static dev.contract.compare.edit.Contracts.contract;
import static dev.contract.compare.edit.Contracts.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.SeenResponse;
import dev.contract.compare.usage.Unread;
import dev.contract.core.model.Contract;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.ContractException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhatifTest {
    private final Contract web = Contracts.WEB;
    private final Contract app = Contracts.APP;

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
                .map(each -> each.consumer() + ", " + each.operation() + ": " + Contracts.sentences(each))
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
                        tuple("web", "GET /users/7", Judging.TOO_MUCH),
                        tuple("web", "GET /users/8", Judging.TOO_MUCH),
                        tuple("app", "POST /users", Judging.TOO_MUCH));
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
                    .map(Difference::sentence)
                    .containsExactly("Expected status code 410 to be one of [400, 404]"));
        }

        @Test
        void that_its_rules_permit_breaks_nobody() {
            assertThat(breaks(new Alteration.Retype(path("/id"), JsonType.INTEGER)))
                    .isEmpty();
        }

        @Test
        void is_told_by_what_it_comes_about_and_where() {
            List<Edit> edits = List.of(
                    Edit.everywhere(new Alteration.Drop(path("/name"))),
                    Edit.everywhere(new Alteration.DropHeader("ETag")),
                    Edit.everywhere(new Alteration.Retype(path("/id"), JsonType.NULL))
                            .perhaps(),
                    Edit.everywhere(new Alteration.Drop(path("/home"))));

            assertThat(whatif(List.of(web), edits).breaks())
                    .flatExtracting(Breakage::differences)
                    .extracting("kind", "where", "by", "possible")
                    .containsExactly(
                            tuple("header", "ETag", List.of(edits.get(1)), false),
                            tuple("body", "$", List.of(edits.get(0), edits.get(3)), false),
                            tuple("body", "$.id", List.of(edits.get(2)), true));
            assertThat(whatif(List.of(app), List.of(Edit.everywhere(new RequestAlteration.RequireHeader("X-A"))))
                            .breaks())
                    .flatExtracting(Breakage::differences)
                    .extracting("kind", "where")
                    .containsExactly(tuple("request", ""));
        }

        @Test
        void comes_about_by_what_is_of_its_place_or_around_it_or_else_in_it() {
            Contract read = contract("read", http("GET /a", "{}", """
                    {"status": 200, "headers": {"ETag": ["1"]},
                     "body": {"contentType": "application/json", "content": {"a": {"b": 1, "c": 2}, "d": [{"e": 1}], "f": 1}},
                     "matchingRules": {"body": {"$.d": {"matchers": [{"match": "arrayContains", "variants":
                         [{"index": 0, "rules": {}}]}]}}}}
                    """));
            List<Edit> edits = Stream.of(
                            new Alteration.Drop(path("/a/b")),
                            new Alteration.Rename(path("/f"), "c"),
                            new Alteration.Retype(path("/a/*"), JsonType.STRING),
                            new Alteration.Drop(path("/d/*/e")),
                            new Alteration.TypesGone(path("/a"), Set.of(JsonType.NULL), JsonType.OBJECT),
                            new Alteration.DropHeader("etag"),
                            new Alteration.Status(200, 201))
                    .map(Edit::everywhere)
                    .toList();

            assertThat(whatif(List.of(read), edits).breaks())
                    .flatExtracting(Breakage::differences)
                    .extracting("kind", "where", "by")
                    .containsExactlyInAnyOrder(
                            tuple("status", "", List.of(edits.get(6))),
                            tuple("header", "ETag", List.of(edits.get(5))),
                            tuple("body", "$", List.of(edits.get(1))),
                            tuple("body", "$.a", List.of(edits.get(0))),
                            tuple("body", "$.a.c", List.of(edits.get(2))),
                            tuple("body", "$.d", List.of(edits.get(3))));
        }

        @Test
        void is_found_out_by_one_run_of_the_matcher_however_many_changes_are_certain() {
            String fields = IntStream.range(0, 3_000)
                    .mapToObj(each -> "\"f" + each + "\": " + each)
                    .collect(Collectors.joining(", "));
            String answer = "{\"status\": 200, \"body\": {\"contentType\": \"application/json\", \"content\": {"
                    + fields + "}}}";
            Contract large = contract("large", http("GET /large", "{}", answer), http("GET /large/2", "{}", answer));
            List<Edit> edits = IntStream.range(0, 3_000)
                    .mapToObj(each -> Edit.everywhere(new Alteration.Drop(path("/f" + each))))
                    .toList();

            Whatif whatif = Budget.within(-1_900, () -> whatif(List.of(large), edits));

            assertThat(whatif.unjudged()).isEmpty();
            assertThat(whatif.breaks())
                    .flatExtracting(Breakage::differences)
                    .extracting(Difference::by)
                    .containsExactly(edits, edits);
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
                    .map(String::valueOf)
                    .containsExactly("$.home -> Actual map is missing the following keys: zip");
            assertThat(whatif(List.of(nullable), List.of(mayBeNull, mayBeAText)).breaks())
                    .flatExtracting(Breakage::differences)
                    .map(String::valueOf)
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
                    .map(each -> Contracts.sentences(each))
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
            assertThat(breaks(new RequestAlteration.RequireHeader("X-Tenant")).lines())
                    .containsExactly(
                            "web, GET /users/7: GET /users/7 -> the request has no header X-Tenant",
                            "web, GET /users/8: GET /users/8 -> the request has no header X-Tenant");
            assertThat(breaks(new RequestAlteration.RequireQuery("dry")).lines())
                    .hasSize(2);
            assertThat(breaks(new RequestAlteration.RequireField(path("/age"))))
                    .isEqualTo("app, POST /users: POST /users -> the request has no /age");
            assertThat(breaks(new RequestAlteration.RequireField(path("/name"))))
                    .isEmpty();
        }

        @Test
        void breaks_those_that_send_no_body_where_there_should_be_one() {
            Contract silent = contract(
                    "silent",
                    http("POST /visits", "{}", "{\"status\": 201}"),
                    http("GET /visits", "{}", "{\"status\": 200}"),
                    http("PATCH /visits", "{\"body\": {\"content\": \"\"}}", "{\"status\": 204}"));

            assertThat(whatif(
                                    List.of(silent),
                                    List.of(Edit.everywhere(new RequestAlteration.RequireField(path("/by")))))
                            .breaks())
                    .flatExtracting(Breakage::differences)
                    .map(String::valueOf)
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
            return whatif(List.of(list), List.of(Edit.everywhere(new RequestAlteration.RequireField(path(required)))))
                    .breaks()
                    .stream()
                    .map(Contracts::sentences)
                    .collect(Collectors.joining("; "));
        }

        @Test
        void may_be_a_field_of_a_form_and_nobody_can_tell_of_other_bodies() {
            String open =
                    "what its request sends is not readable as JSON; if only other operations change, name these with --operation";

            assertThat(sent("application/x-www-form-urlencoded", "name=x&age=3", "/name"))
                    .isEmpty();
            assertThat(sent("application/x-www-form-urlencoded", "name=x&age=3", "/email"))
                    .isEqualTo("POST /sent -> the request has no /email");
            assertThat(sent("application/x-www-form-urlencoded", "name=x", "/home/zip"))
                    .isEqualTo(open);
            assertThat(sent("application/xml", "<name/>", "/name")).isEqualTo(open);
            assertThat(sent("text/plain", "name", "/name")).isEmpty();
        }

        private String sent(String type, String body, String required) {
            Contract form = contract("sent", http("POST /sent", """
                    {"body": {"contentType": "%s", "content": "%s"}}
                    """.formatted(type, body), "{\"status\": 201}"));
            Whatif whatif =
                    whatif(List.of(form), List.of(Edit.everywhere(new RequestAlteration.RequireField(path(required)))));
            return Stream.concat(
                            whatif.breaks().stream().map(Contracts::sentences),
                            whatif.unjudged().stream().map(Unjudged::reason))
                    .collect(Collectors.joining("; "));
        }

        @Test
        void may_be_an_operation_that_is_still_there() {
            assertThat(breaks(List.of(Edit.everywhere(new RequestAlteration.DropOperation())
                            .of(new Operation("POST", "/users")))))
                    .isEqualTo("app, POST /users: POST /users -> there is no such operation any more");
        }

        @Test
        void breaks_those_that_want_one_refusal_and_may_get_another_one() {
            Contract bad = contract("bad", http("GET /users/9", "{}", "{\"status\": 400}"));
            Edit header = Edit.everywhere(new RequestAlteration.RequireHeader("X-A"));
            Edit gone = Edit.everywhere(new RequestAlteration.DropOperation());

            assertThat(whatif(List.of(bad), List.of(header)).breaks()).isEmpty();
            assertThat(Stream.of(List.of(header, gone), List.of(gone, header))
                            .flatMap(edits -> whatif(List.of(bad), edits).breaks().stream()))
                    .extracting(Contracts::sentences)
                    .containsOnly("GET /users/9 -> there is no such operation any more")
                    .hasSize(2);
        }

        @Test
        void breaks_nobody_who_wants_the_refusal() {
            assertThat(breaks(List.of(Edit.everywhere(new RequestAlteration.DropOperation())
                            .of(new Operation("GET", "/users/8")))))
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
                    CONTRACT-EDIT  no contract of web has the field "/hom/zip"
                      found  "/home/zip", "/home", "/id", "/name", "/tags" and 2 more
                      mend   did you mean "/home/zip"? if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
                    """);
            refuses(List.of(app), Offer.NOTHING, new Alteration.Status(200, 201), """
                    CONTRACT-EDIT  no contract of app has the status "200"
                      found  "201"
                      mend   if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
                    """);
            refuses(List.of(app), Offer.NOTHING, new Alteration.DropHeader("ETag"), """
                    CONTRACT-EDIT  no contract of app has the header "ETag"
                      found  none
                      mend   if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
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
                      mend   did you mean "/*/tags"? if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
                    """);
            refusesOf("GET /users/7", List.of(web, lists), new Alteration.Rename(path("/*/id"), "uid"), """
                    CONTRACT-EDIT  no contract has the field "/*/id" in answers of GET /users/7
                      found  "/id", "/home", "/home/zip", "/name", "/tags" and 2 more
                      mend   did you mean "/id"? if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
                    """);
            refusesOf("GET /users", List.of(web, lists), new Alteration.Status(404, 410), """
                    CONTRACT-EDIT  no contract has the status "404" in answers of GET /users
                      found  "200"
                      mend   if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
                    """);
            refusesOf("GET /users/8", List.of(web, lists), new Alteration.DropHeader("ETag"), """
                    CONTRACT-EDIT  no contract has the header "ETag" in answers of GET /users/8
                      found  none
                      mend   if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
                    """);
        }

        @Test
        void is_a_change_of_what_the_provider_does_not_offer_either() {
            Offer offer = Offer.of(
                    List.of(new SeenResponse(
                            "GET",
                            "/users/7",
                            200,
                            List.of("X-Page"),
                            List.of(RulePath.parse("$.phone").orElseThrow()))),
                    PathTemplates.of(List.of()));

            refuses(List.of(web, app), offer, new Alteration.Drop(path("/fone")), """
                    CONTRACT-EDIT  neither a contract nor what the provider offers has the field "/fone"
                      found  "/phone", "/home", "/home/zip", "/id", "/name" and 3 more
                      mend   did you mean "/phone"?
                    """);
            refuses(List.of(web), offer, new Alteration.Status(204, 200), """
                    CONTRACT-EDIT  neither a contract of web nor what the provider offers has the status "204"
                      found  "200", "404"
                      mend   name what is there
                    """);
        }

        @Test
        void is_a_change_of_what_only_requests_have() {
            refuses(List.of(app), Offer.NOTHING, new Alteration.Rename(path("/name"), "fullName"), """
                    CONTRACT-EDIT  only requests have the field "/name"
                      found  requests of app
                      mend   fields of answers and messages change so; what requests have to have changes with --require-field, or by --openapi and --new-openapi
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
            Edit edit = Edit.everywhere(new RequestAlteration.DropOperation()).of(new Operation("GET", "/user/7"));

            assertThatThrownBy(() -> whatif(List.of(web), List.of(edit)))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-EDIT  no contract of web has the operation "GET /user/7"
                              found  "GET /users/7", "GET /users/8"
                              mend   did you mean "GET /users/7"? if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then""");
        }

        @Test
        void is_a_question_about_nobody() {
            refuses(List.of(contract("idle")), Offer.NOTHING, new RequestAlteration.RequireHeader("X-A"), """
                    CONTRACT-EDIT  there is no interaction that a change could break
                      found  contracts without interactions: 1
                      mend   name the contracts of the consumers
                    """);
        }

        @Test
        void is_what_becomes_of_interactions_that_nobody_can_read() {
            String unknown = "{\"type\": \"Synchronous/Fax\", \"description\": \"a fax\"}";
            Contract fax = contract("fax", unknown, unknown);
            Edit drop = Edit.everywhere(new Alteration.Drop(path("/name")));

            Whatif whatif = whatif(List.of(web, fax), List.of(drop));

            assertThat(whatif.broken()).containsExactly("web");
            assertThat(whatif.unread())
                    .extracting(Unread::toString)
                    .containsExactly("2 interactions of fax are of no kind that is known here");
            assertThat(whatif.unknown()).isEqualTo(2);
            assertThat(whatif.interactions()).isEqualTo(4);
            assertThat(whatif.consumers()).containsExactly("fax", "web");
            assertThat(whatif(List.of(fax), List.of(drop)).unknown()).isEqualTo(2);
            refuses(List.of(web, fax), Offer.NOTHING, new Alteration.Drop(path("/nam")), """
                    CONTRACT-EDIT  no contract of web has the field "/nam"
                      found  "/name", "/home", "/home/zip", "/id", "/tags" and 2 more; 2 interactions of fax are of no kind that is known here
                      mend   did you mean "/name"? if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then
                    """);
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
                    .containsExactly(
                            "its body is not readable as JSON; if only other operations change, name these with --operation");
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
