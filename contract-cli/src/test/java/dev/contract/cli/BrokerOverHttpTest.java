package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contract.cli.Cli.Ended;
import dev.contract.cli.console.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commands over the network: against our own broker, and against one that explains less. */
class BrokerOverHttpTest {
    @TempDir
    private Path directory;

    @Nested
    class OfOurs {
        @Test
        void is_served_until_it_is_told_to_end() throws Exception {
            CompletableFuture<String> greeting = new CompletableFuture<>();
            CompletableFuture<Integer> exitCode = new CompletableFuture<>();
            Console console = new Console(firstLine(greeting), System.err, false, false);
            Thread broker = new Thread(() -> exitCode.complete(
                    Main.run(new Surroundings(console, Map.of(), directory, duration -> {}), "broker", "--port", "0")));
            broker.start();
            try {
                String line = greeting.get(60, TimeUnit.SECONDS);
                String url = line.replaceAll(".*(http://127\\.0\\.0\\.1:\\d+).*", "$1");
                Contracts.write(directory.resolve("contracts"), "shop-users.json", Contracts.of("shop"));

                assertThat(line)
                        .isEqualTo("contract broker development · database " + directory.resolve("contract-broker.db")
                                + " · " + url + " · no accounts: local access only");
                assertThat(new Cli(directory)
                                .with("PACT_BROKER_BASE_URL", url)
                                .run("publish", "contracts", "-a", "7f3")
                                .out())
                        .isEqualTo("Published shop 7f3 → users  " + url
                                + "/pacts/provider/users/consumer/shop/version/7f3\n");
            } finally {
                broker.interrupt();
            }
            assertThat(exitCode.get(60, TimeUnit.SECONDS)).isZero();
        }

        private PrintStream firstLine(CompletableFuture<String> line) {
            return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
                @Override
                public void println(String text) {
                    line.complete(text);
                }
            };
        }
    }

    @Nested
    class OfOthers {
        @Test
        void a_no_is_explained_from_the_rows_and_the_published_results() throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            answer(server, "/matrix", """
                    {"summary": {"deployable": false, "reason": "The verification failed\\nAnother is missing", "success": 0, "failed": 1, "unknown": 1},
                     "matrix": [
                       {"consumer": {"name": "shop", "version": {"number": "0123456789012345678901234567890123456789"}},
                        "provider": {"name": "orders", "version": {"number": "2"}},
                        "verificationResult": {"success": false, "_links": {"self": {"href": "URL/result"}}}},
                       {"consumer": {"name": "shop", "version": {"number": "0123456789012345678901234567890123456789"}},
                        "provider": {"name": "users", "version": null}, "verificationResult": null}]}
                    """.replace("URL", url));
            answer(server, "/result", """
                    {"success": false, "testResults": [
                      {"interactionDescription": "a list of orders", "success": false, "mismatches": [
                        {"attribute": "body", "identifier": "$.total", "description": "Expected a number"},
                        {"attribute": "status", "description": "expected 200 but was 500"}]},
                      {"interactionDescription": "an order", "success": true}]}
                    """);
            server.start();
            try {
                Ended ended = new Cli(directory)
                        .run("can-i-deploy", "-b", url, "-a", "shop", "-e", "1", "--to-environment", "production");

                assertThat(ended).isEqualTo(new Ended(1, """
                        CONSUMER  C.VERSION   PROVIDER  P.VERSION  SUCCESS?  RESULT#
                        shop      0123456...  orders    2          false     1
                        shop      0123456...  users     —          —

                        No: The verification failed
                          Another is missing
                            "a list of orders": $.total Expected a number
                            "a list of orders": expected 200 but was 500
                          Next: mend orders and verify it again, or agree with shop on another contract
                          Next: verify a version of users with this contract, deploy it to production, and record that: \
                        contract record-deployment -a users -e VERSION --environment production --broker-base-url URL

                        VERIFICATION RESULTS
                        1. URL/result (failure)
                        """.replace("URL", url), ""));
            } finally {
                server.stop(0);
            }
        }

        @Test
        void a_broker_that_is_not_there_could_not_be_asked() {
            Ended ended = new Cli(directory).run("list-environments", "-b", "http://127.0.0.1:1", "--retries", "0");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).startsWith("""
                    CONTRACT-BROKER  the broker cannot be reached
                      where  GET http://127.0.0.1:1/
                    """);
        }

        private void answer(HttpServer server, String path, String body) {
            server.createContext(path, exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
        }
    }
}
