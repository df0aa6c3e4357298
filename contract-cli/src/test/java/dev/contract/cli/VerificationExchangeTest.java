package dev.contract.cli;

import static dev.contract.provider.broker.ConsumerVersionSelector.mainBranch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import dev.contract.cli.Cli.Ended;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.provider.MissingStates;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.HttpBrokerTransport;
import dev.contract.provider.broker.ProviderVersion;
import dev.contract.provider.broker.VerificationSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole exchange of a verification with our own broker over HTTP: what is pending, work in progress, notices, results. A consumer
 * "shop" has a contract on its main branch, and another one on a branch, which wants a name to be called full_name.
 */
class VerificationExchangeTest {
    private static final String PENDING_FOR_MAIN =
            "It is pending for branch 'main' of users: no successful result yet. A failure will not fail this build.\n";

    @TempDir
    private Path directory;

    private Broker broker;
    private BrokerServer server;

    @BeforeEach
    void open() {
        broker = Broker.open(directory.resolve("broker.db"));
        server = BrokerServer.start(broker, "127.0.0.1", 0);
        publish("1", "main", Contracts.of("shop"));
        publish("2", "feat/x", Contracts.of("shop").replace("\"name\": \"Alice\"", "\"full_name\": \"Alice\""));
    }

    @AfterEach
    void close() {
        server.close();
        broker.close();
    }

    private void publish(String version, String branch, String contract) {
        Contracts.write(directory.resolve("contracts"), "shop-users.json", contract);
        assertThat(cli("publish", "contracts", "-a", version, "--branch", branch)
                        .exitCode())
                .isZero();
    }

    private Ended cli(String... arguments) {
        return new Cli(directory).with("PACT_BROKER_BASE_URL", server.url()).run(arguments);
    }

    /** A verification of a provider on branch main whose users have this key, with what is pending and in progress. */
    private Ended verify(String nameKey, String version, String... more) throws IOException {
        try (UserService users = UserService.whoseUsersHave(nameKey)) {
            String[] arguments = {
                "verify",
                "--provider=users",
                "--url=" + users.url(),
                "--state-url=/_states",
                "--consumer-version-selectors={\"mainBranch\": true}",
                "--enable-pending",
                "--include-wip-pacts-since=2020-01-01",
                "--provider-branch=main",
                "--provider-version=" + version
            };
            Ended ended = cli(Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
            return new Ended(
                    ended.exitCode(),
                    ended.out()
                            .lines()
                            .filter(line -> line.matches("(ok|FAILED) .*interaction.*"))
                            .toList()
                            .toString(),
                    ended.err().replace(server.url(), "BROKER").replaceAll("[0-9a-f]{40}", "SHA"));
        }
    }

    private static String why(String version, String reasons) {
        return "The pact at BROKER/pacts/provider/users/consumer/shop/pact-version/SHA is verified because it belongs to"
                + " shop " + version + ": " + reasons + "\n";
    }

    private JsonObject latestResult(String consumerVersion) {
        HttpRequest question = HttpRequest.of(
                "GET",
                "/pacts/provider/users/consumer/shop/version/" + consumerVersion + "/verification-results/latest");
        return JsonReader.read(broker.routes().apply(question).body().bytes())
                .asObject()
                .orElseThrow();
    }

    @Test
    void a_new_contract_is_pending_until_its_success_is_published_and_work_in_progress_stays_so() throws IOException {
        String pending = why("1", "latest from main branch")
                + PENDING_FOR_MAIN
                + why("2", "latest from branch feat/x; it is work in progress");

        assertThat(verify("name", "a"))
                .isEqualTo(new Ended(
                        0,
                        "[ok      shop → users (Pact between shop (1) and users)  2 interactions,"
                                + " ok      shop → users (Pact between shop (2) and users)  2 interactions, 1 pending failed]",
                        pending + """
                Still pending for branch 'main': the successful result was not published.
                Still pending for branch 'main': no successful result yet.
                """));

        assertThat(verify("name", "a", "--publish").err()).isEqualTo(pending + """
                Published: users a honours the contract of shop.
                No longer pending for branch 'main'; later failures will fail the build.
                Published: users a breaks the contract of shop.
                Still pending for branch 'main': no successful result yet.
                """);

        String wip = why("1", "latest from main branch")
                + why("2", "latest from branch feat/x; it is work in progress")
                + PENDING_FOR_MAIN;
        Ended broken = verify("full_name", "b", "--publish");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).startsWith(wip).endsWith("""
                Published: users b breaks the contract of shop.
                Published: users b honours the contract of shop.
                No longer pending for branch 'main'; later failures will fail the build.
                """);

        assertThat(verify("name", "c").err())
                .as("a success as work in progress does not end it")
                .contains("shop 2: latest from branch feat/x; it is work in progress");
    }

