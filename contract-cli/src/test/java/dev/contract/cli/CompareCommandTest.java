package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import dev.contract.core.json.JsonReader;
import dev.contract.openapi.promise.PromiseCode;
import dev.contract.readme.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void a_document() {
        Contracts.write(directory, "openapi.yaml", """
                openapi: 3.0.3
                info: {title: users, version: "1"}
                paths:
                  /users/{id}:
                    get:
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: integer}}
                      responses:
                        "200":
                          description: the user
                          content:
                            application/json:
                              schema: {type: object, required: [id, name], properties: {id: {type: integer}, name: {type: string}}}
                """);
    }

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private void contract(String name, String query, String body) {
        Contracts.write(directory, name, """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [
                    {
                      "description": "a user",
                      "request": {"method": "GET", "path": "/users/7", "query": "%s"},
                      "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": %s}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "2.0.0"}}
                }
                """.formatted(query, body));
    }

    @Test
    void a_contract_that_uses_less_than_is_described_is_fine() {
        contract("web.json", "", "{\"name\": \"Ann\"}");

        assertThat(run("compare", "--openapi", "openapi.yaml", "web.json")).isEqualTo(new Ended(0, """
                Compatible: the examples of 1 contract compared with openapi.yaml, errors 0, warnings 0
                """, ""));
    }

    @Test
    void only_contracts_of_some_are_compared() {
        contract("web.json", "", "{\"name\": \"Ann\"}");

        assertThat(run("compare", "--openapi", "openapi.yaml", "web.json", "--consumer", "web", "--provider", "users")
                        .exitCode())
                .isZero();
        assertThat(run("compare", "--openapi", "openapi.yaml", "web.json", "--provider", "usrs"))
                .isEqualTo(new Ended(2, "", """
                CONTRACT-NONE  none of the contracts has this provider
                  where  --provider usrs
                  found  "users"
                  mend   did you mean "users"?
                """));
    }

    @Test
    void a_misspelt_directory_is_told_with_the_one_that_is_near() {
        Contracts.write(directory.resolve("target/contracts"), "web.json", Contracts.of("web"));

        assertThat(run("compare", "--openapi", "openapi.yaml", "trget/contrats"))
                .isEqualTo(new Ended(2, "", """
                CONTRACT-FILE  there is no contract file here
                  where  trget/contrats
                  found  nothing
                  mend   did you mean target/contracts?
                """));
        Contracts.write(directory, "ship.json", Contracts.of("web"));
        assertThat(run("compare", "--openapi", "openapi.yaml", "hdr.json").err())
                .doesNotContain("did you mean");
        assertThat(run("usage", "target/contrats", "--provider", "users").err()).endsWith("""
                  found  no directory at DIR/target/contrats
                  mend   did you mean DIR/target/contracts?
                """);
    }

    @Test
    void files_are_compared_and_nothing_of_a_broker() {
        assertThat(run("compare", "--openapi", "openapi.yaml", "http://127.0.0.1:9/pacts/latest"))
                .isEqualTo(new Ended(2, "", """
                CONTRACT-FILE  only files are read here, no URLs
                  where  http://127.0.0.1:9/pacts/latest
                  mend   have it as a file first: contract get-pacts --provider NAME --latest --download
                """));
        assertThat(run("minimize", "-b", "http://127.0.0.1:9").err()).endsWith("""
                  mend   it asks no broker: contract get-pacts --download writes contracts into files; see contract minimize --help
                """);
    }

    @Test
    void a_base_path_that_the_contract_does_without_is_told_once() {
        Contracts.write(directory, "base.yaml", """
                openapi: 3.0.3
                info: {title: users, version: "1"}
                servers: [{url: https://api.example.com/v1}]
                paths:
                  /users/{id}:
                    get: {responses: {"200": {description: the user}, "404": {description: none}}}
                  /health:
                    get: {responses: {"200": {description: fine}}}
                """);
        Contracts.write(directory, "web.json", Contracts.of("web"));

        assertThat(run("compare", "--openapi", "base.yaml", "web.json")).isEqualTo(new Ended(1, """
                ERROR request.path-or-method.unknown  the paths of the document are below /v1
                  where  web.json, interaction "a request for user 1", given "user 1 exists", request.path
                  by     DIR/base.yaml:5:3 (#/paths)
                  found  GET /users/1
                  mend   send the base path as well; or, where a gateway adds it, name a server without one in the document, too (url: /)
                  also   in 1 other interaction of this contract

                Not compatible: the examples of 1 contract compared with base.yaml, errors 2, warnings 0
                """, ""));
    }

    @Test
    void a_contract_that_uses_more_is_a_no() {
        contract("web.json", "full=true", "{\"email\": \"ann@example.com\"}");

        assertThat(run("compare", "web.json", "--openapi", "openapi.yaml")).isEqualTo(new Ended(1, """
                WARNING request.query.unknown  the document knows of no such parameter
                  where  web.json, interaction "a user", request.query.full
                  by     DIR/openapi.yaml:6:7 (#/paths/~1users~1{id}/get)
                  mend   add the parameter to the document, or leave it out

                ERROR response.body.incompatible  is not described by the document
                  where  web.json, interaction "a user", response.body.email
                  by     DIR/openapi.yaml:13:23 (#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema)
                  mend   rely on what is described only, or describe it

                Not compatible: the examples of 1 contract compared with openapi.yaml, errors 1, warnings 1
                """, ""));
    }

    @Test
    void warnings_are_a_no_where_that_is_wanted() {
        contract("web.json", "full=true", "{}");

        assertThat(run("compare", "web.json", "--openapi", "openapi.yaml").exitCode())
                .isZero();
        assertThat(run("compare", "web.json", "--openapi", "openapi.yaml", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void programs_get_the_findings_of_each_file() {
        contract("web.json", "", "{\"name\": 7}");

        Ended ended = run("compare", "web.json", "--openapi", "openapi.yaml", "-o", "json");

        assertThat(JsonReader.read(ended.out())).isEqualTo(JsonReader.read("""
                {
                  "compatible": false, "errors": 1, "warnings": 0, "document": "openapi.yaml",
                  "files": [
                    {
                      "file": "web.json", "compatible": false,
                      "results": [
                        {
                          "code": "response.body.incompatible", "type": "error", "message": "is to be string",
                          "mend": "rely on what is described only, or describe it",
                          "mockDetails": {
                            "interactionDescription": "a user", "interactionState": null,
                            "location": "[root].interactions[0].response.body.name", "value": "7"
                          },
                          "specDetails": {
                            "location": "[root].paths./users/{id}.get.responses.200.content.application/json.schema.properties.name.type",
                            "pathMethod": "get", "pathName": "/users/{id}",
                            "pointer": "#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/properties/name/type",
                            "file": "DIR/openapi.yaml", "line": 13, "column": 107
                          }
                        }
                      ]
                    }
                  ]
                }
                """));
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void a_document_that_is_none_cannot_be_asked() {
        contract("web.json", "", "{}");
        Contracts.write(directory, "other.yaml", "title: no\n");

        assertThat(run("compare", "web.json", "--openapi", "other.yaml")).isEqualTo(new Ended(2, "", """
                OPENAPI-VERSION  not an OpenAPI document of version 2.0, 3.0 or 3.1
                  where  DIR/other.yaml:1:1
                  found  neither openapi nor swagger
                  mend   name a document that begins with openapi: 3.1.0, 3.0.x, or swagger: "2.0"
                """));
    }

    @Test
    void the_manual_has_every_code_with_its_severity() throws IOException {
        String manual = Files.readString(Readme.root().resolve("contract-cli/README.md"));

        assertThat(Stream.of(PromiseCode.values())
                        .map(code -> "| `" + code.text() + "` | "
                                + code.severity().name().toLowerCase(Locale.ROOT) + " | "))
                .allSatisfy(row -> assertThat(manual).contains(row));
    }
}
