package dev.contract.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.answer.StateHeader;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import dev.contract.standalone.StandaloneStub.Loaded;
import dev.contract.standalone.StandaloneStub.Served;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The stub over real sockets, with contracts from the memory. */
class StandaloneStubTest {
    private final List<LocatedContract> contracts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<StandaloneStub> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(StandaloneStub::close);
    }

    private StandaloneStub start(StandaloneSettings settings) {
        StandaloneStub stub = StandaloneStub.start(settings, () -> new LoadedContracts(contracts, problems));
        started.add(stub);
        return stub;
    }

    private StandaloneStub start() {
        return start(StandaloneSettings.DEFAULT);
    }

    private StubClient client(StandaloneStub stub, String provider) {
        return new StubClient(served(stub, provider).url());
    }

    private static Served served(StandaloneStub stub, String provider) {
        return stub.served().stream()
                .filter(each -> each.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private void contract(String provider, HttpInteraction... interactions) {
        contracts.add(
                LocatedContract.of(Contract.of("web", provider, List.of(interactions)), "web-" + provider + ".json"));
    }

    private static HttpInteraction get(String path, String answer, String... states) {
        HttpResponse response = HttpResponse.of(200).withBody(Body.text(answer, ContentType.TEXT));
        return new HttpInteraction(
                "a request for " + path + (states.length == 0 ? "" : " " + List.of(states)),
                List.of(states).stream().map(ProviderState::of).toList(),
                RequestPart.of(HttpRequest.of("GET", path)),
                ResponsePart.of(response),
                Annotations.NONE);
    }

    private static String text(HttpResponse response) {
        return response.status() + " " + response.body().text();
    }

    @Nested
    class Contracts {
        @Test
        void are_served() {
            contract("users", get("/users/1", "Alice"));

            StandaloneStub stub = start();

            assertThat(text(client(stub, "users").get("/users/1"))).isEqualTo("200 Alice");
            assertThat(stub.served()).containsExactly(new Served("users", stub.url(), stub.port(), 1));
        }

        @Test
        void of_several_providers_share_a_port_unless_something_else_is_said() {
            contract("users", get("/users/1", "Alice"));
            contract("mails", get("/mails/1", "Hello"));

            StandaloneStub stub = start();

            assertThat(stub.served())
                    .containsExactly(
                            new Served("users", stub.url(), stub.port(), 1),
                            new Served("mails", stub.url(), stub.port(), 1));
            assertThat(text(new StubClient(stub.url()).get("/mails/1"))).isEqualTo("200 Hello");
        }

        @Test
        void of_a_provider_with_a_port_of_its_own_are_served_there_alone() {
            contract("users", get("/1", "Alice"));
            contract("mails", get("/1", "Hello"));

            StandaloneStub stub = start(StandaloneSettings.DEFAULT.withPorts(Map.of("mails", 0)));

            assertThat(served(stub, "mails").port())
                    .isNotEqualTo(served(stub, "users").port());
            assertThat(text(client(stub, "users").get("/1"))).isEqualTo("200 Alice");
            assertThat(text(client(stub, "mails").get("/1"))).isEqualTo("200 Hello");
        }

        @Test
        void of_a_provider_with_a_path_are_served_below_it() {
            contract("users", get("/1", "Alice"));
            contract("mails", get("/1", "Hello"), get("/", "Mails"));

            StandaloneStub stub = start(StandaloneSettings.DEFAULT.withPrefixes(Map.of("mails", "/mails")));

            assertThat(served(stub, "mails").url()).isEqualTo(stub.url() + "/mails");
            StubClient client = new StubClient(stub.url());
            assertThat(text(client.get("/1"))).isEqualTo("200 Alice");
            assertThat(text(client.get("/mails/1"))).isEqualTo("200 Hello");
            assertThat(text(client.get("/mails"))).isEqualTo("200 Mails");
            assertThat(client.get("/mailsandmore").status()).isEqualTo(500);
        }

        @Test
        void with_an_error_are_not_served_at_all() {
            contract("users", get("/users/1", "Alice"));
            problems.add(Problem.error("CONTRACT-FILE", "it is broken"));

            assertThatThrownBy(StandaloneStubTest.this::start).hasMessage("CONTRACT-FILE  it is broken");
        }

        @Test
        void that_nobody_can_reach_are_told_of() {
            contract("users", get("/__contract/interactions", "Alice"));

            assertThat(start().problems()).extracting(Problem::toString).containsExactly("""
                    STUB-PATH  an interaction has a path of the control API, which answers there
                      where  web-users.json, interaction "a request for /__contract/interactions"
                      mend   serve it below a path (--prefix), or without the control API (--no-control)""");
        }

        @Test
        void that_http_cannot_say_are_told_of_and_answer_with_the_reason() {
            contract(
                    "users",
                    get("/users/1", "Alice").withResponse(ResponsePart.of(HttpResponse.of(1000))),
                    get("/users/2", "Bob"));

            StandaloneStub stub = start();

            assertThat(stub.problems()).extracting(Problem::toString).containsExactly("""
                    CONTRACT-HTTP  a stub cannot answer with this status
                      where  web-users.json, interaction "a request for /users/1"
                      found  1000
                      mend   give one from 200 to 999""");
            assertThat(client(stub, "users").get("/users/1").body().text())
                    .isEqualTo(
                            "{\"error\":\"The answer cannot be sent: a stub cannot answer with this status, 1000\"}");
            assertThat(client(stub, "users").get("/users/2").status()).isEqualTo(200);
        }

        @Test
        void answer_what_nobody_expects_with_the_nearest_interaction() {
            contract("users", get("/users/1", "Alice"));

            HttpResponse response = client(start(), "users").get("/users/2");

            assertThat(response.status()).isEqualTo(500);
            assertThat(StubClient.json(response).string("explanation").orElseThrow())
                    .contains("Expected path '/users/1' but was '/users/2'");
        }
    }

    @Nested
    class ProviderStates {
        private StubClient client;

        private void start(String header) {
            contract("users", get("/users/1", "Alice", "Alice exists"), get("/users/1", "nobody"));
            client = client(
                    StandaloneStubTest.this.start(StandaloneSettings.DEFAULT.withStates(new StateHeader(header))),
                    "users");
        }

        @Test
        void choose_among_interactions() {
            start("X-State");

            assertThat(text(client.with("X-State", "Alice exists").get("/users/1")))
                    .isEqualTo("200 Alice");
            assertThat(text(client.with("X-State", "").get("/users/1"))).isEqualTo("200 nobody");
            assertThat(client.get("/users/1").status()).isEqualTo(200);
        }

        @Test
        void that_no_interaction_has_are_told() {
            start("X-State");

            HttpResponse response = client.with("X-State", "Bob exists").get("/users/1");

            assertThat(StubClient.json(response).string("explanation").orElseThrow())
                    .isEqualTo("""
                    CONTRACT-UNEXPECTED  the consumer sent a request that this stub is not declared to answer
                      sent      GET /users/1
                      expected  GET /users/1
                      by        "a request for /users/1 [Alice exists]", given "Alice exists"
                      state     X-State asks for "Bob exists", and this is in "Alice exists"
                      mend      correct the request that the client sends, or the one that is declared""");
        }
    }

    @Nested
    class Loading {
        @Test
        void anew_serves_what_was_added_and_nothing_that_is_gone() {
            contract("users", get("/1", "Alice"), get("/2", "Bob"));
            StandaloneStub stub = start();
            StubClient client = client(stub, "users");

            contracts.clear();
            contract("users", get("/2", "Bob"), get("/3", "Carol"));
            Loaded loaded = stub.reload();

            assertThat(loaded).isEqualTo(new Loaded(true, List.of()));
            assertThat(client.get("/1").status()).isEqualTo(500);
            assertThat(text(client.get("/2"))).isEqualTo("200 Bob");
            assertThat(text(client.get("/3"))).isEqualTo("200 Carol");
        }

        @Test
        void anew_leaves_what_has_not_changed_as_it_is() {
            contract("users", get("/1", "Alice"), get("/2", "Bob"));
            StandaloneStub stub = start();
            StubClient client = client(stub, "users");
            client.put("/__contract/interactions/2/answers", "{\"answers\": [{}, {\"response\": {\"status\": 503}}]}");
            assertThat(client.get("/2").status()).isEqualTo(200);

            contracts.clear();
            contract("users", get("/2", "Bob"));
            stub.reload();

            assertThat(client.get("/2").status()).isEqualTo(503);
        }

        @Test
        void a_broken_contract_keeps_what_was_there() {
            contract("users", get("/1", "Alice"));
            StandaloneStub stub = start();

            contracts.clear();
            problems.add(Problem.error("CONTRACT-JSON", "the file is cut off").at("web-users.json:3:7"));
            Loaded loaded = stub.reload();

            assertThat(loaded).isEqualTo(new Loaded(false, problems));
            StubClient client = client(stub, "users");
            assertThat(text(client.get("/1"))).isEqualTo("200 Alice");
            assertThat(client.json("/__contract").get("problems").orElseThrow().toJson())
                    .isEqualTo("[{\"code\":\"CONTRACT-JSON\",\"severity\":\"error\",\"what\":\"the file is cut off\","
                            + "\"where\":\"web-users.json:3:7\"}]");
        }

        @Test
        void anew_serves_providers_that_are_new() {
            contract("users", get("/1", "Alice"));
            StandaloneStub stub = start(StandaloneSettings.DEFAULT.withPorts(Map.of("users", 0)));

            contract("mails", get("/1", "Hello"));
            stub.reload();

            assertThat(text(client(stub, "mails").get("/1"))).isEqualTo("200 Hello");
        }
    }

    @Nested
    class Control {
        @Test
        void is_for_this_machine_only_without_a_token() {
            StandaloneSettings open = StandaloneSettings.DEFAULT.withStub(StubSettings.DEFAULT.withHost("0.0.0.0"));

            assertThatThrownBy(() -> StandaloneStubTest.this.start(open))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            STUB-CONTROL  without a token, only this machine may steer a stub
                              found  the address 0.0.0.0
                              mend   give a token (--control-token), or serve without the control API (--no-control)""");
        }

        @Test
        void is_not_for_pages_in_a_browser() {
            StubClient page = new StubClient(start().url()).with("Origin", "https://example.com");

            HttpResponse response = page.post("/__contract/reset", "");

            assertThat(response.status()).isEqualTo(403);
            assertThat(StubClient.json(response).string("detail").orElseThrow()).isEqualTo("""
                    STUB-STRANGER  without a token, only programs of this machine may steer this stub
                      found  a page of https://example.com
                      mend   ask at 127.0.0.1 and without Origin, or start it with --control-token""");
        }

        @Test
        void is_not_for_names_that_somebody_has_made_point_here() {
            ControlApi api = new ControlApi(start(), new Guard(null));
            HttpRequest request = HttpRequest.of("GET", "/__contract");

            assertThat(api.answer(request.withHeader("Host", "evil.example:80")).status())
                    .isEqualTo(403);
            assertThat(api.answer(request.withHeader("Host", "localhost:80")).status())
                    .isEqualTo(200);
        }

        @Test
        void with_a_token_is_for_who_brings_it() {
            StandaloneSettings settings =
                    StandaloneSettings.DEFAULT.withControl(new StandaloneSettings.Control(true, "s3cret"));
            StubClient client = new StubClient(start(settings).url());

            assertThat(client.get("/__contract").status()).isEqualTo(401);
            assertThat(client.with("Authorization", "Bearer other")
                            .get("/__contract")
                            .status())
                    .isEqualTo(401);
            assertThat(client.with("Authorization", "Bearer s3cret")
                            .get("/__contract")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/__contract/health").status()).isEqualTo(200);
        }

        @Test
        void can_be_left_out() {
            contract("users", get("/__contract/health", "mine"));
            StandaloneStub stub = start(StandaloneSettings.DEFAULT.withControl(StandaloneSettings.Control.OFF));

            assertThat(stub.problems()).isEmpty();
            assertThat(stub.served()).extracting(Served::interactions).containsExactly(1);
        }
    }

    @Test
    void a_port_that_is_taken_is_told_and_nothing_stays_open() throws Exception {
        contract("users", get("/1", "Alice"));
        try (ServerSocket taken = new ServerSocket(0)) {
            StandaloneSettings settings =
                    StandaloneSettings.DEFAULT.withStub(StubSettings.DEFAULT.withPort(taken.getLocalPort()));

            assertThatThrownBy(() -> start(settings))
                    .hasMessageStartingWith(
                            "CONTRACT-PORT  the stub cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void requests_that_no_contract_has_can_go_to_a_real_service() {
        contract("users", get("/1", "real"));
        StandaloneStub real = start();
        contracts.clear();
        contract("users", get("/2", "played"));

        StandaloneStub stub =
                start(StandaloneSettings.DEFAULT.withUpstreams(new PerProvider<>(null, Map.of("users", real.url()))));

        assertThat(text(client(stub, "users").get("/1"))).isEqualTo("200 real");
        assertThat(text(client(stub, "users").get("/2"))).isEqualTo("200 played");
    }

    @Test
    void an_empty_one_waits_for_interactions() {
        StubClient client = new StubClient(start().url());

        assertThat(client.json("/__contract").array("providers").orElseThrow().isEmpty())
                .isTrue();
        JsonObject opened = StubClient.json(client.put("/__contract/providers/users", ""));
        assertThat(opened)
                .isEqualTo(JsonReader.read("{\"name\": \"users\", \"url\": \""
                                + opened.string("url").orElseThrow() + "\", \"interactions\": 0}")
                        .asObject()
                        .orElseThrow());
    }
}
