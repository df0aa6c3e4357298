package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.directory.DirectoryStore;
import dev.contract.broker.store.DatabaseAddress;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another process publishes and verifies in many threads until it is killed in the middle of it; {@code -Dcrash.rounds=100} does so more often. */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final int THREADS = 32;
    private static final int CONTRACTS = 5;
    private static final int PATIENCE = 10;

    @ParameterizedTest
    @MethodSource("dev.contract.broker.Setting#databases")
    void a_kill_leaves_all_of_what_was_asked_or_nothing(Setting setting) throws IOException, InterruptedException {
        Random random = new Random(20261122);
        try (TestDatabase database = TestDatabase.of(setting)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<String> answered = workUntilKilled(place(database.address()), round, 1 + random.nextInt(100));

                try (Broker broker = Broker.open(BrokerSettings.of(database.address()))) {
                    check(new Client(broker.routes()), answered);
                }
            }
        }
    }

    /** Which nobody but the file system looks after; it is told anew from its first day on each time it is opened, and so not as often. */
    @Test
    void a_kill_leaves_a_directory_likewise(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(20261122);
        for (int round = 0; round < (ROUNDS + 4) / 5; round++) {
            List<String> answered = workUntilKilled("file:" + folder, round, 1 + random.nextInt(100));

            try (Broker broker = broker("file:" + folder)) {
                check(new Client(broker.routes()), answered);
            }
        }
    }

    private static Broker broker(String place) {
        return place.startsWith("file:")
                ? Broker.over(
                        DirectoryStore.open(Path.of(place.substring("file:".length())), Clock.systemUTC()),
                        ApiSettings.DEFAULT)
                : Broker.open(BrokerSettings.of(DatabaseAddress.parse(place)));
    }

    private static void check(Client client, List<String> answered) {
        List<JsonValue> versions = Client.list(client.get("/pacticipants/web/versions"), "_embedded versions");

        assertThat(versions)
                .extracting(each -> Client.text(each, "number"))
                .containsAll(versions(answered, "published"));
        assertThat(versions).allSatisfy(version -> assertThat(Client.list(version, "_links pb:pact-versions"))
                .hasSize(CONTRACTS));
        assertThat(versions(answered, "verified")).allSatisfy(number -> assertThat(results(client, number))
                .hasSize(CONTRACTS)
                .filteredOn(result -> !(result instanceof JsonNull))
                .hasSize(1));
        assertThat(Client.text(client.get("/pacticipants/web/branches/main/latest-version"), "number"))
                .isEqualTo(Client.text(versions.get(0), "number"));
    }

    private static List<String> versions(List<String> answered, String what) {
        return answered.stream()
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.substring(what.length() + 1))
                .toList();
    }

    private static List<JsonValue> results(Client client, String version) {
        return Client.list(client.get("/matrix?q[][pacticipant]=web&q[][version]=" + version), "matrix").stream()
                .map(row -> Client.at(row, "verificationResult"))
                .toList();
    }

    private static String place(DatabaseAddress database) {
        return (database instanceof DatabaseAddress.File ? "sqlite:" : "") + database;
    }

    /** What had been answered when the process was killed. */
    private static List<String> workUntilKilled(String place, int round, int enough)
            throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        place,
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> answered = new ArrayList<>();
        try (BufferedReader output = worker.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null) {
                answered.add(line);
                if (answered.size() == enough) {
                    worker.toHandle().destroyForcibly(); // leaves what it has said already to be read
                }
                line = output.readLine();
            }
        } finally {
            worker.destroyForcibly();
        }
        assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).filteredOn(line -> line.startsWith("failed")).isEmpty();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(enough);
        return answered;
    }

    /** Each thread publishes versions of five contracts and verifies one of them, and tells when it has its answer. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) {
            Broker broker = broker(arguments[0]);
            Client client = new Client(request -> patiently(broker, request));
            for (int thread = 0; thread < THREADS; thread++) {
                String prefix = arguments[1] + "." + thread + ".";
                new Thread(() -> work(client, prefix)).start();
            }
        }

        /** Who is told to ask again does: on a busy machine no connection may be free for half a minute. */
        private static HttpResponse patiently(Broker broker, HttpRequest request) {
            HttpResponse answer = broker.routes().apply(request);
            for (int again = 0; answer.status() == 503 && again < PATIENCE; again++) {
                answer = broker.routes().apply(request);
            }
            return answer;
        }

        /** An answer that is not a success ends the process, and with it the test. */
        private static void work(Client client, String prefix) {
            try {
                for (int number = 0; ; number++) {
                    String version = prefix + number;
                    JsonObject answer = client.post("/contracts/publish", publication(version));
                    System.out.println("published " + Client.text(answer, "_embedded version number"));
                    client.verify("web", version, "provider-a", "p" + prefix, number % 2 == 0);
                    System.out.println("verified " + version);
                }
            } catch (RuntimeException | AssertionError e) {
                System.out.println("failed " + e);
                Runtime.getRuntime().halt(1);
            }
        }

        private static String publication(String version) {
            return "{\"pacticipantName\": \"web\", \"pacticipantVersionNumber\": \"" + version
                    + "\", \"branch\": \"main\", \"contracts\": ["
                    + IntStream.range(0, CONTRACTS)
                            .mapToObj(i -> contract(version, "provider-" + (char) ('a' + i)))
                            .collect(Collectors.joining(","))
                    + "]}";
        }

        private static String contract(String version, String provider) {
            String whole = Client.publication("web", version, "main", provider, Client.pact("web", provider, version));
            return whole.substring(whole.indexOf('[', whole.indexOf("contracts")) + 1, whole.lastIndexOf(']'));
        }
    }
}
