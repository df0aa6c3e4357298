package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiOptionsTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Users, version: "1"}
            paths:
              /users/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses:
                    '200':
                      description: a user
                      content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
              /health:
                get:
                  responses: {'200': {description: fine, content: {application/json: {}}}}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Contracts.write(directory.resolve("contracts"), "shop-users.json", Contracts.of("shop"));
        Files.writeString(directory.resolve("openapi.yaml"), DOCUMENT);
    }

    private Ended verify(String... options) throws IOException {
        try (UserService users = UserService.whoseUsersHave("name")) {
            List<String> words = new ArrayList<>(List.of("verify", "contracts", "--provider=users", "--state-url=/s"));
            words.add("--url=" + users.url());
            words.addAll(List.of(options));
            Ended ended = new Cli(directory).run(words.toArray(String[]::new));
            return new Ended(
                    ended.exitCode(),
                    ended.out().replace(users.url(), "http://users"),
                    ended.err().replace(users.url(), "http://users"));
        }
    }

    @Test
    void a_response_that_the_document_does_not_allow_fails_the_command() throws IOException {
        Ended ended = verify("--openapi=openapi.yaml");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out())
                .contains("openapi  response $.id: is to be string, found 1 (RESPONSE_BODY, ")
                .contains(" --openapi openapi.yaml --state-url /s --only");
    }

    @Test
    void as_advice_it_fails_nothing() throws IOException {
        Ended ended = verify("--openapi=openapi.yaml", "--openapi-advice");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("OPENAPI-RESPONSE-BODY  response $.id: is to be string");
    }

    @Test
    void checks_are_chosen_by_name() throws IOException {
        assertThat(verify("--openapi=openapi.yaml", "--openapi-checks=requests,document"))
                .isEqualTo(new Ended(0, "ok      shop → users  2 interactions\n", ""));
    }

    @Test
    void what_is_wrong_in_the_document_is_told_before_anything_starts() throws IOException {
        Files.writeString(directory.resolve("openapi.yaml"), DOCUMENT.replace("'200': {desc", "'2': {desc"));

        assertThat(verify("--openapi=openapi.yaml")).isEqualTo(new Ended(2, "", """
                OPENAPI-KIND  "2" is no status
                  where  DIR/openapi.yaml:13:24 (#/paths/~1health/get/responses/2)
                  mend   write a number such as 200, a range such as 2XX, or default
                """));
    }

    @Test
    void options_that_make_no_sense_are_refused() throws IOException {
        assertThat(verify("--openapi-advice").exitCode()).isEqualTo(64);
        assertThat(verify("--openapi-checks=document").exitCode()).isEqualTo(64);
        assertThat(verify("--openapi=openapi.yaml", "--openapi-checks=bodies").exitCode())
                .isEqualTo(64);
    }
}
