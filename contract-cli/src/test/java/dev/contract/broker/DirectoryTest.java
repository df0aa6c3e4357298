package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.directory.DirectoryStore;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker in a directory of files that a team has in git. */
class DirectoryTest {
    private static final String DEPLOYABLE =
            "/matrix?q[][pacticipant]=web&q[][version]=1&latestby=cvpv&environment=production";

    @TempDir
    private Path root;

    private Path directory() {
        return root.resolve("contracts");
    }

    private Client client() {
        return new Client(new ReopenedDirectory(directory(), ApiSettings.DEFAULT));
    }

    private static boolean isDeployable(Client client) {
        return Client.at(client.get(DEPLOYABLE), "summary deployable").toJson().equals("true");
    }

    private List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(directory().resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class TheFiles {
        @Test
        void are_the_contract_to_be_read_and_a_file_for_each_write() throws IOException {
            client().publish("web", "1", "orders", "an order");

            assertThat(files("pacts")).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).matches("web-orders-[0-9a-f]{40}\\.json");
                assertThat(Files.readString(file))
                        .contains("\n  \"interactions\": [\n")
                        .endsWith("}\n");
            });
            assertThat(files("facts")).singleElement().satisfies(file -> {
                assertThat(directory()
                                .resolve("facts")
                                .relativize(file)
                                .toString()
                                .replace('\\', '/'))
                        .matches("\\d{4}-\\d\\d-\\d\\d/\\d{6}\\.\\d{3}-[0-9a-z]{10}-published\\.json");
                assertThat(Files.readString(file)).contains("\"fact\": \"published\"");
            });
            assertThat(Files.readString(directory().resolve(".gitignore")))
                    .isEqualTo("# what is not yet written, and who writes\n.lock\n.unfinished/\n");
        }

        @Test
        void show_git_nothing_of_a_write_that_was_refused() {
            assertThat(client().send("PUT", "/pacticipants/web/versions/1", "[]")
                            .status())
                    .isEqualTo(400);

            assertThat(directory().resolve(".gitignore")).exists();
        }

        @Test
        void are_none_that_nobody_could_read_again() {
            client().publish("web", "1", "orders", "an order");
            int before = files("facts").size();
            String results = Client.text(
                    client().get(Client.pactPath("web", "1", "orders")), "_links pb:publish-verification-results href");

            HttpResponse answer = client().send(
                            "POST",
                            results,
                            "{\"success\": true, \"providerApplicationVersion\": \"7\", \"testResults\": "
                                    + "[".repeat(199) + "]".repeat(199) + "}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().text())
                    .isEqualTo(
                            "{\"errors\":{\"body\":[\"cannot be kept in a directory: its file would have arrays and objects"
                                    + " inside each other, more than 200 levels deep\"]}}");
            assertThat(files("facts")).hasSize(before);
        }

        @Test
        void are_none_where_nothing_changed() {
            client().publish("web", "1", "orders", "an order");
            int before = files("facts").size();

            client().publish("web", "1", "orders", "an order");
            client().get("/pacticipants");

            assertThat(files("facts")).hasSize(before);
        }

        @Test
        void that_somebody_left_unfinished_are_passed_over() throws IOException {
            client().publish("web", "1", "orders", "an order");
            Files.createDirectories(directory().resolve(".unfinished"));
            Files.writeString(directory().resolve(".unfinished").resolve("unfinished"), "{\"facts\": [");

            client().publish("web", "2", "orders", "another order");

            assertThat(client().status(Client.pactPath("web", "2", "orders"))).isEqualTo(200);
        }
    }

    @Nested
    class Git {
        @Test
        void merges_what_two_branches_tell_without_a_conflict() throws IOException {
            git("init", "-q", "-b", "main");
            client().publish("web", "1", "orders", "an order");
            commit("publish");
            git("checkout", "-q", "-b", "provider");
            client().verify("web", "1", "orders", "7", true);
            commit("verify");
            git("checkout", "-q", "main");
            client().publish("app", "3", "orders", "an order");
            client().version("orders", "7");
            client().deploy("orders", "7", "production", "");
            commit("publish and deploy");
            assertThat(isDeployable(client())).as("before the merge").isFalse();

            git("merge", "-q", "--no-edit", "provider");

            assertThat(isDeployable(client())).as("after the merge").isTrue();
            assertThat(client().status(Client.pactPath("app", "3", "orders"))).isEqualTo(200);
        }

        @Test
        void takes_away_what_was_on_another_branch() throws IOException {
            git("init", "-q", "-b", "main");
            client().publish("web", "1", "orders", "an order");
            commit("publish");
            git("checkout", "-q", "-b", "other");
            client().publish("web", "2", "orders", "another order");
            commit("publish more");
            try (DirectoryStore open = DirectoryStore.open(directory(), Clock.systemUTC());
                    Broker broker = Broker.over(open, ApiSettings.DEFAULT)) {
                Client client = new Client(broker.routes());
                assertThat(client.status(Client.pactPath("web", "2", "orders"))).isEqualTo(200);

                git("checkout", "-q", "main");

                assertThat(client.status(Client.pactPath("web", "2", "orders"))).isEqualTo(404);
                assertThat(client.status(Client.pactPath("web", "1", "orders"))).isEqualTo(200);
            }
        }

        private void commit(String subject) throws IOException {
            git("add", ".");
            git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", subject);
        }

        private void git(String... arguments) throws IOException {
            List<String> command =
                    new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
            command.addAll(List.of(arguments));
            Process git = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            try {
                assertThat(git.waitFor()).as(said).isZero();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class Many {
        @Test
        void do_not_wait_for_those_who_write_elsewhere() throws Exception {
            ExecutorService other = Executors.newSingleThreadExecutor();
            try (DirectoryStore here = DirectoryStore.open(directory(), Clock.systemUTC());
                    DirectoryStore there = DirectoryStore.open(root.resolve("there"), Clock.systemUTC())) {
                String written = here.write(kept -> {
                    try {
                        return other.submit(() -> there.write(more -> "written"))
                                .get(30, TimeUnit.SECONDS);
                    } catch (InterruptedException | ExecutionException | TimeoutException e) {
                        throw new AssertionError("one directory waits for the other", e);
                    }
                });

                assertThat(written).isEqualTo("written");
            } finally {
                other.shutdownNow();
            }
        }

        @Test
        void lose_nothing_when_all_write_at_once() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String version = String.valueOf(i);
                written.add(threads.submit(() -> client().publish("web", version, "orders", "order " + version)));
            }
            for (Future<?> each : written) {
                each.get();
            }
            threads.shutdown();

            for (int i = 0; i < 24; i++) {
                assertThat(client().status(Client.pactPath("web", String.valueOf(i), "orders")))
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    class Clocks {
        private Clock at(String time) {
            return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        }

        private Client client(String time) {
            return new Client(new ReopenedDirectory(directory(), ApiSettings.DEFAULT.withClock(at(time))));
        }

        private List<String> told(String time) {
            try (DirectoryStore store = DirectoryStore.open(directory(), at(time))) {
                return store.warnings().stream()
                        .map(each -> each.toString().replace(directory().toString(), "DIR"))
                        .toList();
            }
        }

        private void writeWithClocksApart() {
            client("2026-03-01T12:00:00Z").version("web", "1");
            client("2031-01-01T00:00:00Z").version("web", "2");
            client("2026-03-01T12:01:00Z").version("web", "3");
            client("1999-12-31T23:59:59Z").version("web", "4");
        }

        @Test
        void that_are_ahead_or_behind_leave_the_order_in_which_it_happened() {
            writeWithClocksApart();

            assertThat(Client.list(
                            client("2026-03-01T12:01:00Z").get("/pacticipants/web/versions"), "_embedded versions"))
                    .extracting(each -> Client.text(each, "number"))
                    .containsExactly("4", "3", "2", "1");
        }

        @Test
        void that_were_ahead_are_told_once_with_the_file() {
            writeWithClocksApart();

            assertThat(told("2026-03-01T12:01:00.5Z")).singleElement().satisfies(warning -> assertThat(
                            warning.replaceAll("-[0-9a-z]{10}-", "-UNIQUE-"))
                    .isEqualTo("""
                                    BROKER-DIRECTORY  a clock was ahead when this was written: until 2031-01-01T00:00:00Z all that is written takes times after it
                                      where  DIR/facts/2031-01-01/000000.000-UNIQUE-version-made.json
                                      found  here it is 2026-03-01T12:01:00Z
                                      mend   set the clock that is wrong; the order of what was written by those who knew of each other is right"""));
        }

        @Test
        void that_were_ahead_are_forgotten_when_their_time_has_come() {
            writeWithClocksApart();

            assertThat(told("2031-01-01T00:00:00Z")).isEmpty();
        }
    }

    @Nested
    class Damage {
        private String told() {
            StoreTrouble[] told = new StoreTrouble[1];
            assertThatThrownBy(() ->
                            DirectoryStore.open(directory(), Clock.systemUTC()).close())
                    .isInstanceOfSatisfying(StoreTrouble.class, trouble -> told[0] = trouble);
            return told[0].getMessage()
                    .replace(directory().toString(), "DIR")
                    .replaceAll("[0-9-]+/[0-9.]+-[0-9a-z]{10}", "WHEN");
        }

        private Path fact() {
            client().publish("web", "1", "orders", "an order");
            return files("facts").get(0);
        }

        @Test
        void by_half_a_merge_is_told_with_its_line() throws IOException {
            Path fact = fact();
            Files.writeString(fact, "{\n<<<<<<< HEAD\n\"facts\": []\n=======\n\"facts\": [1]\n>>>>>>> other\n}\n");

            assertThat(told()).isEqualTo("""
                    BROKER-DIRECTORY  a merge left both of its sides in this file
                      where  DIR/facts/WHEN-published.json:2:1
                      mend   files are written once and never changed: take it again as it was committed (git restore), or remove it if no broker wrote it""");
        }

        @Test
        void to_a_fact_is_told_with_its_place() throws IOException {
            Path fact = fact();
            Files.writeString(fact, Files.readString(fact).replace("\"published\"", "\"publisht\""));

            assertThat(told())
                    .contains(
                            "there is no fact \"publisht\" that this version of contract knows",
                            "WHEN-published.json:");
        }

        @Test
        void by_a_file_of_somebody_else_is_told() throws IOException {
            fact();
            Files.writeString(directory().resolve("facts").resolve("notes.txt"), "mine");

            assertThat(told()).isEqualTo("""
                    BROKER-DIRECTORY  this is none of a broker's files
                      where  DIR/facts/notes.txt
                      mend   remove it, or move it out of the folder: only a broker writes there""");
        }

        @Test
        void by_a_fact_of_a_day_that_is_none_or_after_which_none_could_come_is_told() throws IOException {
            Path fact = fact();
            for (String day : List.of("2026-02-30", "9999-12-31")) {
                Path file = directory().resolve("facts").resolve(day).resolve("235959.999-0123456789-published.json");
                Files.createDirectories(file.getParent());
                Files.copy(fact, file);
            }

            assertThat(told().lines().filter(line -> line.contains("none of a broker's files")))
                    .hasSize(2);
        }

        @Test
        void by_a_merge_that_is_not_over_is_told_until_it_is() throws IOException {
            List<String> half = new ArrayList<>();
            fact();
            client().verify("web", "1", "orders", "7", true);
            client().version("orders", "7");
            client().environment("staging");
            client().deploy("orders", "7", "staging", "");
            for (Path missing : List.of(files("pacts").get(0), fact("published"), fact("environment-made"))) {
                Path elsewhere = root.resolve("elsewhere.json");
                Files.move(missing, elsewhere);
                half.add(told());
                Files.move(elsewhere, missing);
                assertThat(client().status(Client.pactPath("web", "1", "orders")))
                        .isEqualTo(200);
            }

            String mend =
                    "\n  mend   the directory is not whole: finish the merge, or take what is missing from git, and ask again";
            assertThat(half).containsExactly("""
                    BROKER-DIRECTORY  the contract is not in the folder pacts
                      where  DIR/facts/WHEN-published.json:14:15""" + mend, """
                    BROKER-DIRECTORY  this is about a contract of web with orders, of which no other fact here tells
                      where  DIR/facts/WHEN-verified.json""" + mend, """
                    BROKER-DIRECTORY  this is about the environment staging, of which no other fact here tells
                      where  DIR/facts/WHEN-deployed.json""" + mend);
        }

        private Path fact(String kind) {
            return files("facts").stream()
                    .filter(file -> file.toString().endsWith("-" + kind + ".json"))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void to_a_contract_is_told_when_it_is_read() throws IOException {
            fact();
            Path pact = files("pacts").get(0);
            Files.writeString(pact, Files.readString(pact).replace("an order", "no order"));

            assertThat(client().send("GET", Client.pactPath("web", "1", "orders"), "")
                            .body()
                            .text())
                    .contains("the contract is not any more what was published under this name");
        }

        @Test
        void by_a_folder_that_is_a_link_is_told_and_nothing_outside_is_written() throws IOException {
            Path outside = Files.createDirectories(root.resolve("outside"));
            Files.createDirectories(directory());
            Files.createSymbolicLink(directory().resolve("pacts"), outside);

            assertThat(client().send(
                                    "POST",
                                    "/contracts/publish",
                                    Client.publication(
                                            "web", "1", "main", "orders", Client.pact("web", "orders", "an order")))
                            .body()
                            .text())
                    .contains("the folder is a link, and those are not followed");
            assertThat(outside).isEmptyDirectory();
        }

        @Test
        void by_a_link_is_told_and_nothing_outside_is_read() throws IOException {
            Path fact = fact();
            Path outside = Files.writeString(root.resolve("outside.json"), Files.readString(fact));
            Files.delete(fact);
            Files.createSymbolicLink(fact, outside);

            assertThat(told()).contains("this is no file, and links are not followed");
        }
    }
}
