package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.format.ContractReader;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Verifies this broker against the published contract of a broker client: {@code -Dbroker.client.contract=DIR} names its folder. */
class ClientContractTest {
    private static final Pattern BARE_BRACE = Pattern.compile("(?<!\\\\)\\{([a-z]+)}");

    @TestFactory
    Stream<DynamicTest> honours_the_contract_of_a_client() throws IOException {
        String folder = System.getProperty("broker.client.contract", "");
        Assumptions.assumeFalse(
                folder.isEmpty(),
                "get it: git clone https://github.com/pact-foundation/pact_broker-client, and run with -Dbroker.client.contract=DIR, its folder spec/pacts");
        Path file = Path.of(folder, "pact_broker_client-pact_broker.json");
        Contract contract = ContractReader.readOrThrow(file.toString(), readable(file));
        return contract.interactions().stream()
                .map(HttpInteraction.class::cast)
                .map(interaction -> DynamicTest.dynamicTest(name(interaction), () -> verify(contract, interaction)));
    }

    /** To Ruby a brace that begins no repetition stands for itself; Java wants it escaped. */
    private static byte[] readable(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.contains("\"regex\":")
                        ? BARE_BRACE.matcher(line).replaceAll("\\\\\\\\{$1\\\\\\\\}")
                        : line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String name(HttpInteraction interaction) {
        return interaction.description()
                + interaction.states().stream()
                        .map(ProviderState::name)
                        .map(" given "::concat)
                        .findFirst()
                        .orElse("");
    }

    private static void verify(Contract contract, HttpInteraction interaction) {
        // The addresses in the contract's examples start like this, and some are compared exactly.
        ApiSettings settings = ApiSettings.DEFAULT.withBaseUrls(List.of("http://example.org"));
        try (TestBroker broker = TestBroker.open(settings)) {
            Client client = broker.client();
            ClientContractStates states = new ClientContractStates(client);
            interaction.states().forEach(state -> states.establish(state.name()));
            HttpRequest request = interaction.request().example();
            HttpRequest resolved = request.withPath(new ClientContractPaths(client).resolve(request.path()));
            HttpResponse response = broker.broker().routes().apply(resolved);

            assertThat(PlanCompiler.response(interaction.response(), contract.version())
                            .match(response)
                            .mismatches())
                    .as(() -> resolved + "\n" + response.status() + " "
                            + response.body().text())
                    .isEmpty();
        }
    }
}
