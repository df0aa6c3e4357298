package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import dev.contract.readme.Readme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
    @TempDir
    private Path directory;

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private void write(String name, String response) {
        Contracts.write(directory, name, """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [
                    {
                      "type": "Synchronous/HTTP", "description": "a request", "key": "k",
                      "request": {"method": "GET", "path": "/"},
                      "response": {"status": 200, %s}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """.formatted(response));
    }

    @Test
    void a_good_file_is_fine() {
        write("good.json", "\"headers\": {\"Content-Type\": [\"text/plain\"]}");

        assertThat(run("lint", "good.json")).isEqualTo(new Ended(0, """
                1 interaction in 1 file: nothing found
                """, ""));
    }

    @Test
    void an_error_is_a_no() {
        write(
                "a.json",
                "\"matchingRules\": {\"status\": {\"matchers\": [{\"match\": \"statusCode\", \"status\": \"error\"}]}}");
        write("b.json", "\"headers\": {\"Date\": [\"today\"]}");

        assertThat(run("lint", ".")).isEqualTo(new Ended(1, """
                ERROR  LINT-EXAMPLE  an example is refused by its own rules
                  where  ./a.json:7:30, interaction "a request", response.status
                  found  Expected status code 200 to be an Error response (>= 400)
                  mend   give an example that the rules accept, or rules that accept the example

                WARNING  LINT-EXACT  a header that changes from answer to answer may not differ
                  where  ./b.json:7:55, interaction "a request", response.headers Date
                  found  today
                  mend   leave the header out, or let a rule say what may differ

                2 interactions in 2 files: errors 1, warnings 1, advice 0
                """, ""));
    }

    @Test
    void a_warning_is_a_no_when_asked() {
        write("b.json", "\"headers\": {\"Date\": [\"today\"]}");

        assertThat(run("lint", "b.json").exitCode()).isZero();
        assertThat(run("lint", "b.json", "--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void programs_get_json() {
        write("b.json", "\"headers\": {\"Date\": [\"today\"]}");

        assertThat(run("lint", "b.json", "-o", "pretty")).isEqualTo(new Ended(0, """
                {
                  "errors": 0,
                  "warnings": 1,
                  "advice": 0,
                  "files": [
                    {
                      "file": "b.json",
                      "readable": true,
                      "interactions": 1,
                      "findings": [
                        {
                          "severity": "warning",
                          "code": "LINT-EXACT",
                          "what": "a header that changes from answer to answer may not differ",
                          "line": 7,
                          "column": 55,
                          "interaction": "a request",
                          "path": "response.headers Date",
                          "found": "today",
                          "mend": "leave the header out, or let a rule say what may differ"
                        }
                      ]
                    }
                  ]
                }
                """, ""));
    }

    @Test
    void a_file_that_is_no_contract_is_told_and_the_others_are_looked_at() {
        Contracts.write(directory, "a.json", "{");
        write("b.json", "\"headers\": {\"Date\": [\"today\"]}");

        Ended ended = run("lint", "a.json", "b.json");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out())
                .startsWith("ERROR  CONTRACT-JSON  not readable as JSON\n  where  a.json:1:")
                .endsWith("1 interaction in 2 files: errors 1, warnings 1, advice 0\n");
    }

    @Test
    void where_there_is_no_file_nothing_is_looked_at() {
        assertThat(run("lint", "nowhere.json")).isEqualTo(new Ended(2, "", """
                CONTRACT-FILE  there is no contract file here
                  where  nowhere.json
                  found  nothing
                  mend   run the consumer's tests, which write contracts; or check the path
                """));
        assertThat(run("lint").exitCode()).isEqualTo(64);
    }

    @Test
    void a_name_that_is_neither_file_nor_glob_is_told() {
        assertThat(run("lint", "nowhere/*.json", "[a.json")).isEqualTo(new Ended(2, "", """
                CONTRACT-FILE  there is no contract file here
                  where  nowhere/*.json
                  found  nothing
                  mend   run the consumer's tests, which write contracts; or check the path

                CONTRACT-FILE  there is no such file, and the name is no glob either
                  where  [a.json
                  found  Missing ']
                  mend   close each [ and {, or put a backslash before it
                """));
    }

    @Test
    void severities_are_coloured_on_a_terminal() {
        write("b.json", "\"headers\": {\"Date\": [\"today\"]}");

        assertThat(new Cli(directory).onTerminal().run("lint", "b.json").out())
                .startsWith("\u001b[33mWARNING\u001b[0m  LINT-EXACT  ");
    }

    @Test
    void the_contracts_of_the_samples_are_good() {
        Ended ended = run("lint", Readme.root().resolve("samples/contracts").toString());

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).matches("\\d+ interactions in \\d+ files: nothing found\n");
    }
}
