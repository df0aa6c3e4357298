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
 * <p>Two contracts are compared; a broker publishes one, is the provider that is verified, and is asked, also for its
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
        Files.writeString(silence.path("narrower.json"), narrower());
        try (Broker broker = Broker.open(silence.path("broker.db"));
                BrokerServer server = BrokerServer.start(broker, "127.0.0.1", 0)) {
            String url = server.url();
            broker.routes().apply(HttpRequest.of("GET", "/").withHeader("Accept", "text/html"));
            return List.of(
                    command("--version"),
                    command("diff contract.json narrower.json"),
                    command("publish contract.json -a 1 -b " + url),
                    command("verify --provider broker --url " + url + " -b " + url + " --publish --provider-version 1"),
                    command("can-i-deploy -a any -e 1 -b " + url));
        }
    }

    private static String narrower() {
        return CONTRACT.replace("json.*", "json(;.*)?").replace("\"type\"", "\"notEmpty\"");
    }

    private int command(String line) {
        return Main.run(silence, line.split(" "));
    }
}
