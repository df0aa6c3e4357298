package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import dev.contract.core.format.ContractReader;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
    private static final String SECOND = """
            {
              "consumer": {"name": "web"},
              "provider": {"name": "users"},
              "interactions": [
                {
                  "description": "a request for user 1",
                  "providerState": "user 1 exists",
                  "request": {"method": "GET", "path": "/users/1", "query": "full=true"},
                  "response": {
                    "status": 200,
                    "headers": {"Content-Type": "application/json"},
                    "body": {"name": "Ann"},
                    "matchingRules": {"$.body.name": {"match": "type"}},
                    "own": 1
                  }
                }
              ],
              "metadata": {"pactSpecification": {"version": "2.0.0"}}
            }
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void a_contract_of_version_2() {
        Contracts.write(directory, "old.json", SECOND);
    }

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private static SpecVersion version(String text) {
        return ContractReader.readOrThrow("contract.json", text.getBytes(StandardCharsets.UTF_8))
                .version();
    }

    @Test
    void one_file_is_printed() throws IOException {
        Ended ended = run("convert", "old.json", "--to", "v3");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("\"providerStates\": [{\"name\": \"user 1 exists\"}]")
                .contains("\"query\": {\"full\": [\"true\"]}")
                .contains("\"matchingRules\": {\"body\": {\"$.name\": {\"matchers\": [{\"match\": \"type\"}]}}}")
                .contains("\"own\": 1")
                .endsWith("}\n");
        assertThat(version(ended.out())).isEqualTo(SpecVersion.V3);
        assertThat(text("old.json")).isEqualTo(SECOND);
    }

    @Test
    void there_and_back_is_the_same_file() throws IOException {
        run("convert", "old.json", "--to", "V2", "-o", "second");
        run("convert", "old.json", "--to", "V4", "-o", "new");

        assertThat(run("convert", "new", "--to", "V2", "--output", "back")).isEqualTo(new Ended(0, """
                Converted new/old.json from version 4.0 to 2.0.0
                """, ""));
        assertThat(text("back/old.json")).isEqualTo(text("second/old.json"));
    }

    @Test
    void a_file_is_converted_in_its_place() throws IOException {
        assertThat(run("convert", "old.json", "--to", "V4", "--in-place")).isEqualTo(new Ended(0, """
                Converted old.json from version 2.0.0 to 4.0
                """, ""));
        assertThat(version(text("old.json"))).isEqualTo(SpecVersion.V4);
    }

    @Test
    void the_names_of_tests_and_their_lines_are_in_no_older_version() {
        Contracts.write(directory, "written.json", """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [
                    {
                      "type": "Synchronous/HTTP", "description": "a request", "pending": false,
                      "comments": {"testline": "WebTest.java:12", "testname": "WebTest.asks"},
                      "request": {"method": "GET", "path": "/"}, "response": {"status": 200}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """);

        Ended ended = run("convert", "written.json", "--to", "V2", "--strict");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("\"description\": \"a request\"").doesNotContain("WebTest");
    }

    @Test
    void what_cannot_be_expressed_is_named_and_nothing_is_written() throws IOException {
        Contracts.write(directory, "new.json", """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [
                    {
                      "type": "Synchronous/HTTP", "description": "a request", "key": "mine", "pending": true,
                      "request": {"method": "GET", "path": "/"},
                      "response": {"status": 200, "matchingRules": {"status": {"matchers": [{"match": "statusCode"}]}}}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """);

        assertThat(run("convert", "old.json", "new.json", "--to", "V3", "--in-place"))
                .isEqualTo(new Ended(1, "", """
                        CONTRACT-WRITE  version 3.0.0 of the file format cannot express that the interaction is pending
                          where  new.json:4:5, interaction "a request"
                          mend   write version 4.0, or leave it out

                        CONTRACT-WRITE  version 3.0.0 of the file format cannot express a key
                          where  new.json:4:5, interaction "a request"
                          mend   write version 4.0, or leave it out

                        CONTRACT-WRITE  version 3.0.0 of the file format cannot express the matcher statusCode (response.status)
                          where  new.json:4:5, interaction "a request"
                          mend   write version 4.0, or leave it out
                        """));
        assertThat(text("old.json")).isEqualTo(SECOND);
    }

    @Test
    void what_is_said_less_exactly_is_told_and_refused_when_asked() {
        Contracts.write(directory, "third.json", """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [
                    {
                      "description": "a request",
                      "request": {"method": "GET", "path": "/"},
                      "response": {"status": 200, "body": [1], "matchingRules": {"body": {"$[0]": {"matchers": [{"match": "integer"}]}}}}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "3.0.0"}}
                }
                """);
        String told = """
                CONTRACT-WRITE  version 2.0.0 of the file format has no matcher integer, so it is written as type (response.body "$[0]")
                  where  third.json:4:5, interaction "a request"
                  mend   write version 3.0.0
                """;

        Ended ended = run("convert", "third.json", "--to", "V2");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEqualTo(told);
        assertThat(run("convert", "third.json", "--to", "V2", "--strict")).isEqualTo(new Ended(1, "", told));
    }

    @Test
    void a_file_that_is_no_contract_ends_the_work() {
        Contracts.write(directory, "bad.json", "{");

        Ended ended = run("convert", "old.json", "bad.json", "--to", "V4", "-o", "out");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith("CONTRACT-JSON  ");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void wrong_usage_is_explained() {
        Contracts.write(directory.resolve("a"), "old.json", SECOND);

        assertThat(run("convert", "old.json", "a/old.json", "--to", "V4")).isEqualTo(new Ended(64, "", """
                CONTRACT-USAGE  only one file can be printed; say --output DIR or --in-place
                  where  contract convert
                  mend   see contract convert --help
                """));
        assertThat(run("convert", "old.json", "a/old.json", "--to", "V4", "-o", "out"))
                .isEqualTo(new Ended(64, "", """
                        CONTRACT-USAGE  old.json and a/old.json would become one file; convert them one by one
                          where  contract convert
                          mend   see contract convert --help
                        """));
        assertThat(run("convert", "old.json", "--to", "V4", "-o", "out", "--in-place"))
                .isEqualTo(new Ended(64, "", """
                        CONTRACT-USAGE  --output and --in-place exclude each other
                          where  contract convert
                          mend   see contract convert --help
                        """));
        assertThat(run("convert", "old.json", "--to", "V5").exitCode()).isEqualTo(64);
    }
}
