package dev.contract.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Other Pact tools as clients of our broker, which is a process as users start it. */
class BrokerTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path TRANSCRIPT = Path.of("src/test/resources/dev/contract/interop/pact-cli.txt");
    private static final Path COMMANDS = TRANSCRIPT.resolveSibling("pact-cli-commands.txt");
    private static final String PRODUCTION = "prod";
    private static final HttpResponse RIGHT = price("7");
    private static final HttpResponse WRONG = price("\"seven\"");

    @TempDir
    private static Path directory;

    private static PlayedProvider service;
    private static BrokerProcess broker;
    private static Program contract;
    private static Peer pactJvm;
    private static Peer pactJs;

    @BeforeAll
    static void start() throws IOException {
        List<String> commandLine = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                TARGET.resolve("../../../contract-cli/target/contract.jar")
                        .normalize()
                        .toString());
        service = PlayedProvider.start();
        contract = Program.of("contract", commandLine.toArray(String[]::new));
        broker = BrokerProcess.start(commandLine, directory);
        pactJvm = Peers.pactJvm(TARGET);
        pactJs = Peers.pactJs(TARGET);
        contract.at(broker.url()).run(directory, "create-environment", "--name", PRODUCTION, "--production");
    }

    @AfterAll
    static void end() {
        pactJs.close();
        pactJvm.close();
        broker.close();
        service.close();
    }

    private static HttpResponse price(String json) {
        return HttpResponse.of(200)
                .withHeader("Content-Type", "application/json")
                .withBody(Body.text("{\"price\": " + json + "}", ContentType.JSON));
    }

    private static Stream<Client> clients() {
        return Stream.of(new OurClient(contract), pactJvm, pactJs);
    }

    @TestFactory
    Stream<DynamicTest> whoever_publishes_and_whoever_verifies_everybody_gets_the_same_answers() {
        return clients().flatMap(publisher -> clients()
                .map(verifier -> dynamicTest(
                        publisher.name() + " publishes, " + verifier.name() + " verifies",
                        () -> new Story(publisher, verifier).tell())));
    }

    /** From a contract that nobody has verified to one that is deployed and must be honoured. */
    private record Story(Client publisher, Client verifier) {
        private Pacticipant consumer() {
            return new Pacticipant("shop é/" + publisher.name() + " " + verifier.name(), "1.0+a", "feat/x");
        }

        private Pacticipant provider(String version) {
            return new Pacticipant("price list/" + publisher.name() + " " + verifier.name(), version, "main");
        }

        void tell() throws IOException {
            Path file = Files.writeString(directory.resolve("contract.json"), pact(consumer(), provider("")));
            publisher.publish(broker.url(), file, consumer());
            refused(consumer(), "needs one; nobody has verified it yet.");

            service.answerWith(WRONG);
            assertThat(share("2.0")).as("a pending contract may fail").hasToString("accepted");
            deploy(provider("2.0"));
            refused(consumer(), "failed at " + provider("").name() + " 2.0 (now in prod): interaction \"a price\"");

            service.answerWith(RIGHT);
            assertThat(share("2.1")).hasToString("accepted");
            deploy(provider("2.1"));
            accepted(consumer());

            deploy(consumer());
            service.answerWith(WRONG);
            assertThat(share("2.2").accepted())
                    .as("what was honoured once may not fail")
                    .isFalse();
            accepted(provider("2.1"));
            refused(
                    provider("2.2"),
                    "(now in prod) failed at " + provider("2.2").name() + " 2.2: interaction \"a price\"");
        }

        private Verdict share(String version) {
            return verifier.share(broker.url(), provider(version), service.url());
        }

        private static void deploy(Pacticipant version) {
            Program.Outcome outcome = contract.at(broker.url())
                    .run(
                            directory,
                            "record-deployment",
                            "-a",
                            version.name(),
                            "-e",
                            version.version(),
                            "--environment",
                            PRODUCTION);
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        }

        private static void accepted(Pacticipant version) {
            assertThat(clients())
                    .allSatisfy(client -> assertThat(ask(client, version)).hasToString("accepted"));
        }

        private static void refused(Pacticipant version, String why) {
            assertThat(clients()).allSatisfy(client -> {
                assertThat(ask(client, version).accepted()).as(client.name()).isFalse();
                assertThat(ask(client, version).reason()).as(client.name()).contains(why);
            });
        }

        private static Verdict ask(Client client, Pacticipant version) {
            return client.deployable(broker.url(), version, PRODUCTION);
        }
    }

    /**
     * All that the command line of npm can ask a broker for, as its users see it; {@code -Dgolden.update} accepts what it prints now. It prints a
     * warning where an answer lacks something that it looks for.
     */
    @Test
    void the_command_line_of_npm_prints_what_its_users_know() throws IOException {
        Files.writeString(
                directory.resolve("pact.json"),
                pact(new Pacticipant("shop", "1.0", "main"), new Pacticipant("prices", "2.0", "main")));
        Transcript transcript = new Transcript(npm("pact-broker").at(broker.url()), directory);
        String printed = Files.readAllLines(COMMANDS).stream()
                .map(transcript::add)
                .collect(Collectors.joining())
                .replace(broker.url(), "http://broker");

        if (System.getProperty("golden.update") != null) {
            Files.writeString(TRANSCRIPT, printed);
        }
        assertThat(printed)
                .as(TRANSCRIPT + " (accept it with -Dgolden.update)")
                .isEqualTo(Files.readString(TRANSCRIPT));
    }

    private static Program npm(String name) {
        return Program.of(
                name, TARGET.resolve("pact-js/node_modules/.bin/" + name).toString());
    }

    private static String pact(Pacticipant consumer, Pacticipant provider) {
        return """
                {
                  "consumer": {"name": "%s"},
                  "provider": {"name": "%s"},
                  "interactions": [{
                    "description": "a price",
                    "request": {"method": "GET", "path": "/prices/1"},
                    "response": {
                      "status": 200,
                      "headers": {"Content-Type": "application/json"},
                      "body": {"price": 5},
                      "matchingRules": {"body": {"$.price": {"matchers": [{"match": "integer"}]}}}
                    }
                  }],
                  "metadata": {"pactSpecification": {"version": "3.0.0"}}
                }
                """.formatted(consumer.name(), provider.name());
    }
}
