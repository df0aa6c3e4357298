package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.directory.DirectoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is promised of directories that several people write apart and git merges: the answers depend on nothing but which files are there;
 * and where no two wrote of the same thing, they are those of one broker that was told everything in the order in which it happened.
 * {@code -Ddirectory.stories=1000} tells more stories.
 */
class DirectoryLawsTest {
    private static final int STORIES = Integer.getInteger("directory.stories", 2);
    private static final int STEPS = 24;
    private static final List<String> PROVIDERS = List.of("p", "q");

    @TempDir
    private Path root;

    static LongStream stories() {
        return LongStream.rangeClosed(1, STORIES);
    }

    /** A broker over a directory that stays open while others merge into it. */
    private record Clone(Path path, Broker broker, Client client) implements AutoCloseable {
        static Clone open(Path path, Clock clock) {
            Broker broker = Broker.over(DirectoryStore.open(path, clock), ApiSettings.DEFAULT.withClock(clock));
            return new Clone(path, broker, new Client(broker.routes()));
        }

        /** As git merges: what is there stays, and what is not there is added. */
        void takeFrom(Clone other) {
            if (Files.notExists(other.path)) {
                return;
            }
            try (Stream<Path> files = Files.walk(other.path)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path mine = path.resolve(other.path.relativize(file).toString());
                    if (Files.notExists(mine)) {
                        Files.createDirectories(mine.getParent());
                        Files.copy(file, mine);
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            broker.close();
        }
    }

    /** One thing that somebody does, to his own directory or to that of everybody. */
    private interface Step {
        void to(Client client);
    }

    /** Any step, about anything. */
    private static Step any(Random random) {
        return step(random, List.of("a", "b"), number(random), number(random), true);
    }

    private static String number(Random random) {
        return String.valueOf(1 + random.nextInt(4));
    }

    private static String pick(Random random, List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /** A step that is about a consumer of these, in such a version, and a provider in another; it may also remove something. */
    private static Step step(
            Random random, List<String> consumers, String version, String providerVersion, boolean removing) {
        String consumer = pick(random, consumers);
        String provider = pick(random, PROVIDERS);
        String content = "content " + random.nextInt(3);
        boolean success = random.nextInt(4) > 0;
        return switch (random.nextInt(removing ? 11 : 8)) {
            case 0, 1, 2 ->
                client -> client.send(
                        "PUT",
                        Client.pactPath(consumer, version, provider),
                        Client.pact(consumer, provider, content)); // refused if it has another already
            case 3, 4 ->
                client -> {
                    if (client.status(Client.pactPath(consumer, version, provider)) == 200) {
                        client.verify(consumer, version, provider, providerVersion, success);
                    }
                };
            case 5 ->
                client -> {
                    client.version(consumer, version);
                    client.deploy(consumer, version, "production", "");
                };
            case 6 -> client -> client.tag(consumer, version, "rc");
            case 7 -> client -> client.branch(consumer, version, "main");
            case 8 -> client -> client.send("DELETE", "/pacticipants/" + consumer + "/versions/" + version, "");
            case 9 -> client -> client.send("DELETE", Client.pactPath(consumer, version, provider), "");
            default ->
                client -> {
                    client.version(provider, providerVersion);
                    client.deploy(provider, providerVersion, "production", "");
                };
        };
    }

    private static final List<String> APPLICATIONS = List.of("a", "b", "c", "p", "q");

    /** All that can be asked, without what differs from broker to broker. */
    private static List<String> answers(Client client) {
        List<String> answers = new ArrayList<>();
        for (String name : APPLICATIONS) {
            for (String path : List.of(
                    "/pacticipants/" + name,
                    "/pacticipants/" + name + "/versions",
                    "/pacticipants/" + name + "/branches",
                    "/matrix?q[][pacticipant]=" + name + "&latestby=cvpv")) {
                answers.add(path + " " + told(client, path));
            }
            for (int version = 1; version <= 4; version++) {
                answers.add(verdict(client, name, version));
            }
        }
        answers.add(told(client, client.environmentUrl("production") + "/deployed-versions/currently-deployed"));
        return answers;
    }

    private static String told(Client client, String path) {
        return client.send("GET", path, "").body().text();
    }

    private static String verdict(Client client, String name, int version) {
        return name + " " + version + " "
                + told(client, "/can-i-deploy?pacticipant=" + name + "&version=" + version + "&environment=production");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void what_is_answered_depends_on_the_files_and_on_no_order_of_merging(long seed) {
        Random random = new Random(seed);
        TickingClock clock = new TickingClock();
        List<Clone> clones = IntStream.range(0, 3)
                .mapToObj(i -> Clone.open(
                        root.resolve("clone" + i), Clock.offset(clock, Duration.ofSeconds(random.nextInt(40) - 20))))
                .toList();
        for (int i = 0; i < STEPS; i++) {
            Clone one = clones.get(random.nextInt(clones.size()));
            if (random.nextInt(6) == 0) {
                one.takeFrom(clones.get(random.nextInt(clones.size())));
            } else {
                any(random).to(one.client());
            }
        }
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<Clone> order = new ArrayList<>(clones);
            Collections.shuffle(order, random);
            try (Clone merged = Clone.open(root.resolve("merged" + i), clock)) {
                for (Clone each : order) {
                    merged.takeFrom(each);
                    answers(merged.client());
                }
                all.add(answers(merged.client()));
            }
        }
        Clone first = clones.get(0);
        clones.forEach(first::takeFrom);
        all.add(answers(first.client()));
        try (Clone again = Clone.open(first.path(), clock)) {
            all.add(answers(again.client()));
        }
        clones.forEach(Clone::close);

        assertThat(all).allSatisfy(each -> assertThat(each).isEqualTo(all.get(0)));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void those_who_write_of_different_things_are_merged_to_what_one_broker_would_say(long seed) {
        Random random = new Random(seed);
        TickingClock clock = new TickingClock();
        TickingClock same = new TickingClock();
        List<String> consumers = List.of("a", "b", "c");
        try (Clone one = Clone.open(root.resolve("one"), same)) {
            List<Clone> clones = consumers.stream()
                    .map(consumer -> Clone.open(root.resolve(consumer), clock))
                    .toList();
            for (int i = 0; i < 2 * STEPS; i++) {
                int who = random.nextInt(consumers.size());
                String consumer = consumers.get(who);
                Step step = step(random, List.of(consumer), number(random), consumer + random.nextInt(3), false);
                step.to(clones.get(who).client());
                step.to(one.client());
            }
            try (Clone merged = Clone.open(root.resolve("merged"), clock)) {
                clones.forEach(merged::takeFrom);

                assertThat(plain(answers(merged.client()))).isEqualTo(plain(answers(one.client())));
            }
            clones.forEach(Clone::close);
        }
    }

    /** Without the numbers, times and names that nobody chose. */
    private static List<String> plain(List<String> answers) {
        return answers.stream()
                .map(each -> each.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID")
                        .replaceAll("\"(createdAt|updatedAt|verifiedAt)\":\"[^\"]*\"", "\"$1\":\"WHEN\"")
                        .replaceAll("verification-results/[0-9]+", "verification-results/N"))
                .toList();
    }
}
