package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String HAR = """
            {"log": {"entries": [
              {
                "request": {"method": "GET", "url": "http://users.example.com/users/1", "headers": []},
                "response": {
                  "status": 200,
                  "headers": [{"name": "Content-Type", "value": "application/json"}],
                  "content": {"text": "{\\"id\\": 1, \\"password\\": \\"hunter2!\\", \\"role\\": \\"ADMIN\\"}"}
                }
              },
              {
                "request": {"method": "GET", "url": "http://users.example.com/users/2", "headers": []},
                "response": {"status": 0, "headers": [], "content": {}}
              }
            ]}}
            """;

    @TempDir
    private Path directory;

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    @Nested
    class Of_traffic {
        @Test
        void is_written_into_the_directory() throws IOException {
            Contracts.write(directory, "shop.har", HAR);

            Ended ended =
                    run("import", "har", "shop.har", "--consumer", "web", "--provider", "users", "-o", "contracts");

            assertThat(ended).isEqualTo(new Ended(0, """
                    Wrote 1 interaction to contracts/web-users.json
                    """, """
                    Examples stand in place of secrets: $.password of answers in 1 interaction.
                    CONTRACT-HAR  an entry is not used
                      where  shop.har:10:3
                      found  no response came
                      mend   remove the entry, or record it again
                    """));
            assertThat(text("contracts/web-users.json"))
                    .contains("\"description\": \"GET /users/{id}\"")
                    .contains("\"password\": \"example-secret\"")
                    .doesNotContain("hunter2");
            assertThat(run("lint", "contracts", "--strict").exitCode()).isZero();
        }

        @Test
        void is_printed_where_no_directory_is_named() {
            Contracts.write(directory, "shop.har", HAR);

            Ended ended = run(
                    "import",
                    "har",
                    "shop.har",
                    "--consumer",
                    "web",
                    "--provider",
                    "users",
                    "--keep-secrets",
                    "--exact",
                    "$.role");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out())
                    .contains("\"password\": \"hunter2!\"")
                    .contains("\"$.role\": {\"matchers\": [{\"match\": \"equality\"}]}");
        }

        @Test
        void adds_to_a_contract_or_replaces_it() throws IOException {
            Contracts.write(directory, "shop.har", HAR);
            Contracts.write(directory, "more.har", HAR.replace("/users/1", "/teams/7"));
            Contracts.write(directory, "other.har", HAR.replace("\\\"id\\\": 1, ", ""));
            String[] into = {"--consumer", "web", "--provider", "users", "-o", "contracts"};
            run(with(into, "import", "har", "shop.har"));

            Ended added = run(with(into, "import", "har", "more.har"));
            Ended refused = run(with(into, "import", "har", "other.har"));

            assertThat(added.exitCode()).isZero();
            assertThat(text("contracts/web-users.json")).contains("GET /users/{id}", "GET /teams/{id}");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("CONTRACT-MERGE  two interactions of one name expect different things")
                    .contains("GET /users/{id}");
            assertThat(text("contracts/web-users.json")).contains("$.id");

            assertThat(run(with(into, "import", "har", "other.har", "--replace"))
                            .exitCode())
                    .isZero();
            assertThat(text("contracts/web-users.json"))
                    .contains("GET /users/{id}")
                    .doesNotContain("$.id", "teams");
        }

        @Test
        void needs_something_that_can_be_used() {
            Contracts.write(directory, "shop.har", "{\"log\": {\"entries\": []}}");

            assertThat(run("import", "har", "shop.har", "--consumer", "web", "--provider", "users"))
                    .isEqualTo(new Ended(2, "", """
                            CONTRACT-DRAFT  there is nothing to write a contract of
                              found  nothing in these files that is asked of the provider
                              mend   name other files; of a HAR file, see that the provider's URLs begin with --target
                            """));
        }

        private static String[] with(String[] options, String... words) {
            String[] all = java.util.Arrays.copyOf(words, words.length + options.length);
            System.arraycopy(options, 0, all, words.length, options.length);
            return all;
        }
    }

    @Nested
    class Of_other_tools {
        @Test
        void becomes_what_can_be_said_and_tells_the_rest() throws IOException {
            Contracts.write(directory, "stubs/mappings/users.json", """
                    {"request": {"method": "GET", "urlPath": "/users/1"},
                     "response": {"bodyFileName": "user.json", "headers": {"Content-Type": "application/json"}}}
                    """);
            Contracts.write(directory, "stubs/mappings/deep/secret.json", """
                    {"request": {"method": "GET", "urlPath": "/secret"}, "response": {"bodyFileName": "../../secret.txt"}}
                    """);
            Contracts.write(directory, "stubs/__files/user.json", "{\"id\": 1}");
            Contracts.write(directory, "secret.txt", "secret");

            Ended ended =
                    run("import", "wiremock", "stubs", "--consumer", "web", "--provider", "users", "-o", "contracts");

            assertThat(ended).isEqualTo(new Ended(1, """
                    Wrote 1 interaction to contracts/web-users.json
                    """, """
                    CONTRACT-IMPORT  this becomes no interaction
                      where  stubs/mappings/deep/secret.json:1:83
                      found  there is no file "../../secret.txt" in __files
                      mend   add it, or correct the name
                    """));
            assertThat(text("contracts/web-users.json")).contains("\"content\": {\"id\": 1}");
        }

        @Test
        void tells_of_contracts_that_are_programs() {
            Contracts.write(
                    directory, "contracts/pay.groovy", "org.springframework.cloud.contract.spec.Contract.make {}");
            Contracts.write(directory, "contracts/pay.yml", """
                    request:
                      method: POST
                      url: /payments
                    response:
                      status: 202
                    """);

            Ended ended =
                    run("import", "spring-cloud-contract", "contracts", "--consumer", "web", "--provider", "payments");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out()).contains("\"description\": \"pay\"", "\"status\": 202");
            assertThat(ended.err()).isEqualTo("""
                    CONTRACT-IMPORT  this becomes no interaction
                      where  contracts/pay.groovy
                      found  a contract that is a program
                      mend   write it in YAML; or let Spring Cloud Contract make WireMock's mappings of it, and import those
                    """);
        }

        @Test
        void takes_the_imposter_that_is_named() {
            Contracts.write(directory, "mb.json", """
                    {"imposters": [
                      {"port": 1, "name": "users", "stubs": [
                        {"predicates": [{"equals": {"method": "GET", "path": "/users"}}], "responses": [{"is": {}}]}]},
                      {"port": 2, "stubs": []}
                    ]}
                    """);

            assertThat(run(
                                    "import",
                                    "mountebank",
                                    "mb.json",
                                    "--consumer",
                                    "web",
                                    "--provider",
                                    "users",
                                    "--imposter",
                                    "1")
                            .out())
                    .contains("GET /users");
            assertThat(run("import", "mountebank", "mb.json", "--consumer", "web", "--provider", "users")
                            .err())
                    .contains("it is not clear which imposter is meant");
        }

        @Test
        void is_refused_when_it_cannot_be_read() {
            Contracts.write(directory, "broken.yml", "a: [");
            String deep = "[".repeat(100_000);
            Contracts.write(directory, "deep.json", deep);

            for (String[] file : new String[][] {
                {"spring-cloud-contract", "broken.yml"}, {"wiremock", "deep.json"}, {"mountebank", "none.json"}
            }) {
                Ended ended = run("import", file[0], file[1], "--consumer", "web", "--provider", "users");

                assertThat(ended.exitCode()).isEqualTo(2);
                assertThat(ended.err()).startsWith("CONTRACT-").doesNotContain("at dev.contract", "FAULT");
            }
        }
    }

    @Test
    void of_an_unknown_tool_is_wrong_usage() {
        Ended ended = run("import", "wiremok", "x.json", "--consumer", "web", "--provider", "users");

        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err())
                .contains(
                        "\"wiremok\" is none of har, wiremock, mountebank, spring-cloud-contract; did you mean wiremock?");
    }
}
