package dev.contract.provider.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.http.Headers;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.TestService;
import dev.contract.provider.target.RawService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractSourceTest {
    private static final String CONTRACT =
            "{\"consumer\": {\"name\": \"web\"}, \"provider\": {\"name\": \"users\"}, \"interactions\": []}";

    @TempDir
    private Path directory;

    private LoadedContracts load(ContractSource source) {
        return source.load("users");
    }

    @Nested
    class Directories {

        @Test
        void give_the_json_files_that_stand_in_them_by_name() throws IOException {
            Files.writeString(directory.resolve("b.json"), CONTRACT);
            Files.writeString(directory.resolve("a.json"), CONTRACT);
            Files.writeString(directory.resolve(".hidden.json"), "{");
            Files.writeString(directory.resolve("notes.txt"), "{");
            Files.createDirectory(directory.resolve("more.json"));
            Files.writeString(Files.createDirectory(directory.resolve("sub")).resolve("c.json"), CONTRACT);

            LoadedContracts loaded = load(ContractSource.directory(directory));

            assertThat(loaded.contracts())
                    .extracting(LocatedContract::name)
                    .containsExactly(
                            directory.resolve("a.json").toString(),
                            directory.resolve("b.json").toString());
            assertThat(loaded.problems()).isEmpty();
        }

        @Test
        void give_all_problems_of_all_files() throws IOException {
            Files.writeString(directory.resolve("a.json"), "{");
            Files.writeString(directory.resolve("b.json"), "[]");
            Files.writeString(directory.resolve("c.json"), CONTRACT);

            LoadedContracts loaded = load(ContractSource.directory(directory));

            assertThat(loaded.contracts()).hasSize(1);
            assertThat(loaded.problems()).filteredOn(Problem::isError).hasSize(2);
        }
    }

    @Nested
    class SingleFiles {

        @Test
        void are_told_when_they_are_missing() {
            Path file = directory.resolve("none.json");

            assertThat(load(ContractSource.file(file)).problems())
                    .singleElement()
                    .hasToString("""
                            CONTRACT-FILE  there is no such contract file
                              where  %1$s
                              found  nothing at %1$s
                              mend   check the path; it is relative to the directory in which the verification runs""".formatted(file));
        }
    }

    @Nested
    class Urls {

        @Test
        void are_fetched_with_headers_and_redirects_are_followed() {
            try (TestService service = new TestService();
                    RawService first = new RawService((request, connection) ->
                            connection.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + service.url()
                                    + "/contract\r\n\r\n"))) {
                service.on("GET /contract", 200, CONTRACT);

                LoadedContracts loaded =
                        load(ContractSource.url(first.url() + "/latest?x=1", Headers.of("Authorization", "secret")));

                assertThat(loaded.contracts())
                        .extracting(LocatedContract::name)
                        .containsExactly(first.url() + "/latest?x=1");
                assertThat(first.requests().get(0))
                        .startsWith("GET /latest?x=1 HTTP/1.1\r\n")
                        .contains("Authorization: secret");
                assertThat(service.asked().get(0).headers()).doesNotContainKey("Authorization");
            }
        }

        @Test
        void are_told_when_they_answer_otherwise() {
            try (TestService service = new TestService()) {
                assertThat(load(ContractSource.url(service.url() + "/none")).problems())
                        .singleElement()
                        .hasToString("""
                                CONTRACT-URL  the contract cannot be fetched
                                  where  %s/none
                                  found  status 404""".formatted(service.url()));
            }
        }

        @Test
        void are_told_when_they_lead_in_circles() {
            try (RawService service = new RawService((request, connection) ->
                    connection.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: again\r\n\r\n"))) {
                assertThat(load(ContractSource.url(service.url() + "/a/b")).problems())
                        .singleElement()
                        .extracting(Problem::found)
                        .isEqualTo("more than 5 redirects");
                assertThat(service.requests()).hasSize(6);
                assertThat(service.requests().get(1)).startsWith("GET /a/again ");
            }
        }

        @Test
        void are_refused_when_they_are_none() {
            assertThatThrownBy(() -> ContractSource.url("http://a b/")).isInstanceOf(ContractException.class);
        }
    }

    @Nested
    class Texts {

        @Test
        void name_whatever_they_look_like() throws IOException {
            Path file = Files.writeString(directory.resolve("a.json"), CONTRACT);

            assertThat(ContractSource.of(directory.toString()).name()).isEqualTo("directory " + directory);
            assertThat(ContractSource.of(file.toString()).name()).isEqualTo("file " + file);
            assertThat(ContractSource.of("none.json").name()).isEqualTo("file none.json");
            assertThat(ContractSource.of("none").name()).isEqualTo("directory none");
            assertThat(ContractSource.of("https://example.com/a.json").name())
                    .isEqualTo("URL https://example.com/a.json");
        }
    }
}
