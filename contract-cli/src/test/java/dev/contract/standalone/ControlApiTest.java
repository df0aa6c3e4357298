package dev.contract.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.answer.Fault;
import dev.contract.core.format.ContractReader;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import dev.contract.readme.Readme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What can be asked of the control API, over real sockets; {@link StubClient} holds all of it against the document. */
class ControlApiTest {
    private static final String CONTRACT = """
            {"consumer": {"name": "web"}, "provider": {"name": "users"},
             "interactions": [{"type": "Synchronous/HTTP", "description": "a request for Alice",
               "request": {"method": "GET", "path": "/users/1"},
               "response": {"status": 200, "body": {"content": {"name": "Alice"}, "contentType": "application/json", "encoded": false}}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}""";

    private static final String BOB = """
            {"description": "a request for Bob", "request": {"method": "GET", "path": "/users/2"},
             "response": {"status": 200, "headers": {"X-Name": ["Bob"]}}, "stub": {"priority": 1}}""";

    private final StandaloneStub stub = StandaloneStub.start(
            StandaloneSettings.DEFAULT,
            () -> new LoadedContracts(
                    List.of(LocatedContract.of(
                            ContractReader.readOrThrow("web-users.json", CONTRACT.getBytes(StandardCharsets.UTF_8)),
                            "web-users.json")),
                    List.of()));

    private final StubClient client = new StubClient(stub.url());

    @AfterEach
    void stop() {
        stub.close();
    }

    private static JsonObject object(String json) {
        return JsonReader.read(json).asObject().orElseThrow();
    }

    private static String detail(HttpResponse response) {
        assertThat(response.headers().first("content-type")).contains("application/problem+json");
        JsonObject document = StubClient.json(response);
        assertThat(document.get("status").orElseThrow().text()).isEqualTo(Integer.toString(response.status()));
        return document.string("detail").orElseThrow();
    }

    private HttpResponse answers(String json) {
        return client.put("/__contract/interactions/1/answers", json);
    }

    @Nested
    class TheDocument {
        @Test
        void is_served() {
            assertThat(client.json("/__contract/openapi.json").string("openapi"))
                    .contains("3.1.0");
        }

        @Test
        void names_every_fault() {
            String faults = client.json("/__contract/openapi.json")
                    .object("components")
                    .flatMap(components -> components.object("schemas"))
                    .flatMap(schemas -> schemas.object("Fault"))
                    .flatMap(fault -> fault.get("enum"))
                    .orElseThrow()
                    .toJson();

            assertThat(faults)
                    .isEqualTo(Stream.of(Fault.values())
                            .map(fault -> "\"" + fault.name() + "\"")
                            .collect(Collectors.joining(",", "[", "]")));
        }

        @Test
        void describes_every_route_and_no_other() {
            JsonObject paths =
                    client.json("/__contract/openapi.json").object("paths").orElseThrow();
            Set<String> described = new TreeSet<>();
            paths.forEach((path, methods) -> methods.asObject()
                    .orElseThrow()
                    .forEach((method, operation) -> described.add(
                            method.toUpperCase(Locale.ROOT) + " " + path.substring(ControlApi.PREFIX.length()))));

            assertThat(described).isEqualTo(new ControlApi(stub, new Guard(null)).offered());
        }
    }

    @Nested
    class TheManual {
        private final Readme manual = Readme.of("contract-cli");

        @Test
        void names_every_call() {
            Set<String> named = new TreeSet<>();
            manual.table("call")
                    .forEach(row -> named.add(row.get(0).replace("`", "").replace(ControlApi.PREFIX, "")));

            assertThat(named).isEqualTo(new ControlApi(stub, new Guard(null)).offered());
        }

        @Test
        void shows_an_interaction_that_can_be_added() {
            String shown = manual.section("## stub").snippets("json").get(0).text();

            assertThat(client.post("/__contract/interactions", shown).status()).isEqualTo(201);
        }
    }

