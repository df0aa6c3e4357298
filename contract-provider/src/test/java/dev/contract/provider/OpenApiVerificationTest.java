package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.problem.ContractException;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.provider.TestService.Answer;
import dev.contract.provider.report.ConsoleReport;
import dev.contract.provider.report.HtmlReport;
import dev.contract.provider.report.JUnitXmlReport;
import dev.contract.provider.report.JsonReport;
import dev.contract.provider.report.MarkdownReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was exchanged is held against an OpenAPI document, too. */
@Timeout(60)
class OpenApiVerificationTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Users, version: "1"}
            paths:
              /users/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses:
                    '200':
                      description: a user
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id]
                            properties:
                              id: {type: integer}
                              token: {type: integer}
            """;

    @TempDir
    private Path folder;

    private final TestService service = new TestService();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), DOCUMENT);
        new ContractFiles(Files.createDirectory(folder.resolve("contracts")))
                .contract("web", get("a user", "/users/1", "{\"name\": \"Alice\"}"));
        answer("{\"id\": \"1\", \"name\": \"Alice\"}");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void answer(String json) {
        service.on("GET /users/1", 200, json);
    }

    private OpenApiCheck openApi() {
        return OpenApiCheck.of(folder.resolve("openapi.yaml"));
    }

    private VerificationResult verify(OpenApiCheck check) {
        return Verifier.of("user-service")
                .contractsFrom(directory(folder.resolve("contracts")))
                .at(service.url())
                .openApi(check)
                .verify();
    }

    private String plain(String text) {
        return text.replace(folder + "/", "").replace(service.url(), "http://service");
    }

    @Test
    void what_the_document_does_not_allow_fails_an_interaction_that_keeps_to_its_contract() {
        VerificationResult result = verify(openApi());

        assertThat(result.success()).isFalse();
        assertThat(plain(ConsoleReport.text(result))).isEqualTo("""
                FAILED  web → user-service  1 of 1 interaction failed

                FAILED  web → user-service: a user
                  where    contracts/web.json:3:1
                  openapi  response $.id: is to be integer, found "1" (RESPONSE_BODY, openapi.yaml:16:30)
                  repeat   curl -i http://service/users/1
                  replay   add .only("a user") to the Verifier""");
        assertThat(result.interactions().findFirst().orElseThrow().outcome().errors())
                .containsExactly("The OpenAPI document had differences");
    }

    @Test
    void it_stands_below_what_breaks_the_contract() {
        answer("{\"id\": \"1\", \"name\": \"Bob\"}");

        assertThat(plain(ConsoleReport.text(verify(openApi())))).contains("""
                  body     $.name: Expected 'Bob' (String) to be equal to 'Alice' (String)
                  openapi  response $.id: is to be integer, found "1" (RESPONSE_BODY, openapi.yaml:16:30)
                """);
    }

    @Test
    void every_report_tells_it() {
        VerificationResult result = verify(openApi());
        String sentence = "response $.id: is to be integer";

        assertThat(MarkdownReport.text(result)).contains(sentence);
        assertThat(HtmlReport.text(result)).contains(sentence);
        assertThat(JUnitXmlReport.text(result)).contains(sentence);
        assertThat(plain(JsonReport.text(result))).contains("""
                "openapi": [""").contains("""
                "attribute": "openapi\"""").contains("""
                "pointer": "#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/properties/id/type\"""");
    }

    @Test
    void nothing_is_said_of_what_keeps_to_both() {
        answer("{\"id\": 1, \"name\": \"Alice\"}");

        VerificationResult result = verify(openApi());

        assertThat(ConsoleReport.text(result)).isEqualTo("ok      web → user-service  1 interaction");
        assertThat(JsonReport.text(result)).doesNotContain("openapi");
    }

    @Test
    void advice_is_a_warning_of_its_interaction_and_fails_nothing() {
        VerificationResult result = verify(openApi().adviceOnly());

        assertThat(result.success()).isTrue();
        assertThat(plain(ConsoleReport.text(result))).isEqualTo("""
                ok      web → user-service  1 interaction

                OPENAPI-RESPONSE-BODY  response $.id: is to be integer
                  where  contracts/web.json:3:1, interaction "a user", openapi.yaml:16:30 (#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/properties/id/type)
                  found  "1"
                  mend   correct the service, or the schema""");
    }

    @Test
    void requests_and_responses_are_switched_off_one_by_one() {
        assertThat(verify(openApi().withoutResponses()).success()).isTrue();
        assertThat(verify(openApi().withoutRequests()).success()).isFalse();
    }

    @Test
    void a_status_that_the_document_does_not_know_is_found() {
        service.on("GET /users/1", asked -> new Answer(203, "application/json", "{\"id\": 1, \"name\": \"Alice\"}"));

        assertThat(plain(ConsoleReport.text(verify(openApi()))))
                .contains("openapi  response status: GET /users/{id} answers with 200, found 203"
                        + " (UNDOCUMENTED_STATUS, openapi.yaml:8:9)");
    }

    @Test
    void what_is_wrong_in_the_document_is_told_before_anything_is_sent() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), DOCUMENT.replace("name: id,", "name: key,"));

        assertThatThrownBy(() -> verify(openApi()))
                .isInstanceOf(ContractException.class)
                .extracting(thrown -> plain(thrown.getMessage()))
                .isEqualTo("""
                        OPENAPI-PATH  the path "/users/{id}" has no parameter "key"
                          where  openapi.yaml:6:20 (#/paths/~1users~1{id}/get/parameters/0)
                          mend   correct one of the two names
                        OPENAPI-PATH  the path parameter "id" of "/users/{id}" is not declared
                          where  openapi.yaml:6:7 (#/paths/~1users~1{id}/get)
                          mend   add it to the parameters, with in: path""");
        assertThat(service.asked()).isEmpty();
        assertThat(verify(openApi().withoutDocument()).answered()).isTrue();
    }

    @Test
    void the_path_of_the_address_is_nothing_that_the_document_has_to_know() {
        service.on("GET /app/users/1", 200, "{\"id\": 1, \"name\": \"Alice\"}");

        VerificationResult result = Verifier.of("user-service")
                .contractsFrom(directory(folder.resolve("contracts")))
                .at(service.url() + "/app")
                .openApi(openApi())
                .verify();

        assertThat(ConsoleReport.text(result)).isEqualTo("ok      web → user-service  1 interaction");
    }

    @Test
    void secrets_are_masked() {
        answer("{\"id\": 1, \"name\": \"Alice\", \"token\": \"s3cret\"}");

        VerificationResult result = verify(openApi());

        assertThat(List.of(ConsoleReport.text(result), JsonReport.text(result), MarkdownReport.text(result)))
                .allSatisfy(report -> assertThat(report)
                        .contains("response $.token: is to be integer, found ***")
                        .doesNotContain("s3cret"));
    }
}
