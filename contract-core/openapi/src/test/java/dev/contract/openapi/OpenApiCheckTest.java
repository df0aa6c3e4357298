package dev.contract.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiCheckTest {
    private static final String USERS = """
            openapi: 3.0.3
            info: {title: Users, version: "1"}
            paths:
              /users/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses:
                    '200': {description: ok, content: {application/json: {schema: %s}}}
            components: {schemas: {User: %s}}
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("openapi.yaml"), text);
    }

    private OpenApiCheck users(String schema, String user) throws IOException {
        return OpenApiCheck.of(file(USERS.formatted(schema, user)));
    }

    private OpenApiCheck users(String schema) throws IOException {
        return users(schema, "{}");
    }

    private static HttpResponse json(String body) {
        return HttpResponse.of(200)
                .withHeader("Content-Type", "application/json")
                .withBody(Body.text(body, ContentType.JSON));
    }

    private String findings(OpenApiCheck check, String path, String body) {
        return check.check(HttpRequest.of("GET", path), json(body)).toString().replace(folder + "/", "");
    }

    private String findings(OpenApiCheck check, String body) {
        return findings(check, "/users/1", body);
    }

    @Test
    void what_breaks_the_document_is_thrown_with_place_and_advice() throws IOException {
        OpenApiFindings findings =
                users("{type: object, required: [id]}").check(HttpRequest.of("GET", "/users/x"), json("{}"));

        assertThatThrownBy(findings::orThrow)
                .isInstanceOf(ContractException.class)
                .extracting(thrown -> thrown.getMessage().replace(folder + "/", ""))
                .isEqualTo("""
                        OPENAPI-REQUEST-PARAMETER  request path "id" $: is to be integer
                          where  openapi.yaml:6:72 (#/paths/~1users~1{id}/get/parameters/0/schema/type)
                          found  "x"
                          mend   correct the request, or what the document says of the parameter
                        OPENAPI-RESPONSE-BODY  response $: required property 'id' not found
                          where  openapi.yaml:8:96 (#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/required)
                          mend   correct the service, or the schema""");
    }

    @Nested
    class Switches {
        private String findings(OpenApiCheck check) {
            return OpenApiCheckTest.this.findings(check, "/users/x", "1");
        }

        @Test
        void requests_responses_and_the_document_are_switched_off_one_by_one() throws IOException {
            OpenApiCheck check = users("{type: string, nonsense: 1, pattern: '('}");

            assertThat(findings(check)).contains("REQUEST_PARAMETER").contains("RESPONSE_BODY");
            assertThat(check.document()).hasSize(1);
            assertThat(findings(check.withoutRequests()))
                    .doesNotContain("REQUEST_PARAMETER")
                    .contains("RESPONSE_BODY");
            assertThat(findings(check.withoutResponses()))
                    .contains("REQUEST_PARAMETER")
                    .doesNotContain("RESPONSE_BODY");
            assertThat(findings(check.withoutRequests().withoutResponses())).isEmpty();
            assertThat(check.withoutDocument().document()).isEmpty();
        }

        @Test
        void all_of_it_may_be_advice_only() throws IOException {
            OpenApiCheck check = users("{type: strng, minimum: 3}").adviceOnly();

            assertThat(check.check(HttpRequest.of("GET", "/users/x"), json("1")).errors())
                    .isEmpty();
            assertThat(check.check(HttpRequest.of("GET", "/users/x"), json("1")).advice())
                    .hasSize(2);
            assertThat(check.document()).hasSize(1).noneMatch(problem -> problem.isError());
        }
    }

    @Test
    void formats_of_ones_own_decide() throws IOException {
        Path file = file(USERS.formatted("{type: string, format: plate}", "{}"));
        OpenApiCheck check = OpenApiCheck.of(file, Map.of("plate", text -> text.startsWith("B-")));

        assertThat(findings(check, "\"B-7\"")).isEmpty();
        assertThat(findings(check, "\"7\"")).startsWith("response $: is not of the format plate, found \"7\"");
    }

    @Nested
    class Refuses {
        private void refused(Path file, String message) {
            assertThatThrownBy(() -> OpenApiCheck.of(file))
                    .isInstanceOf(ContractException.class)
                    .extracting(thrown -> thrown.getMessage().replace(folder + "/", ""))
                    .isEqualTo(message);
        }

        @Test
        void a_file_that_is_not_there() {
            refused(folder.resolve("none.yaml"), """
                    OPENAPI-FILE  the file of an OpenAPI document cannot be read
                      where  none.yaml
                      found  no such file
                      mend   name a file of JSON or YAML""");
        }

        @Test
        void another_version() throws IOException {
            refused(file("swagger: 1.2\n"), """
                    OPENAPI-VERSION  not an OpenAPI document of version 2.0, 3.0 or 3.1
                      where  openapi.yaml:1:1
                      found  swagger: "1.2"
                      mend   name a document that begins with openapi: 3.1.0, 3.0.x, or swagger: "2.0\"""");
        }

        @Test
        void something_else() throws IOException {
            refused(file("- a\n"), """
                    OPENAPI-VERSION  not an OpenAPI document of version 2.0, 3.0 or 3.1
                      where  openapi.yaml:1:1
                      found  neither openapi nor swagger
                      mend   name a document that begins with openapi: 3.1.0, 3.0.x, or swagger: "2.0\"""");
        }
    }

    @Nested
    class QueryObjects {
        private String findings(String style, String query) throws IOException {
            String size =
                    "{name: size, in: query, style: %s, explode: false, schema: {type: object, properties: {w: {type: integer}, h: {type: integer}}}}";
            OpenApiCheck check = OpenApiCheck.of(file(USERS.formatted("{}", "{}")
                    .replace("schema: {type: integer}}]", "schema: {type: integer}}, " + size.formatted(style) + "]")));
            HttpRequest request = HttpRequest.of("GET", "/users/1").withQuery(Query.parse(query));
            return check.check(request, json("1")).toString().replace(folder + "/", "");
        }

        @ParameterizedTest
        @CsvSource({"form,','", "spaceDelimited,%20", "pipeDelimited,|"})
        void are_read_by_their_style(String style, String separator) throws IOException {
            assertThat(findings(style, "size=" + String.join(separator, "w", "7", "h", "8")))
                    .isEmpty();
            assertThat(findings(style, "size=" + String.join(separator, "w", "7", "h", "x")))
                    .startsWith("request query \"size\" $.h: is to be integer, found \"x\"");
        }
    }

    /** Whatever stands there, an answer comes, and soon. */
    @Nested
    class HostileDocuments {
        @Test
        void variables_of_a_server_that_fill_in_each_other() throws IOException {
            StringBuilder variables = new StringBuilder("v0: {default: '/api'}");
            for (int i = 60; i > 0; i--) {
                variables.insert(0, "v%d: {default: '{v%d}{v%d}'}, ".formatted(i, i - 1, i - 1));
            }
            OpenApiCheck check = OpenApiCheck.of(file(USERS.formatted("{type: string}", "{}")
                    .replace("paths:", "servers: [{url: '{v60}', variables: {%s}}]%npaths:".formatted(variables))));

            assertThat(findings(check, "\"x\"")).isEmpty();
        }

        @Test
        void a_multiple_of_nothing() throws IOException {
            assertThat(findings(users("{type: number, multipleOf: 0}"), "5")).isEmpty();
        }

        @Test
        void a_schema_that_is_part_of_itself() throws IOException {
            OpenApiCheck check =
                    users("{$ref: '#/components/schemas/User'}", "{allOf: [{$ref: '#/components/schemas/User'}]}");

            assertThat(findings(check, "{}")).contains("cannot be checked: the schema refers to itself without end");
        }

        @Test
        void references_in_a_circle() throws IOException {
            OpenApiCheck check = users("{$ref: '#/components/schemas/User'}", "{$ref: '#/components/schemas/User'}");

            assertThat(findings(check, "{}")).isEmpty();
            assertThat(check.document()).isNotEmpty();
        }

        @Test
        void a_row_of_references_without_end() throws IOException {
            StringBuilder row = new StringBuilder("{type: integer}\n");
            for (int i = 0; i < 20_000; i++) {
                row.append("    S%d: {properties: {a: {$ref: '#/components/schemas/S%d'}}}%n".formatted(i, i + 1));
            }
            String document = USERS.formatted("{$ref: '#/components/schemas/S0'}", "{}")
                    .replace("components: {schemas: {User: {}}}", "components:\n  schemas:\n    User: " + row);
            OpenApiCheck check = OpenApiCheck.of(file(document));

            assertThat(check.document())
                    .extracting(problem -> problem.what())
                    .containsExactly("the reference \"#/components/schemas/S20000\" leads nowhere: there is nothing at"
                            + " #/components/schemas/S20000, but User, S0, S1, S2, S3, S4, S5, S6, S7, S8");
            assertThat(findings(check, "{}"))
                    .contains("cannot be checked, for the schema is not usable: refers to more than 10000 schemas");
        }

        @Test
        void parts_that_double_at_each_level() throws IOException {
            OpenApiCheck check = users(
                    "{$ref: '#/components/schemas/User'}",
                    "{properties: {a: {allOf: [{$ref: '#/components/schemas/User'}, {$ref: '#/components/schemas/User'}]},"
                            + " b: {type: string}}}");

            assertThat(findings(check, "{\"a\":".repeat(60) + "{\"b\":\"x\"}" + "}".repeat(60)))
                    .contains("cannot be checked: the schema has too many parts inside each other");
        }

        @Test
        void an_expression_that_would_run_for_years() throws IOException {
            OpenApiCheck check = users("{type: string, pattern: '^(a+)+$'}");

            assertThat(findings(check, "\"" + "a".repeat(5000) + "!\""))
                    .contains("cannot be checked: the expression ^(a+)+$ takes too long for this text");
        }

        @Test
        void a_link_to_a_file_elsewhere(@TempDir Path elsewhere) throws IOException {
            Path secret = Files.writeString(elsewhere.resolve("secret.yaml"), "password: x\n");
            Files.createSymbolicLink(folder.resolve("link.yaml"), secret);

            assertThat(users("{$ref: 'link.yaml'}").document())
                    .extracting(problem -> problem.what())
                    .containsExactly(
                            "the reference \"link.yaml\" leads nowhere: the file is outside the directory of the document");
        }

        @Test
        void a_judge_of_a_format_that_throws() throws IOException {
            Path file = file(USERS.formatted("{type: string, format: plate}", "{}"));
            OpenApiCheck check = OpenApiCheck.of(file, Map.of("plate", text -> {
                throw new IllegalStateException("no plates today");
            }));

            assertThat(findings(check, "\"7\"")).startsWith("response $: is not of the format plate, found \"7\"");
        }
    }

    @Nested
    class HostileBodies {
        @Test
        void what_is_too_deep_is_told() throws IOException {
            OpenApiCheck check = users(
                    "{$ref: '#/components/schemas/User'}", "{type: array, items: {$ref: '#/components/schemas/User'}}");

            assertThat(findings(check, "[".repeat(100_000))).contains("is not readable as JSON");
            assertThat(findings(check, "[".repeat(400) + "1" + "]".repeat(400))).contains("is to be array, found 1");
        }

        @Test
        void of_very_many_differences_only_the_first_are_told() throws IOException {
            OpenApiCheck check = users("{type: array, items: {type: string}}");

            assertThat(findings(check, "[" + "1,".repeat(5_000) + "1]").lines()).hasSize(100);
            assertThat(findings(check, "[" + "1,".repeat(50_000) + "1]"))
                    .contains("cannot be checked: there are more than 10000 differences");
        }

        @Test
        void a_number_beyond_all_bounds_is_told() throws IOException {
            assertThat(findings(users("{type: integer, maximum: 5}"), "1e999")).contains("RESPONSE_BODY");
        }
    }
}