    @Nested
    class Interactions {
        @Test
        void of_contracts_are_listed_as_they_stand_there() {
            assertThat(client.json("/__contract/interactions")).isEqualTo(object("""
                    {"interactions": [{"id": "1", "provider": "users", "consumer": "web", "contract": "web-users.json", "requested": false,
                      "interaction": {"type": "Synchronous/HTTP", "description": "a request for Alice", "key": "KEY", "pending": false,
                        "request": {"method": "GET", "path": "/users/1"},
                        "response": {"status": 200,
                          "body": {"content": {"name": "Alice"}, "contentType": "application/json", "encoded": false}}}}]}
                    """.replace("KEY", key())));
        }

        private String key() {
            return client.json("/__contract/interactions/1")
                    .object("interaction")
                    .flatMap(interaction -> interaction.string("key"))
                    .orElseThrow();
        }

        @Test
        void are_added() {
            HttpResponse response = client.post("/__contract/interactions", BOB);

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers().first("location")).contains("/__contract/interactions/2");
            assertThat(client.get("/users/2").headers().first("x-name")).contains("Bob");
            assertThat(client.json("/__contract/interactions/2")
                            .get("requested")
                            .orElseThrow()
                            .toJson())
                    .isEqualTo("true");
        }

        @Test
        void are_replaced() {
            client.post("/__contract/interactions", BOB);

            HttpResponse response = client.put("/__contract/interactions/2", BOB.replace("Bob", "Robert"));

            assertThat(StubClient.json(response).string("id")).contains("2");
            assertThat(client.get("/users/2").headers().first("x-name")).contains("Robert");
        }

        @Test
        void are_taken_away() {
            client.post("/__contract/interactions", BOB);

            assertThat(client.delete("/__contract/interactions/2").status()).isEqualTo(204);
            assertThat(client.get("/users/2").status()).isEqualTo(500);
            assertThat(detail(client.delete("/__contract/interactions/2"))).isEqualTo("""
                    STUB-ID  there is no interaction of this id
                      found  "2"
                      mend   see GET /__contract/interactions""");
        }

        @Test
        void that_were_added_are_taken_away_together() {
            client.post("/__contract/interactions", BOB);
            client.post("/__contract/interactions", BOB);

            assertThat(client.delete("/__contract/interactions?provider=users").status())
                    .isEqualTo(204);
            assertThat(client.get("/users/2").status()).isEqualTo(500);
            assertThat(client.get("/users/1").status()).isEqualTo(200);
        }

        @Test
        void of_contracts_are_not_taken_away() {
            HttpResponse response = client.delete("/__contract/interactions/1");

            assertThat(response.status()).isEqualTo(409);
            assertThat(detail(response)).isEqualTo("""
                    STUB-AGREED  an interaction of a contract is neither removed nor replaced here
                      where  web-users.json, interaction "a request for Alice"
                      mend   change the contract; or add an interaction with a "priority" of 1 that answers in its place""");
        }

        @Test
        void with_a_higher_priority_answer_in_place_of_a_contract() {
            client.post("/__contract/interactions", BOB.replace("/users/2", "/users/1"));

            assertThat(client.get("/users/1").headers().first("x-name")).contains("Bob");
        }

        @Test
        void that_cannot_be_read_change_nothing() {
            HttpResponse response = client.post("/__contract/interactions", """
                    {"description": "odd", "request": {"method": 1}, "response": {},
                     "stub": {"prioriti": 1, "answers": [{"fault": "RESTE", "times": 0}, {"delay": -1}]}}""");

            assertThat(response.status()).isEqualTo(400);
            assertThat(detail(response)).isEqualTo("""
                    STUB-ATTRIBUTE  the attribute "fault" has none of its values
                      where  body:2:48
                      found  "RESTE"
                      mend   did you mean "RESET"?

                    CONTRACT-TIMES  an answer is given at least once
                      where  body:2:38
                      found  times(0)
                      mend   give a number from 1, or leave the answer out

                    CONTRACT-DELAY  an answer cannot be delayed like this
                      where  body:2:70
                      found  PT-0.001S
                      mend   give a duration from 0 to one hour

                    STUB-ATTRIBUTE  there is no attribute "prioriti" here
                      where  body:2:23
                      mend   did you mean "priority"?""");
            assertThat(detail(client.post(
                            "/__contract/interactions",
                            "{\"description\": \"odd\", \"request\": {\"method\": 1}, \"response\": {}}")))
                    .isEqualTo("""
                            CONTRACT-FILE  the attribute "method" must be a string
                              where  body:1:46, interaction "odd"
                              found  the number 1""");
            assertThat(client.json("/__contract/interactions")
                            .array("interactions")
                            .orElseThrow()
                            .size())
                    .isEqualTo(1);
        }

