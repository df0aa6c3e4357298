package dev.contract.consumer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.format.ContractReader;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFolderTest {

    @TempDir
    Path folder;

    private static Declaration declared(String test, String description, int status) {
        Interaction interaction = new HttpInteraction(
                description,
                List.of(),
                RequestPart.of(HttpRequest.of("GET", "/")),
                ResponsePart.of(HttpResponse.of(status)),
                Annotations.NONE.withLocation(new Location(test + ".java", 7, 0)));
        return new Declaration("shop", "users", Origin.asWritten(interaction), test);
    }

    private static ClassEnd end(String testClass, boolean full, String... descriptions) {
        List<Declaration> declarations = Arrays.stream(descriptions)
                .map(each -> declared(testClass + "." + each, each, 200))
                .toList();
        return new ClassEnd("com.example." + testClass, "", full, Set.of(), declarations);
    }

    private void record(ClassEnd end) {
        ContractFolder.at(folder).record(end, SpecVersion.V4);
    }

    private Path file() {
        return folder.resolve("shop-users.json");
    }

    private Path shard(String testClass) {
        return folder.resolve(".shards/shop/users/com.example." + testClass + ".json");
    }

    private Contract contract() throws IOException {
        return ContractReader.readOrThrow("shop-users.json", Files.readAllBytes(file()));
    }

    private List<String> descriptions() throws IOException {
        return contract().interactions().stream().map(Interaction::description).toList();
    }

    /** For what warns on purpose, so that the build's log stays clean. */
    private static void withoutWarnings(Class<?> warner, Runnable action) {
        Logger logger = Logger.getLogger(warner.getName());
        logger.setLevel(Level.OFF);
        try {
            action.run();
        } finally {
            logger.setLevel(null);
        }
    }

    @Nested
    class Assembling {

        @Test
        void a_contract_holds_what_all_classes_declare() throws IOException {
            record(end("A", true, "one", "two"));
            record(end("B", true, "three"));

            assertThat(descriptions()).containsExactly("one", "three", "two");
        }

        @Test
        void the_bytes_do_not_depend_on_the_order_of_classes_and_tests() throws IOException {
            List<String> names = new ArrayList<>(List.of("A", "B", "C", "D"));
            Set<String> contents = new TreeSet<>();
            for (int seed = 0; seed < 10; seed++) {
                Path other = folder.resolve("order" + seed);
                Collections.shuffle(names, new Random(seed));
                for (String name : names) {
                    List<String> tests = new ArrayList<>(List.of("common", name + "1", name + "2"));
                    Collections.shuffle(tests, new Random(seed));
                    ContractFolder.at(other).record(end(name, true, tests.toArray(String[]::new)), SpecVersion.V4);
                }
                contents.add(Files.readString(other.resolve("shop-users.json")));
            }

            assertThat(contents).hasSize(1);
        }

        @Test
        void an_interaction_of_several_tests_names_them_all() throws IOException {
            record(end("B", true, "one"));
            record(end("A", true, "one"));

            assertThat(Origin.tests(contract().interactions().get(0))).containsExactly("A.one", "B.one");
        }

        @Test
        void it_is_written_in_the_version_that_is_asked_for() throws IOException {
            ContractFolder.at(folder).record(end("A", true, "one"), SpecVersion.V3);

            assertThat(contract().version()).isEqualTo(SpecVersion.V3);
        }

        @Test
        void it_tells_the_lines_of_the_tests_as_far_as_its_version_can() throws IOException {
            record(end("A", true, "one"));

            assertThat(file()).content().contains("\"testline\": \"A.one.java:7\", \"testname\": \"A.one\"");

            ContractFolder.at(folder).record(end("A", true, "one"), SpecVersion.V3);

            assertThat(file()).content().doesNotContain("A.one");
        }

        @Test
        void classes_that_ask_for_different_versions_are_an_error_in_either_order() {
            Map<String, SpecVersion> versions = Map.of("A", SpecVersion.V3, "B", SpecVersion.V4);
            for (List<String> order : List.of(List.of("A", "B"), List.of("B", "A"))) {
                ContractFolder other = ContractFolder.at(folder.resolve(order.get(0)));
                other.record(end(order.get(0), true, "one"), versions.get(order.get(0)));

                assertThatThrownBy(() -> other.record(end(order.get(1), true, "two"), versions.get(order.get(1))))
                        .hasMessage("""
                            CONTRACT-VERSION  two test classes write one contract in two versions
                              where  the contract of "shop" with "users"
                              found  V3 of com.example.A, V4 of com.example.B
                              mend   say one @ConsumerTest(version = …) in both""");
            }
        }

        @Test
        void a_class_that_has_not_run_since_keeps_no_other_from_its_version() throws IOException {
            record(end("A", true, "one"));
            Files.writeString(
                    shard("A"), Files.readString(shard("A")).replaceAll("\"declaredAt\": \\d+", "\"declaredAt\": 1"));

            ContractFolder.at(folder).record(end("B", true, "two"), SpecVersion.V3);
            assertThat(contract().version()).isEqualTo(SpecVersion.V4);

            ContractFolder.at(folder).record(end("A", true, "one"), SpecVersion.V3);
            assertThat(contract().version()).isEqualTo(SpecVersion.V3);
        }

        @Test
        void messages_of_one_class_and_requests_of_another_need_version_4() {
            Interaction message = new AsyncMessage(
                    "an event",
                    List.of(),
                    MessagePart.of(Body.MISSING, JsonObject.EMPTY),
                    Annotations.NONE.withLocation(new Location("B.java", 9, 0)));
            Declaration declared = new Declaration("shop", "users", Origin.asWritten(message), "B.handles");
            ContractFolder.at(folder).record(end("A", true, "one"), SpecVersion.V3);

            assertThatThrownBy(() -> ContractFolder.at(folder)
                            .record(
                                    new ClassEnd("com.example.B", "", true, Set.of(), List.of(declared)),
                                    SpecVersion.V3))
                    .hasMessage("""
                            CONTRACT-WRITE  version 3.0.0 of the file format cannot express requests and messages in one file
                              where  the contract of "shop" with "users"
                              found  A.one.java:7, request "one", and B.java:9, message "an event"
                              mend   write version 4.0, or let requests and messages have providers of different names""");
        }

        @Test
        void times_of_declaration_stay_in_the_shards() throws IOException {
            record(end("A", true, "one"));

            assertThat(shard("A")).content().contains("declaredAt");
            assertThat(file()).content().doesNotContain("declaredAt").doesNotContain("shard");
        }

        @Test
        void shards_stay_out_of_version_control() {
            record(end("A", true, "one"));

            assertThat(folder.resolve(".shards/.gitignore")).hasContent("*");
        }

        @Test
        void a_shard_that_cannot_be_read_is_left_out() throws IOException {
            record(end("A", true, "one"));
            record(end("B", true, "two"));
            Files.writeString(shard("A"), "{ half of");

            withoutWarnings(Shard.class, () -> record(end("C", true, "three")));

            assertThat(descriptions()).containsExactly("three", "two");
            assertThat(shard("A")).doesNotExist();
        }

        @Test
        void services_whose_names_make_one_file_name_are_refused() {
            record(end("A", true, "one"));
            Declaration foreign = declared("B.two", "two", 200);
            ClassEnd other = new ClassEnd(
                    "com.example.B",
                    "",
                    true,
                    Set.of(),
                    List.of(new Declaration("shop-users", "x", foreign.interaction(), "B.two")));
            ContractFolder.at(folder).record(other, SpecVersion.V4);
            ClassEnd clashing = new ClassEnd(
                    "com.example.C",
                    "",
                    true,
                    Set.of(),
                    List.of(new Declaration("shop", "users-x", foreign.interaction(), "C.two")));

            assertThatThrownBy(() -> record(clashing))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-NAMES  two contracts have the same file name
                              where  %s
                              found  the contract of "shop-users" with "x", and now that of "shop" with "users-x"
                              mend   rename a service, or write one of them elsewhere with @ConsumerTest(directory = …)""".formatted(folder.resolve("shop-users-x.json")));
        }
    }

    @Nested
    class Removing {

        @Test
        void a_full_run_takes_out_what_is_no_longer_declared() throws IOException {
            record(end("A", true, "one", "two"));
            record(end("B", true, "three"));

            record(end("A", true, "two"));

            assertThat(descriptions()).containsExactly("three", "two");
        }

        @Test
        void any_other_run_only_adds_and_replaces() throws IOException {
            record(end("A", true, "one", "two"));

            record(new ClassEnd(
                    "com.example.A",
                    "",
                    false,
                    Set.of(),
                    List.of(declared("A.two", "two", 404), declared("A.three", "three", 200))));

            assertThat(descriptions()).containsExactly("one", "three", "two");
            assertThat(contract().interactions().get(2))
                    .isInstanceOfSatisfying(
                            HttpInteraction.class,
                            two -> assertThat(two.response().example().status()).isEqualTo(404));
        }

        @Test
        void what_disabled_tests_declared_stays() throws IOException {
            record(end("A", true, "one", "two", "three"));

            record(new ClassEnd(
                    "com.example.A", "", true, Set.of("A.two"), List.of(declared("A.three", "three", 200))));

            assertThat(descriptions()).containsExactly("three", "two");
        }

        @Test
        void an_interaction_stays_while_another_class_declares_it() throws IOException {
            record(end("A", true, "common"));
            record(end("B", true, "common"));

            record(end("A", true));

            assertThat(descriptions()).containsExactly("common");
            assertThat(Origin.tests(contract().interactions().get(0))).containsExactly("B.common");
        }

        @Test
        void a_contract_without_interactions_goes_itself() {
            record(end("A", true, "one"));

            record(end("A", true));

            assertThat(file()).doesNotExist();
            assertThat(shard("A")).doesNotExist();
        }

        @Test
        void the_shard_of_a_deleted_class_goes_with_it() throws IOException {
            Path classes = Files.createDirectories(folder.resolve("classes/com/example"));
            Path classFile = Files.createFile(classes.resolve("A.class"));
            String root = folder.resolve("classes").toString();
            record(new ClassEnd("com.example.A", root, true, Set.of(), List.of(declared("A.one", "one", 200))));
            record(end("B", true, "two"));
            assertThat(descriptions()).containsExactly("one", "two");

            Files.delete(classFile);
            record(end("B", true, "two"));

            assertThat(descriptions()).containsExactly("two");
            assertThat(shard("A")).doesNotExist();
        }
    }

    @Nested
    class ContractsOlderThanTheirShards {

        private void forgetShards() throws IOException {
            for (String name : List.of("A", "B")) {
                Files.deleteIfExists(shard(name));
            }
        }

        @Test
        void keep_what_no_full_run_has_taken_over() throws IOException {
            record(end("A", true, "one", "two"));
            record(end("B", true, "three"));
            forgetShards();

            record(end("B", false, "four"));
            assertThat(descriptions()).containsExactly("four", "one", "three", "two");

            record(end("A", true, "one"));
            assertThat(descriptions()).containsExactly("four", "one", "three");

            record(end("B", true, "four"));
            assertThat(descriptions()).containsExactly("four", "one");
        }

        @Test
        void give_way_to_newer_declarations_without_a_conflict() throws IOException {
            record(end("A", true, "one"));
            forgetShards();

            record(new ClassEnd("com.example.B", "", true, Set.of(), List.of(declared("B.one", "one", 404))));

            assertThat(contract().interactions()).hasSize(1);
            assertThat(Origin.tests(contract().interactions().get(0))).containsExactly("B.one");
        }

        @Test
        void names_of_tests_that_did_not_run_stay() throws IOException {
            record(new ClassEnd(
                    "com.example.A",
                    "",
                    true,
                    Set.of(),
                    List.of(declared("A.one", "one", 200), declared("A.two", "one", 200))));
            record(new ClassEnd("com.example.B", "", true, Set.of(), List.of(declared("B.one", "one", 200))));
            byte[] before = Files.readAllBytes(file());
            forgetShards();

            record(new ClassEnd("com.example.A", "", false, Set.of(), List.of(declared("A.one", "one", 200))));

            assertThat(file()).hasBinaryContent(before);
        }
    }

    @Nested
    class Contradicting {
        private final ClassEnd contradiction =
                new ClassEnd("com.example.B", "", true, Set.of(), List.of(declared("B.uno", "one", 404)));

        @Test
        void classes_of_one_run_are_an_error_and_nothing_is_written() throws IOException {
            record(end("A", true, "one"));
            byte[] before = Files.readAllBytes(file());

            assertThatThrownBy(() -> record(contradiction))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-MERGE  two interactions of one name expect different things: "one"
                              where  A.one on one side, B.uno on the other
                              found  response.status is 200 on one side and 404 on the other
                              mend   give one of them another description or another provider state""");
            assertThat(file()).hasBinaryContent(before);
            assertThat(shard("B")).doesNotExist();
        }

        @Test
        void a_class_that_has_not_run_yet_gives_way() throws IOException {
            record(end("A", true, "one", "two"));
            Files.writeString(
                    shard("A"), Files.readString(shard("A")).replaceAll("\"declaredAt\": \\d+", "\"declaredAt\": 1"));

            withoutWarnings(Renewal.class, () -> record(contradiction));

            assertThat(descriptions()).containsExactly("one", "two");
            assertThat(Origin.tests(contract().interactions().get(0))).containsExactly("B.uno");
        }

        @Test
        void tests_of_one_class_are_an_error_at_once() {
            ClassDeclarations declarations = new ClassDeclarations(ContractFolderTest.class, SpecVersion.V4);
            declarations.add("1", List.of(declared("A.one", "one", 200)));

            assertThatThrownBy(() -> declarations.add("2", List.of(declared("A.two", "one", 404))))
                    .isInstanceOf(ContractException.class)
                    .hasMessageContaining("A.one on one side, A.two on the other");
        }
    }
}
