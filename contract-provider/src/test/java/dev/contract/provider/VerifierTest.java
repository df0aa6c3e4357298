package dev.contract.provider;

import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.report.ConsoleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    @TempDir
    private Path contracts;

    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void replays_a_contract_against_the_running_service() throws IOException {
        contract("order-service", """
                {"type": "Synchronous/HTTP", "description": "a request for user 1",
                 "providerStates": [{"name": "user 1 exists"}],
                 "request": {"method": "GET", "path": "/users/1"},
                 "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                   "body": {"contentType": "application/json", "content": {"id": 1, "name": "Alice"}},
                   "matchingRules": {"body": {"$.name": {"matchers": [{"match": "type"}]}}}}}""");
        service.on("GET /users/1", 200, "{\"id\": 1, \"name\": \"Bob\", \"more\": true}");
        List<String> saved = new ArrayList<>();

        VerificationResult result = verifier()
                .state("user {id} exists", state -> saved.add(state.string("id")))
                .verify();

        assertThat(ConsoleReport.text(result)).isEqualTo("ok      order-service → user-service  1 interaction");
        assertThat(result.success()).isTrue();
        assertThat(saved).containsExactly("1");
    }

    @Test
    void one_failure_is_one_block() throws IOException {
        contract("order-service", """
                {"type": "Synchronous/HTTP", "description": "a request for user 1",
                 "providerStates": [{"name": "user 1 exists"}],
                 "comments": {"testname": "UserClientTest.finds_an_existing_user"},
                 "request": {"method": "GET", "path": "/users/1", "headers": {"Accept": ["application/json"]}},
                 "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                   "body": {"contentType": "application/json", "content": {"id": 1, "name": "Alice"}},
                   "matchingRules": {"body": {"$.name": {"matchers": [{"match": "type"}]}}}}}""");
        service.on("GET /users/1", 200, "{\"id\": \"1\", \"full_name\": \"Bob\"}");

        VerificationResult result =
                verifier().state("user {id} exists", state -> {}).verify();

        assertThat(ConsoleReport.text(result)
                        .replace(contracts.toString(), "contracts")
                        .replace(service.url(), "http://service"))
                .isEqualTo("""
                FAILED  order-service → user-service  1 of 1 interaction failed

                FAILED  order-service → user-service: a request for user 1
                  where   contracts/order-service.json:3:1, UserClientTest.finds_an_existing_user
                  state   "user 1 exists"
                  body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                  body    $.id: Expected '1' (String) to be equal to 1 (Integer)
                  repeat  curl -i -H 'Accept: application/json' http://service/users/1
                  replay  contract verify contracts/order-service.json --provider user-service --url http://service --only 'a request for user 1'""");
    }

    private Verifier verifier() {
        return Verifier.of("user-service").contractsFrom(directory(contracts)).at(service.url());
    }

    private void contract(String consumer, String... interactions) throws IOException {
        Files.writeString(
                contracts.resolve(consumer + ".json"), """
                {"consumer": {"name": "%s"}, "provider": {"name": "user-service"},
                 "interactions": [
                %s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(consumer, String.join(",\n", interactions)));
    }
}