        @Test
        void that_http_cannot_say_are_refused() {
            String header = "\"headers\": {\"X Id\\r\\n\": [\"1\"]}";
            String problem = """
                    CONTRACT-HTTP  the name of a header is no word that HTTP can send
                      found  "X Id\\r\\n"
                      mend   leave out the blanks, line ends and other characters that HTTP has no place for there""";
            HttpResponse added = client.post(
                    "/__contract/interactions",
                    "{\"description\": \"a look\", \"request\": {\"method\": \"GET\", \"path\": \"/1\", " + header
                            + "}, " + "\"response\": {\"status\": 1000}}");

            assertThat(added.status()).isEqualTo(400);
            assertThat(detail(added)).isEqualTo(problem + """


                    CONTRACT-HTTP  a stub cannot answer with this status
                      found  1000
                      mend   give one from 200 to 999""");
            assertThat(detail(answers("{\"answers\": [{\"response\": {\"status\": 200, " + header + "}}]}")))
                    .isEqualTo(problem.replace("send\n", "send\n  where  body:1:14\n"));
            assertThat(client.get("/users/1").status()).isEqualTo(200);
        }

        @Test
        void that_are_no_json_are_refused() {
            assertThat(client.post("/__contract/interactions", "{").status()).isEqualTo(400);
            assertThat(detail(client.post("/__contract/interactions", "[]"))).isEqualTo("""
                            STUB-BODY  the body must be a JSON object
                              where  body
                              found  []
                              mend   write it like {"description": …, "request": {…}, "response": {…}}""");
            assertThat(detail(answers("[{\"response\": {\"status\": 503}}]"))).isEqualTo("""
                    STUB-BODY  the body must be a JSON object
                      where  body
                      found  [{"response":{"status":503}}]
                      mend   write it like {"answers": […]}""");
        }

        @Test
        void of_unknown_providers_are_refused() {
            HttpResponse response = client.post("/__contract/interactions?provider=user", BOB);

            assertThat(response.status()).isEqualTo(404);
            assertThat(detail(response)).isEqualTo("""
                    STUB-PROVIDER  there is no provider "user" here
                      found  providers "users"
                      mend   add ?provider=NAME, and open new ones by PUT /__contract/providers/NAME""");
        }

