package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process publishes until it is killed in the middle of it. */
class CrashTest {
    private static final int CONTRACTS = 5;

    @TempDir
    private Path folder;

    @Test
    void a_kill_during_publish_leaves_all_of_it_or_nothing() throws IOException, InterruptedException {
        Path database = folder.resolve("broker.db");
        for (int round = 0; round < 3; round++) {
            int answered = publishUntilKilled(database, round, 5 + round * 7);

            try (Broker broker = Broker.open(database)) {
                Client client = new Client(broker.routes());
                List<JsonValue> versions = Client.list(client.get("/pacticipants/web/versions"), "_embedded versions");
                assertThat(versions).hasSizeGreaterThanOrEqualTo(answered);
                assertThat(versions)
                        .allSatisfy(version -> assertThat(pacts(version)).hasSize(CONTRACTS));
            }
        }
    }

    private static List<JsonValue> pacts(JsonValue version) {
        return Client.list(version, "_links pb:pact-versions");
    }

    /** How many publications were answered before the process was killed. */
    private static int publishUntilKilled(Path database, int round, int enough)
            throws IOException, InterruptedException {
        Process publisher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publisher.class.getName(),
                        database.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int answered = 0;
        try (BufferedReader output = publisher.inputReader(StandardCharsets.UTF_8)) {
            while (answered < enough && output.readLine() != null) {
                answered++;
            }
        } finally {
            publisher.destroyForcibly();
        }
        assertThat(publisher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).isEqualTo(enough);
        return answered;
    }

    /** Publishes versions of five contracts each, one after the other, and tells when each is answered. */
    static final class Publisher {
        private Publisher() {}

        public static void main(String[] arguments) {
            try (Broker broker = Broker.open(Path.of(arguments[0]))) {
                Client client = new Client(broker.routes());
                for (int number = 0; ; number++) {
                    JsonObject answer = client.post("/contracts/publish", publication(arguments[1] + "." + number));
                    System.out.println(Client.text(answer, "_embedded version number"));
                }
            }
        }

        private static String publication(String version) {
            StringBuilder contracts = new StringBuilder();
            for (int i = 0; i < CONTRACTS; i++) {
                String provider = "provider-" + (char) ('a' + i);
                String whole =
                        Client.publication("web", version, "main", provider, Client.pact("web", provider, version));
                String contract =
                        whole.substring(whole.indexOf('[', whole.indexOf("contracts")) + 1, whole.lastIndexOf(']'));
                contracts.append(i == 0 ? "" : ",").append(contract);
            }
            return "{\"pacticipantName\": \"web\", \"pacticipantVersionNumber\": \"" + version
                    + "\", \"branch\": \"main\", \"contracts\": [" + contracts + "]}";
        }
    }
}
