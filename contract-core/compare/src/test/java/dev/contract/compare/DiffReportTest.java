package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.model.Contract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffReportTest {
    private static final String NOTHING = contract("web", "");

    private static String contract(String consumer, String interactions) {
        return """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(consumer, interactions);
    }

    private static String get(String description, String response) {
        return """
                {"type": "Synchronous/HTTP", "description": "%s",
                 "request": {"method": "GET", "path": "/users/7", "query": {"full": ["yes"]}}, "response": {"status": 200, %s}}
                """.formatted(description, response);
    }

    private static String json(String body) {
        return "\"body\": {\"contentType\": \"application/json\", \"content\": " + body + "}";
    }

    private static String message(String description) {
        return """
                {"type": "Asynchronous/Messages", "description": "%s", "metadata": {"topic": "users"},
                 "contents": {"contentType": "application/json", "content": {"id": 7}}}
                """.formatted(description);
    }

    private static String asked(String description) {
        return """
                {"type": "Synchronous/Messages", "description": "%s",
                 "request": {"contents": {"contentType": "application/json", "content": {"q": 1}}},
                 "response": [{"contents": {"contentType": "application/json", "content": {"a": 1}}}]}
                """.formatted(description);
    }

    private static DiffReport report(String before, String after) {
        return new DiffReport(ContractDiff.of(read(before), read(after)));
    }

    private static Contract read(String json) {
        ReadResult read = ContractReader.read("c.json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(read.errors()).isEmpty();
        return read.contract().orElseThrow();
    }

    @Test
    void masks_what_is_secret_wherever_it_tells_of_it() {
        String secret = "\"headers\": {\"Authorization\": [\"Bearer %1$s\"]}, "
                + json("{\"password\": \"%1$s\", \"pin\": {\"secret\": %2$d}, \"note\": \"token=%1$s\"}");
        DiffReport report = report(
                contract("web", get("a user", secret.formatted("geheim", 4711))),
                contract("web", get("a user", secret.formatted("verborgen", 8127))));

        assertThat(report.text()).isEqualTo("""
                web with users: breaking, the provider owes more; 1 changed, 0 same

                breaking  "a user"
                  where                          change   verdict   before                           after
                  response header Authorization  changed  breaking  a secret value                   another secret value
                  response $.password            changed  breaking  a secret value                   another secret value
                  response $.pin.secret          changed  breaking  a secret value                   another secret value
                  response $.note                changed  breaking  'token=***, with a secret value  'token=***, with another secret value
                  witness  200 Authorization: *** {"password":"***","pin":{"secret":"***"},"note":"token=***"}
                           was fine, and is refused now: Authorization -> Expected another secret value;\
                 $.password -> Expected another secret value; $.pin.secret -> Expected another secret value""");
        assertThat(report.text() + report.markdown() + report.json().toJson())
                .doesNotContain("geheim", "verborgen", "4711", "8127");
    }

    @Test
    void masks_what_is_secret_in_the_metadata_of_messages() {
        String message = message("a user came")
                .replace("\"topic\": \"users\"", "\"Authorization\": \"Bearer %1$s\", \"password\": \"%1$s\"");
        DiffReport added = report(NOTHING, contract("web", message.formatted("geheim")));
        DiffReport changed =
                report(contract("web", message.formatted("geheim")), contract("web", message.formatted("verborgen")));

        assertThat(added.text()).contains("message  {\"id\":7} {\"Authorization\":\"***\",\"password\":\"***\"}");
        for (DiffReport each : List.of(added, changed)) {
            assertThat(each.text() + each.markdown() + each.json().toJson()).doesNotContain("geheim", "verborgen");
        }
    }

    private static String login(String passwords) {
        return """
                {"type": "Synchronous/HTTP", "description": "a log-in",
                 "request": {"method": "POST", "path": "/sessions",
                   "body": {"contentType": "application/json", "content": {"user": "a", "password": [%s]}},
                   "matchingRules": {"body": {"$.password": {"matchers": [{"match": "type"}]}}}},
                 "response": {"status": 200}}
                """.formatted(passwords);
    }

    @Test
    void masks_secrets_in_lists_and_says_that_they_changed() {
        DiffReport added = report(NOTHING, contract("web", login("\"geheim\"")));
        DiffReport changed =
                report(contract("web", login("\"geheim\"")), contract("web", login("\"verborgen\", \"geheim\"")));

        assertThat(added.text()).contains("request   POST /sessions {\"user\":\"a\",\"password\":\"***\"}");
        assertThat(changed.text()).isEqualTo("""
                web with users: not breaking, the provider owes the same; 1 changed, 0 same

                not breaking  "a log-in"
                  where            change   verdict       before                                        after
                  request example  changed  not breaking  POST /sessions {"user":"a","password":"***"}  the same but for what is not shown""");
        for (DiffReport each : List.of(added, changed)) {
            assertThat(each.text() + each.markdown() + each.json().toJson()).doesNotContain("geheim", "verborgen");
        }
    }

    private static String withHeader(String value, String regex) {
        return get(
                "a user",
                "\"headers\": {\"Authorization\": [\"%s\"]}, \"matchingRules\": {\"header\": {\"Authorization\":"
                                .formatted(value)
                        + " {\"matchers\": [{\"match\": \"regex\", \"regex\": \"%s\"}]}}}".formatted(regex));
    }

    private static List<String> cells(String before, String after) {
        Difference difference = report(contract("web", before), contract("web", after))
                .diff()
                .interactions()
                .get(0)
                .differences()
                .get(0);
        return List.of(difference.before(), difference.after());
    }

    @Test
    void shows_a_rule_for_secrets_that_has_none_in_it() {
        assertThat(cells(withHeader("Bearer abc", "Bearer .+"), withHeader("Bearer abc", "Bearer [a-z.-]+")))
                .containsExactly("text that matches 'Bearer .+'", "text that matches 'Bearer [a-z.-]+'");
        assertThat(cells(withHeader("Bearer abc", "Bearer [a-z]{3}"), withHeader("Bearer abc", "Bearer ab?c")))
                .containsExactly("text that matches 'Bearer [a-z]{3}'", "text that matches '***'");
        assertThat(cells(withHeader("s-e-c", "s-e-c"), withHeader("geheim", "[g][e]heim|\\\\x41")))
                .containsExactly(
                        "text that matches '***', with a secret value",
                        "text that matches '***', with another secret value");
        assertThat(cells(withHeader("пароль", "пароль"), withHeader("пароль", ".+")))
                .containsExactly("text that matches '***'", "text that matches '.+'");
    }

    @Test
    void names_a_parameter_whose_values_are_secret() {
        String before = get("a user", json("7"));
        String one = before.replace("\"full\": [\"yes\"]", "\"token\": [\"geheim\", \"verborgen\"]");
        String other = one.replace("geheim", "versteckt");

        assertThat(report(contract("web", before), contract("web", one)).text())
                .contains("token -> Unexpected query parameter 'token' received");
        assertThat(report(contract("web", one), contract("web", before)).text())
                .contains("token -> Expected query parameter 'token' but was missing");
        assertThat(report(contract("web", one), contract("web", other)).text())
                .contains("a secret value  another secret value", "token -> Expected another secret value")
                .doesNotContain("geheim", "verborgen", "versteckt");
    }

    @Test
    void tells_fields_of_forms_that_come_and_go_as_such() {
        String form = get(
                "a user", "\"body\": {\"contentType\": \"application/x-www-form-urlencoded\", \"content\": \"a=1\"}");
        DiffReport report = report(contract("web", form), contract("web", form.replace("a=1", "a=1&b=2")));

        assertThat(report.text()).contains("response $.b  added   breaking  nothing  '2'");
    }

    @Test
    void cuts_long_values_around_what_differs_and_for_programs_not_at_all() {
        String value = "x".repeat(3000);
        DiffReport report = report(
                contract("web", get("a user", json("\"" + value + "\""))),
                contract("web", get("a user", json("\"" + value + "y\""))));

        assertThat(report.text()).contains("xxx' (3002 characters)", "xxxy' (3003 characters)");
        assertThat(report.json().toJson()).contains("\"before\":\"'" + value + "'\",\"after\":\"'" + value + "y'\"");
    }

    @Test
    void gives_programs_the_parts_of_a_witness() {
        DiffReport report = report(
                contract(
                        "web",
                        get(
                                "a user",
                                "\"headers\": {\"ETag\": [\"1\"]}, " + json("{\"token\": [\"abc\"], \"id\": 7}"))),
                contract("web", get("a user", json("{\"token\": [\"abc\"], \"id\": 8}"))));

        assertThat(report.json().toJson())
                .contains("\"witness\":{\"response\":{\"status\":200,\"headers\":{\"ETag\":[\"1\"]},"
                        + "\"body\":{\"token\":\"***\",\"id\":7}},\"refusals\":[\"$.id -> ");
    }

    private static String user(int id, int answer) {
        return get("user %03d".formatted(id), json("{\"id\": %d}".formatted(answer)));
    }

    private static String told(String headline, DiffReport report) {
        assertThat(report.text()).startsWith(headline);
        return report.text().substring(headline.length());
    }

    @Test
    void tells_of_many_what_it_tells_of_each_alone_in_their_order() {
        List<String> before = IntStream.range(0, 131).mapToObj(i -> user(i, i)).toList();
        List<String> after = IntStream.range(0, 131)
                .mapToObj(i -> user(i, i % 2 == 0 ? i : i + 1))
                .toList();
        String each = IntStream.range(0, 131)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> told(
                        "web with users: breaking, the provider owes more; 1 changed, 0 same",
                        report(contract("web", before.get(i)), contract("web", after.get(i)))))
                .collect(Collectors.joining());

        assertThat(report(contract("web", String.join(",", before)), contract("web", String.join(",", after)))
                        .text())
                .isEqualTo("web with users: breaking, the provider owes more; 65 changed, 66 same" + each);
    }

    @Test
    void shows_what_was_added() {
        String added = contract(
                "web",
                String.join(
                        ",",
                        get("a user", json("{\"id\": 7, \"password\": \"geheim\"}")),
                        message("a user came"),
                        asked("a question")));

        assertThat(report(NOTHING, added).text()).isEqualTo("""
                web with users: breaking, the provider owes more; 3 added, 0 same

                breaking  added: "a user"
                  request   GET /users/7?full=yes
                  response  200 {"id":7,"password":"***"}

                breaking  added: message "a user came"
                  message  {"id":7} {"topic":"users"}

                breaking  added: request by message "a question"
                  request  {"q":1}
                  answer   {"a":1}""");
    }

    @Test
    void shows_of_what_was_added_also_headers_and_rules() {
        String added = contract(
                "web",
                get(
                        "a user",
                        "\"headers\": {\"ETag\": [\"1\"]}, " + json("{\"id\": 7}")
                                + ", \"matchingRules\": {\"body\": {\"$.id\": {\"matchers\": [{\"match\": \"integer\"}]}}}"));
        DiffReport report = report(NOTHING, added);

        assertThat(report.text())
                .endsWith(
                        "\n  request   GET /users/7?full=yes\n  response  200 ETag: 1 {\"id\":7}\n  rules     $.id integer");
        assertThat(report.json().toJson())
                .contains(
                        "\"exchange\":[{\"part\":\"request\",\"text\":\"GET /users/7?full=yes\"},"
                                + "{\"part\":\"response\",\"text\":\"200 ETag: 1 {\\\"id\\\":7}\"}],\"rules\":[\"$.id integer\"]");
    }

    @Test
    void shows_of_a_long_witness_the_place_and_programs_all_of_it() {
        String long1 = "{\"text\": \"" + "x".repeat(500) + "\", \"list\": [1, {\"id\": 7}], \"more\": \""
                + "y".repeat(500) + "\"}";
        DiffReport report = report(
                contract("web", get("a user", json(long1))),
                contract("web", get("a user", json(long1.replace("7", "8")))));

        assertThat(report.text()).contains("xxx\",\"list\":[1,{\"id\":7}],\"more\":\"yyy", "yy… (1041 characters)\n");
        assertThat(report.json().toJson()).contains("x".repeat(500) + "\",").contains("y".repeat(500) + "\"}");
    }

    @Test
    void tells_messages_of_different_kinds_apart() {
        String event = contract("web", message("a user"));
        String question = contract("web", asked("a user"));

        assertThat(report(event, question).text()).isEqualTo("""
                web with users: breaking, the provider owes more; 1 added, 1 removed, 0 same

                breaking  added: request by message "a user"
                  request  {"q":1}
                  answer   {"a":1}

                not breaking  removed: message "a user\"""");
    }

    @Test
    void gives_each_difference_its_own_refusals_and_shows_no_exchange_twice() {
        String before = contract("web", get("a user", json("{\"id\": 7, \"home\": [{\"zip\": \"1\"}]}")));
        String after = contract(
                "web",
                get(
                        "a user",
                        "\"headers\": {\"ETag\": [\"1\"]}, "
                                + json(
                                        "{\"id\": 7, \"name\": \"Al\", \"home\": [{\"zip\": \"1\", \"city\": \"Ulm\"}]}")));
        DiffReport report = report(before, after);

        assertThat(report.text()).isEqualTo("""
                web with users: breaking, the provider owes more; 1 changed, 0 same

                breaking  "a user"
                  where                    change  verdict   before   after
                  response header ETag     added   breaking  nothing  '1'
                  response $.name          added   breaking  nothing  'Al'
                  response $.home[0].city  added   breaking  nothing  'Ulm'
                  witness  200 {"id":7,"home":[{"zip":"1"}]}
                           was fine, and is refused now: ETag -> Expected a header 'ETag' with the value '1' but was missing; $ -> Actual map is missing the following keys: name; $.home[0] -> Actual map is missing the following keys: city""");
        assertThat(report.diff().interactions().get(0).differences())
                .flatExtracting(each -> WitnessText.of(each).orElseThrow().refusals())
                .containsExactly(
                        "ETag -> Expected a header 'ETag' with the value '1' but was missing",
                        "$ -> Actual map is missing the following keys: name",
                        "$.home[0] -> Actual map is missing the following keys: city");
    }

    @Test
    void lets_no_name_end_a_line_or_turn_it_around() {
        String before = contract("web\\n\\u202e\\u001b[2J", get("a \\u202euser", json("{\"id\": 7}")));
        String after = contract(
                "web\\n\\u202e\\u001b[2J",
                get("a \\u202euser", json("{\"id\": 7, \"na\\n\\u2067me\": \"Al\\u200f\"}")));

        assertThat(report(before, after).text()).isEqualTo("""
                web\\n\\u202e\\u001b[2J with users: breaking, the provider owes more; 1 changed, 0 same

                breaking  "a \\u202euser"
                  where                       change  verdict   before   after
                  response $['na\\n\\u2067me']  added   breaking  nothing  'Al\\u200f'
                  witness  200 {"id":7}
                           was fine, and is refused now: $ -> Actual map is missing the following keys: na \\u2067me""");
        assertThat(report(before, after).markdown()).isEqualTo("""
                ### `web\\n\\u202e\\u001b[2J` with users: breaking, the provider owes more; 1 changed, 0 same

                **breaking** `"a \\u202euser"`

                | where | change | verdict | before | after |
                |---|---|---|---|---|
                | `response $['na\\n\\u2067me']` | added | breaking | nothing | `'Al\\u200f'` |

                    witness  200 {"id":7}
                             was fine, and is refused now: $ -> Actual map is missing the following keys: na \\u2067me""");
    }

    @Test
    void lets_no_name_become_markup_or_a_link() {
        String before = contract("@team_a", get("see http://example.org", json("{\"id\": 7}")));
        String after = contract(
                "@team_a",
                get(
                        "see http://example.org",
                        json("{\"id\": 7, \"a|b\": \"`<b>`\", \"plain\": \"*\", \"www.example.org\": 1}")));

        assertThat(report(before, after).markdown()).isEqualTo("""
                ### `@team_a` with users: breaking, the provider owes more; 1 changed, 0 same

                **breaking** `"see http://example.org"`

                | where | change | verdict | before | after |
                |---|---|---|---|---|
                | `response $['a\\|b']` | added | breaking | nothing | ``'`<b>`'`` |
                | `response $.plain` | added | breaking | nothing | `'*'` |
                | `response $['www.example.org']` | added | breaking | nothing | 1 |

                    witness  200 {"id":7}
                             was fine, and is refused now: $ -> Actual map is missing the following keys: a|b, plain, www.example.org""");
    }
}