        @Test
        void name_their_provider_where_there_are_several() {
            client.put("/__contract/providers/mails", "");

            assertThat(client.post("/__contract/interactions", BOB).status()).isEqualTo(400);
            assertThat(StubClient.json(client.post("/__contract/interactions?provider=mails", BOB))
                            .string("provider"))
                    .contains("mails");
        }
    }

    @Nested
    class Answers {
        @Test
        void follow_each_other() {
            answers("""
                    {"answers": [{"times": 2}, {"response": {"status": 503, "headers": {"Retry-After": ["1"]}}}], "cycle": true}""");

            assertThat(List.of(status(), status(), status(), status())).containsExactly(200, 200, 503, 200);
        }

        private int status() {
            return client.get("/users/1").status();
        }

        @Test
        void may_be_faults_delays_and_slow_bodies() {
            answers("""
                    {"answers": [{"delay": {"least": 1, "most": 2}, "slowly": {"bytes": 5, "every": 1}},
                                 {"delay": {"median": 1, "sigma": 0.4}, "failing": {"probability": 0, "fault": "RESET"}},
                                 {"fault": "MALFORMED_JSON"}]}""");

            assertThat(client.get("/users/1").body().text()).isEqualTo("{\"name\":\"Alice\"}");
            assertThat(client.get("/users/1").body().text()).isEqualTo("{\"name\":\"Alice\"}");
            assertThat(client.get("/users/1").body().text()).isEqualTo("{\"name\":");
        }

        @Test
        void begin_anew_and_leave_it_requested() {
            client.get("/users/1");

            answers("{\"answers\": [{}, {\"response\": {\"status\": 503}}]}");

            assertThat(client.json("/__contract/interactions/1").get("requested"))
                    .contains(JsonBoolean.of(true));
            assertThat(List.of(status(), status())).containsExactly(200, 503);
            client.post("/__contract/reset", "");
            assertThat(client.json("/__contract/interactions/1").get("requested"))
                    .contains(JsonBoolean.of(false));
        }

        @Test
        void are_those_of_the_contract_again_when_they_are_deleted() {
            answers("{\"answers\": [{\"response\": {\"status\": 503}}]}");
            assertThat(status()).isEqualTo(503);

            client.delete("/__contract/interactions/1/answers");

            assertThat(status()).isEqualTo(200);
            assertThat(client.json("/__contract/interactions/1").has("stub")).isFalse();
        }

        @Test
        void keep_the_priority_of_an_interaction() {
            client.post("/__contract/interactions", BOB);

            client.put("/__contract/interactions/2/answers", "{\"answers\": [{\"times\": 3}]}");

            assertThat(client.json("/__contract/interactions/2").object("stub"))
                    .contains(object("{\"priority\": 1, \"answers\": [{\"times\": 3}]}"));
        }
    }

    @Nested
    class Scenarios {
        @Test
        void are_moved_told_and_put_back() {
            client.post(
                    "/__contract/interactions",
                    BOB.replace("{\"priority\": 1}", "{\"during\": {\"scenario\": \"Bob\", \"state\": \"hired\"}}"));
            assertThat(client.get("/users/2").status()).isEqualTo(500);

            assertThat(StubClient.json(client.put("/__contract/scenarios", "{\"Bob\": \"hired\"}")))
                    .isEqualTo(object("{\"Bob\": \"hired\"}"));
            assertThat(client.get("/users/2").status()).isEqualTo(200);

            client.delete("/__contract/scenarios");
            assertThat(client.json("/__contract/scenarios")).isEqualTo(object("{}"));
            assertThat(client.get("/users/2").status()).isEqualTo(500);
        }

        @Test
        void need_names() {
            assertThat(client.put("/__contract/scenarios", "{\"Bob\": \"\"}").status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class TheJournal {
        private JsonObject only(String query) {
            JsonObject journal = client.json("/__contract/journal" + query);
            assertThat(journal.array("exchanges").orElseThrow().size()).isEqualTo(1);
            return journal.array("exchanges").orElseThrow().get(0).asObject().orElseThrow();
        }

        @Test
        void tells_what_came_and_what_was_answered() {
            client.with("X-Trace", "7").get("/users/1?a=b");
            client.get("/users/1");

            JsonObject journal = client.json("/__contract/journal");

            assertThat(journal.get("count").orElseThrow().toJson()).isEqualTo("2");
            JsonObject first =
                    journal.array("exchanges").orElseThrow().get(0).asObject().orElseThrow();
            assertThat(first.string("nearest")).contains("a request for Alice");
            assertThat(first.object("request").orElseThrow().string("query")).contains("a=b");
            assertThat(first.object("request")
                            .orElseThrow()
                            .object("headers")
                            .orElseThrow()
                            .array("X-Trace"))
                    .hasValueSatisfying(values -> assertThat(values.toJson()).isEqualTo("[\"7\"]"));
            JsonObject second =
                    journal.array("exchanges").orElseThrow().get(1).asObject().orElseThrow();
            assertThat(second.string("interaction")).contains("1");
            assertThat(second.object("response")).contains(object("""
                    {"status": 200, "headers": {"Content-Type": ["application/json"]}, "text": "{\\"name\\":\\"Alice\\"}"}"""));
        }

        @Test
        void masks_secrets_unless_it_is_asked_for_them() {
            client.with("X-Api-Key", "opensesame").post("/users?token=opensesame", "{\"password\": \"opensesame\"}");

            assertThat(client.get("/__contract/journal").body().text()).doesNotContain("opensesame");
            JsonObject request = only("?secrets=shown").object("request").orElseThrow();
            assertThat(request.string("query")).contains("token=opensesame");
            assertThat(request.string("text")).contains("{\"password\": \"opensesame\"}");
            assertThat(request.object("headers")
                            .orElseThrow()
                            .get("X-Api-Key")
                            .orElseThrow()
                            .toJson())
                    .isEqualTo("[\"opensesame\"]");
        }

        @Test
        void may_be_asked_for_less() {
            client.get("/users/1");
            client.get("/users/2");

            assertThat(only("?interaction=1").string("description")).contains("a request for Alice");
            assertThat(only("?description=a%20request%20for%20Alice").string("interaction"))
                    .contains("1");
            assertThat(only("?limit=1&view=list").string("line"))
                    .contains("#2 GET /users/2 -> 500, expected by no interaction");
            assertThat(client.json("/__contract/journal/count?interaction=1")).isEqualTo(object("{\"count\": 1}"));
        }

        @Test
        void has_the_last_body_as_it_came() {
            assertThat(client.get("/__contract/journal/last").status()).isEqualTo(404);
            client.post("/users", "{\"name\":  \"Bob\"}");

            HttpResponse last = client.get("/__contract/journal/last");

            assertThat(last.body().text()).isEqualTo("{\"name\":  \"Bob\"}");
            assertThat(last.headers().first("content-type")).contains("application/json");
        }

        @Test
        void masks_secrets_in_the_last_body_unless_it_is_asked_for_them() {
            client.post("/users", "{\"password\": \"opensesame\"}");

            assertThat(client.get("/__contract/journal/last").body().text()).isEqualTo("{\"password\": \"***\"}");
            assertThat(client.get("/__contract/journal/last?secrets=shown")
                            .body()
                            .text())
                    .isEqualTo("{\"password\": \"opensesame\"}");
        }

        @Test
        void forgets() {
            client.get("/users/1");

            assertThat(client.delete("/__contract/journal").status()).isEqualTo(204);

            assertThat(client.json("/__contract/journal/count")).isEqualTo(object("{\"count\": 0}"));
        }

        @Test
        void can_be_waited_for() throws Exception {
            Thread later = new Thread(() -> client.get("/users/1"));
            later.start();

            JsonObject journal = client.json("/__contract/journal?await=1&patience=30000&interaction=1");

            assertThat(journal.array("exchanges").orElseThrow().size()).isEqualTo(1);
            assertThat(journal.has("missing")).isFalse();
            later.join();
        }

        @Test
        void says_what_came_instead() {
            client.get("/users/2");

            assertThat(client.json("/__contract/journal?await=1&patience=1&interaction=1")
                            .string("missing"))
                    .contains("""
                            CONTRACT-AWAIT  a request for "a request for Alice" did not come within 0.001s
                              came  #1 GET /users/2 -> 500, expected by no interaction
                              mend  give it longer, or look at why the consumer does not send them""");
        }

        @Test
        void is_asked_in_its_own_words_only() {
            assertThat(detail(client.get("/__contract/journal?limit=0"))).isEqualTo("""
                    STUB-PARAMETER  the parameter "limit" must be a whole number from 1 to 1000
                      found  "0\"""");
            assertThat(client.get("/__contract/journal?view=short").status()).isEqualTo(400);
            assertThat(client.get("/__contract/journal?interaction=9").status()).isEqualTo(404);
        }
    }

    @Nested
    class Scopes {
        private String open(String body) {
            HttpResponse response = client.post("/__contract/scopes", body);
            assertThat(response.status()).as(response.body().text()).isEqualTo(201);
            return StubClient.json(response).string("id").orElseThrow();
        }

        private String byHeader(String value) {
            return open(
                    "{\"provider\": \"users\", \"condition\": {\"header\": \"X-Test\", \"is\": \"" + value + "\"}}");
        }

        @Test
        void have_interactions_and_a_journal_of_their_own() {
            String scope = byHeader("one");
            byHeader("two");
            client.post("/__contract/interactions?scope=" + scope, BOB);

            assertThat(client.with("X-Test", "one").get("/users/2").status()).isEqualTo(200);
            assertThat(client.with("X-Test", "two").get("/users/2").status()).isEqualTo(500);
            assertThat(client.get("/users/2").status()).isEqualTo(500);
            assertThat(client.with("X-Test", "one").get("/users/1").status()).isEqualTo(200);
            assertThat(client.json("/__contract/journal/count?scope=" + scope)).isEqualTo(object("{\"count\": 2}"));
        }

        @Test
        void are_told_and_end() {
            String scope = byHeader("one");
            client.post("/__contract/interactions?scope=" + scope, BOB);
            assertThat(client.json("/__contract/scopes")
                            .array("scopes")
                            .orElseThrow()
                            .get(0))
                    .isEqualTo(object("""
                            {"id": "1", "provider": "users", "url": "URL", "condition": "header \\"x-test\\" is \\"one\\""}""".replace("URL", stub.url())));

            assertThat(client.delete("/__contract/scopes/" + scope).status()).isEqualTo(204);

            assertThat(client.with("X-Test", "one").get("/users/2").status()).isEqualTo(500);
            assertThat(client.get("/__contract/interactions/2").status()).isEqualTo(404);
            assertThat(client.get("/__contract/scopes/" + scope).status()).isEqualTo(404);
        }

        @Test
        void judge_what_was_asked_of_them() {
            String scope = byHeader("one");
            client.post("/__contract/interactions?scope=" + scope, BOB);
            client.with("X-Test", "one").get("/users/3");

            assertThat(client.json("/__contract/scopes/" + scope + "/verdict?consumer=web"))
                    .isEqualTo(object("""
                    {"fine": false, "missing": ["2"], "unexpected": 1, "text": "TEXT"}""".replace("TEXT", """
                    CONTRACT-UNEXPECTED  web sent a request that users is not declared to answer
                      sent      GET /users/3
                      scope     header \\"x-test\\" is \\"one\\"
                      expected  GET /users/2
                      by        \\"a request for Bob\\", which never came
                      path      Expected path '/users/2' but was '/users/3'
                      mend      correct the request that the client sends, or the one that is declared""".replace("\n", "\\n"))));

            client.post("/__contract/scopes/" + scope + "/reset", "");
            assertThat(client.json("/__contract/scopes/" + scope + "/verdict")
                            .get("fine")
                            .orElseThrow()
                            .toJson())
                    .isEqualTo("true");
        }

        @Test
        void of_a_whole_provider_are_one_at_a_time() {
            String scope = open("{\"provider\": \"users\"}");
            client.post("/__contract/interactions?scope=" + scope, BOB);
            assertThat(client.get("/users/2").status()).isEqualTo(200);
            assertThat(client.get("/users/1").status()).isEqualTo(200);

            HttpResponse second = client.post("/__contract/scopes", "{}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(detail(second)).isEqualTo("""
                    STUB-TAKEN  another test has "users" to itself
                      found  scope 1
                      mend   share it by scopes with a condition, or end that test: DELETE /__contract/scopes/1""");

            client.delete("/__contract/scopes/" + scope);
            assertThat(client.get("/users/2").status()).isEqualTo(500);
            open("{}");
        }

        @Test
        void are_told_apart_by_little() {
            HttpResponse response =
                    client.post("/__contract/scopes", "{\"condition\": {\"path\": \"/" + "a".repeat(20_000) + "\"}}");

            assertThat(response.status()).isEqualTo(413);
            assertThat(detail(response)).isEqualTo("""
                    STUB-BODY  the body is too long for this call
                      where  body
                      found  20028 bytes
                      mend   write it like {"provider": …, "condition": {…}}, in at most 16384 bytes""");
        }

        @Test
        void of_the_same_requests_exclude_each_other() {
            byHeader("one");

            assertThat(client.post("/__contract/scopes", "{\"condition\": {\"header\": \"X-Test\", \"is\": \"one\"}}")
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void are_told_apart_by_header_query_body_or_path() {
            open("{\"condition\": {\"query\": \"tenant\", \"is\": \"1\"}}");
            open("{\"condition\": {\"body\": \"$.tenant\", \"is\": \"1\"}}");
            open("{\"condition\": {\"path\": \"/tenants/1\"}}");

            assertThat(detail(client.post("/__contract/scopes", "{\"condition\": {\"is\": \"1\"}}")))
                    .isEqualTo("""
                            STUB-ATTRIBUTE  a condition is of a "header", "query" or "body" that "is" something, or of a "path"
                              where  body:1:15""");
        }
    }

    @Test
    void a_template_takes_parts_of_the_request_but_no_files() {
        answers(
                "{\"answers\": [{\"template\": {\"status\": 200, \"headers\": {\"X-Path\": [\"{{path[1] | upper}}\"]}}}]}");
        assertThat(client.get("/users/1").headers().first("x-path")).contains("1");

        HttpResponse refused = answers(
                "{\"answers\": [{\"template\": {\"status\": 200, \"headers\": {\"X\": [\"{{path | lookup '/etc/passwd' 'x'}}\"]}}}]}");
        assertThat(detail(refused)).isEqualTo("""
                CONTRACT-TEMPLATE  a template from elsewhere looks nothing up in files of this machine
                  where  body:1:14
                  found  the word lookup
                  mend   give the value itself, or an answer for each""");
    }

    @Test
    void a_provider_that_no_contract_has_is_served_below_its_name() {
        JsonObject opened = StubClient.json(client.put("/__contract/providers/mail%20service", ""));

        assertThat(opened.string("url")).contains(stub.url() + "/mail%20service");
    }

    @Test
    void no_provider_takes_the_place_of_the_control_api() {
        HttpResponse refused = client.put("/__contract/providers/__contract", "");

        assertThat(detail(refused)).isEqualTo("""
                STUB-PATH  a provider cannot be served where the control API answers
                  found  "__contract" at /__contract
                  mend   serve it below another path (--prefix), or without the control API (--no-control)""");
        assertThat(client.get("/__contract").status()).isEqualTo(200);
    }

    @Test
    void a_reset_leaves_what_the_contracts_say() {
        client.post("/__contract/interactions", BOB);
        answers("{\"answers\": [{\"fault\": \"RESET\"}]}");
        client.put("/__contract/scenarios", "{\"Bob\": \"hired\"}");

        assertThat(client.post("/__contract/reset", "").status()).isEqualTo(204);

        assertThat(client.get("/users/1").status()).isEqualTo(200);
        assertThat(client.get("/users/2").status()).isEqualTo(500);
        assertThat(client.json("/__contract/scenarios")).isEqualTo(object("{}"));
        assertThat(client.json("/__contract/journal/count")).isEqualTo(object("{\"count\": 2}"));
    }

    @Test
    void contracts_are_loaded_anew_when_it_is_asked_for() {
        assertThat(StubClient.json(client.post("/__contract/reload", ""))
                        .get("reloads")
                        .orElseThrow()
                        .toJson())
                .isEqualTo("1");
    }

    @Test
    void what_it_does_not_know_it_says() {
        ControlApi api = new ControlApi(stub, new Guard(null));

        assertThat(detail(api.answer(HttpRequest.of("GET", "/__contract/nothing"))))
                .isEqualTo("""
                        STUB-ROUTE  the control API has nothing here
                          found  GET /__contract/nothing
                          mend   see GET /__contract/openapi.json""");
        HttpResponse response = api.answer(HttpRequest.of("PATCH", "/__contract/interactions"));
        assertThat(response.headers().first("Allow")).contains("GET, POST, DELETE");
        assertThat(response.status()).isEqualTo(405);
    }
}
