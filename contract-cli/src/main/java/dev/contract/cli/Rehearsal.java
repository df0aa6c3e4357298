package dev.contract.cli;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import dev.contract.cli.console.Console;
import dev.contract.core.http.HttpRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One walk through what commands do, in silence and in one process: the launcher has the JVM note which classes that takes, and keeps them
 * in the form in which they start fastest.
 *
 * <p>Two contracts are compared, and one is asked who relies on what; a broker publishes one, is the provider that is verified, and is asked, also for its
 * first page. What a command needs beyond that is read from the jar, as everything would be without this.
 */
final class Rehearsal {
    private static final String CONTRACT = """
            {"consumer": {"name": "any"}, "provider": {"name": "broker"},
             "interactions": [
               {"description": "its index", "request": {"method": "GET", "path": "/"},
                "response": {"status": 200, "headers": {"Content-Type": "application/hal+json"},
                  "body": {"_links": {"self": {"href": "http://any"}}},
                  "matchingRules": {
                    "header": {"Content-Type": {"matchers": [{"match": "regex", "regex": "application/hal\\\\+json.*"}]}},
                    "body": {"$._links": {"matchers": [{"match": "type"}]}}}}},
               {"description": "what it does not have", "request": {"method": "GET", "path": "/nothing"},
                "response": {"status": 200}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """;

    /** With rules of most kinds, to be compared: the broker would not keep what it says. */
    private static final String ORDERS = """
            {"consumer": {"name": "any"}, "provider": {"name": "orders"},
             "interactions": [
               {"type": "Synchronous/HTTP", "description": "an order", "providerStates": [{"name": "order 7 exists"}],
                "request": {"method": "GET", "path": "/orders/7", "query": {"page": ["1"]}, "headers": {"Accept": ["application/json"]}},
                "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                  "body": {"contentType": "application/json", "encoded": false, "content":
                    {"id": 7, "name": "first 1", "at": "2024-01-31", "total": 1.5, "open": true, "to": {"zip": "12345"}, "items": [{"sku": "a"}]}},
                  "matchingRules": {"body": {
                    "$.id": {"combine": "AND", "matchers": [{"match": "integer"}]},
                    "$.name": {"combine": "AND", "matchers": [{"match": "regex", "regex": "[a-z]+ \\\\d+"}]},
                    "$.at": {"combine": "AND", "matchers": [{"match": "date", "format": "yyyy-MM-dd"}]},
                    "$.total": {"combine": "AND", "matchers": [{"match": "decimal"}]},
                    "$.to": {"combine": "AND", "matchers": [{"match": "type"}]},
                    "$.items": {"combine": "AND", "matchers": [{"match": "type", "min": 1}]},
                    "$.items[*].sku": {"combine": "AND", "matchers": [{"match": "type"}]}}}}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    private static final int SECONDS_AT_MOST = 30;

    private final Surroundings silence;

    Rehearsal(Path directory) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.silence = new Surroundings(new Console(nobody, nobody, false, false), Map.of(), directory, duration -> {});
    }

    /** In a directory, which is left with a database and a contract in it. Ends the process whatever happens. */
    public static void main(String[] arguments) throws IOException {
        CompletableFuture.delayedExecutor(SECONDS_AT_MOST, TimeUnit.SECONDS)
                .execute(() -> System.exit(ExitCode.COULD_NOT));
        new Rehearsal(Path.of(arguments[0])).run();
        System.exit(0);
    }

    /** The exit codes, in order. */
    List<Integer> run() throws IOException {
        Files.writeString(silence.path("contract.json"), CONTRACT);
        Files.writeString(silence.path("orders.json"), ORDERS);
        Files.writeString(silence.path("others.json"), others());
        try (Broker broker = Broker.open(silence.path("broker.db"));
                BrokerServer server = BrokerServer.start(broker, "127.0.0.1", 0)) {
            String url = server.url();
            broker.routes().apply(HttpRequest.of("GET", "/").withHeader("Accept", "text/html"));
            return List.of(
                    command("--version"),
                    command("diff orders.json others.json"),
                    command("usage orders.json --provider orders"),
                    command("whatif orders.json --provider orders --drop /name"),
                    command("publish contract.json -a 1 -b " + url),
                    command("verify --provider broker --url " + url + " -b " + url + " --publish --provider-version 1"),
                    command("can-i-deploy -a any -e 1 -b " + url));
        }
    }

    private static String others() {
        return ORDERS.replace("\"integer\"", "\"number\"")
                .replace("d+", "d{1,3}")
                .replace("\"min\": 1", "\"min\": 2")
                .replace(", \"open\": true", "")
                .replace("\"date\", \"format\": \"yyyy-MM-dd\"", "\"type\"");
    }

    private int command(String line) {
        return Main.run(silence, line.split(" "));
    }
}
