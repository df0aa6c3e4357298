package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of every broker, shown on random ones. */
class MatrixLawsTest {
    private static final List<String> NAMES = List.of("apple", "berry", "cherry");

    private static String pick(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static int number(Random random) {
        return 1 + random.nextInt(3);
    }

    /** Versions are numbered by the order in which they are made first, so that later steps may come in any order. */
    private static void createVersions(Client client) {
        NAMES.forEach(name -> List.of("1", "2", "3").forEach(number -> client.version(name, number)));
    }

    private static List<Runnable> publications(Client client, Random random) {
        List<Runnable> steps = new ArrayList<>();
        for (String consumer : NAMES) {
            for (String provider : NAMES) {
                for (int version = 1; version <= 3; version++) {
                    if (random.nextInt(3) > 0) {
                        String number = String.valueOf(version);
                        String content = "content " + random.nextInt(2);
                        steps.add(() -> client.publish(consumer, number, provider, content));
                    }
                }
            }
        }
        return steps;
    }

    /** One result of each pair at the most, for of several the last one counts. */
    private static List<Runnable> otherSteps(Client client, Random random) {
        List<Runnable> steps = new ArrayList<>();
        for (String name : NAMES) {
            String live = String.valueOf(number(random));
            steps.add(() -> client.deploy(name, live, "production", "one"));
            String other = String.valueOf(number(random));
            steps.add(() -> client.deploy(name, other, "production", "two"));
            String tagged = String.valueOf(number(random));
            steps.add(() -> client.tag(name, tagged, "rc"));
        }
        return steps;
    }

    private static void verifySome(Client client, Random random) {
        for (int i = 0; i < 12; i++) {
            String consumer = pick(random);
            String provider = pick(random);
            String version = String.valueOf(number(random));
            String providerVersion = String.valueOf(number(random));
            boolean success = random.nextInt(4) > 0;
            if (client.status(Client.pactPath(consumer, version, provider)) == 200) {
                client.verify(consumer, version, provider, providerVersion, success);
            }
        }
    }

    private static List<String> questions() {
        List<String> questions = new ArrayList<>();
        for (String name : NAMES) {
            for (String target : List.of("environment=production", "tag=rc&latest=true", "latest=true")) {
                questions.add("/matrix?q[][pacticipant]=" + name + "&q[][version]=2&latestby=cvpv&" + target);
            }
        }
        return questions;
    }

    private static String verdict(Client client, String question) {
        JsonObject summary = client.get(question).object("summary").orElseThrow();
        return summary.toJson();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_limit_changes_no_verdict(long seed) {
        Random random = new Random(seed);
        try (TestBroker broker = TestBroker.open()) {
            Client client = broker.client();
            createVersions(client);
            publications(client, random).forEach(Runnable::run);
            verifySome(client, random);
            otherSteps(client, random).forEach(Runnable::run);

            for (String question : questions()) {
                assertThat(verdict(client, question + "&limit=1")).isEqualTo(verdict(client, question));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_unrelated_writes_changes_no_verdict(long seed) {
        try (TestBroker one = TestBroker.open();
                TestBroker other = TestBroker.open()) {
            fill(one.client(), seed, 0);
            fill(other.client(), seed, seed + 100);

            for (String question : questions()) {
                assertThat(withoutNumbers(verdict(other.client(), question)))
                        .as(question)
                        .isEqualTo(withoutNumbers(verdict(one.client(), question)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_directory_that_is_opened_for_each_request_answers_as_a_database_does(long seed) {
        try (TestBroker database = ticking(Setting.IN_PROCESS);
                TestBroker directory = ticking(Setting.IN_DIRECTORY)) {
            fill(database.client(), seed, 0);
            fill(directory.client(), seed, 0);

            for (String question : questions()) {
                assertThat(verdict(directory.client(), question))
                        .as(question)
                        .isEqualTo(verdict(database.client(), question));
            }
        }
    }

    /** Where every contract was verified by every version, documents can only add reasons for a no. */
    @Test
    void what_providers_say_of_themselves_makes_no_yes_where_there_are_results() {
        int narrowed = 0;
        for (long seed = 1; seed <= 4; seed++) {
            narrowed += narrowed(seed);
        }
        assertThat(narrowed).isPositive();
    }

    private static int narrowed(long seed) {
        int narrowed = 0;
        try (TestBroker with = TestBroker.open();
                TestBroker without = TestBroker.open()) {
            fillCompletely(with.client(), seed);
            fillCompletely(without.client(), seed);
            describeSome(with.client(), new Random(seed));
            for (String question : questions()) {
                String described = deployable(with.client(), question);
                String verified = deployable(without.client(), question);
                assertThat(described + " where it was " + verified)
                        .as("seed %s: %s", seed, question)
                        .isIn(verified + " where it was " + verified, "false where it was true");
                narrowed += described.equals(verified) ? 0 : 1;
            }
        }
        return narrowed;
    }

    private static String deployable(Client client, String question) {
        return Client.at(client.get(question), "summary deployable").toJson();
    }

    private static void fillCompletely(Client client, long seed) {
        Random random = new Random(seed);
        createVersions(client);
        publications(client, random).forEach(Runnable::run);
        otherSteps(client, random).forEach(Runnable::run);
        for (String consumer : NAMES) {
            for (String provider : NAMES) {
                for (int version = 1; version <= 3; version++) {
                    if (client.status(Client.pactPath(consumer, "" + version, provider)) == 200) {
                        for (int by = 1; by <= 3; by++) {
                            client.verify(consumer, "" + version, provider, "" + by, random.nextInt(12) > 0);
                        }
                    }
                }
            }
        }
    }

    private static void describeSome(Client client, Random random) {
        List<String> outcomes = List.of("passed", "passed", "failed", "untested");
        for (String provider : NAMES) {
            for (int version = 1; version <= 3; version++) {
                if (random.nextInt(3) > 0) {
                    client.document(provider, "" + version, random.nextBoolean(), outcomes.get(random.nextInt(4)));
                }
            }
        }
    }

    private static TestBroker ticking(Setting setting) {
        return TestBroker.open(setting, ApiSettings.DEFAULT.withClock(new TickingClock()));
    }

    private static void fill(Client client, long seed, long shuffling) {
        Random random = new Random(seed);
        createVersions(client);
        List<Runnable> publications = publications(client, random);
        List<Runnable> others = otherSteps(client, random);
        if (shuffling > 0) {
            Collections.shuffle(publications, new Random(shuffling));
            Collections.shuffle(others, new Random(shuffling));
        }
        publications.forEach(Runnable::run);
        others.forEach(Runnable::run);
        verifySome(client, random);
    }

    private static String withoutNumbers(String summary) {
        return summary.replaceAll("\"reason\":\"[^\"]*\"", "");
    }
}