    @Test
    void results_are_kept_with_branch_tags_build_and_each_interaction() throws IOException {
        verify("name", "a", "--publish", "--provider-tags=dev,rc", "--build-url=https://ci.example/77");

        JsonObject honoured = latestResult("1");
        assertThat(honoured.string("buildUrl")).hasValue("https://ci.example/77");
        assertThat(honoured.string("providerApplicationVersion")).hasValue("a");
        assertThat(honoured.array("testResults").orElseThrow().toJson())
                .matches("\\[\\{\"interactionId\":\"[0-9a-f]{40}\",\"success\":true},"
                        + "\\{\"interactionId\":\"[0-9a-f]{40}\",\"success\":true}]");
        assertThat(latestResult("2").array("testResults").orElseThrow().toJson())
                .contains("\"interactionDescription\":\"a request for user 1\",\"success\":false,\"mismatches\":[{")
                .contains("\"identifier\":\"$.full_name\"");
        assertThat(cli("describe-version", "-a", "users", "-e", "a").out())
                .contains("branches  main\n")
                .contains("tags      dev, rc\n");
    }

    @Test
    void a_part_is_never_published_as_a_success_but_as_a_failure() throws IOException {
        assertThat(verify("name", "a", "--publish", "--only=health").err()).contains("""
                        Not published: shop → users was verified only in part, which proves nothing of the rest.
                        Still pending for branch 'main': the successful result was not published.
                        """);
        assertThat(latestResult("1").string("error")).isPresent();

        verify("name", "a", "--publish", "--only=user 1");

        assertThat(latestResult("1").string("error")).isPresent();
        assertThat(latestResult("2").array("testResults").orElseThrow().size()).isEqualTo(1);
    }

    @Test
    void the_same_is_done_in_java() throws IOException {
        ProviderVersion version = ProviderVersion.of("a").withBranch("main").withTags("dev");
        BrokerSource source = BrokerSource.at(
                HttpBrokerTransport.to(server.url()),
                VerificationSelection.of(mainBranch()).withProvider(version).withPending());
        try (UserService users = UserService.whoseUsersHave("full_name")) {
            VerificationResult result = Verifier.of("users")
                    .contractsFrom(source)
                    .at(users.url())
                    .missingStates(MissingStates.IGNORE)
                    .listener(source.publisher(version))
                    .verify();

            assertThat(result.success()).as("it is pending").isTrue();
            assertThat(latestResult("1").get("success")).hasToString("Optional[false]");
            assertThat(cli("describe-version", "-a", "users", "-e", "a").out()).contains("tags      dev\n");
        }
    }

    /** What brokers document: a question by POST, each contract at its own link, branch and tags before the first result. */
    @Test
    void the_requests_are_those_that_brokers_describe() throws IOException {
        Path golden = Path.of("src/test/resources/dev/contract/cli/verification-exchange.txt");
        try (RecordingProxy proxy = new RecordingProxy(server.url())) {
            verify(
                    "name",
                    "a",
                    "--publish",
                    "--provider-tags=dev,rc",
                    "--build-url=https://ci.example/77",
                    "--broker-base-url=" + proxy.url(),
                    "--broker-token=t0p",
                    "--custom-header=X-Team: users",
                    "--consumer-version-selectors={\"branch\": \"feat/y\", \"fallbackBranch\": \"main\", \"consumer\": \"shop\"}");
            if (System.getProperty("golden.update") != null) {
                Files.writeString(golden, proxy.record());
            }

            assertThat(proxy.record()).isEqualTo(Files.readString(golden));
        }
    }
}
