package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.model.Contract;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.schema.ContractSchema;
import dev.contract.core.schema.JsonSchema.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schemas, and everything that our writer writes. */
class ContractSchemaTest {
    private static final Path CASES = Path.of("src/test/resources/dev/contract/core/format/cases");

    private static List<Violation> violations(SpecVersion version, JsonValue file) {
        return ContractSchema.of(version).check(file);
    }

    @Nested
    class Everything {
        @ParameterizedTest
        @EnumSource
        void that_is_written_obeys_the_schema_of_its_version(SpecVersion version) {
            Law.holdsFor(random -> ContractKit.contract(random, version), contract -> assertThat(
                            violations(version, JsonReader.read(ContractWriter.write(contract))))
                    .isEmpty());
        }

        @TestFactory
        Stream<DynamicTest> that_is_recorded_as_written() throws IOException {
            try (Stream<Path> cases = Files.list(CASES)) {
                return cases.sorted().toList().stream()
                        .filter(folder -> Files.exists(folder.resolve("contract.json")))
                        .map(folder -> DynamicTest.dynamicTest(
                                folder.getFileName().toString(), folder.toUri(), () -> checkWritten(folder)));
            }
        }

        /** A file with errors is written back with what is wrong in it. */
        private void checkWritten(Path folder) throws IOException {
            ReadResult read = ContractReader.read("contract.json", Files.readAllBytes(folder.resolve("contract.json")));
            if (read.errors().isEmpty()) {
                Contract contract = read.contract().orElseThrow();
                assertThat(violations(contract.version(), JsonReader.read(ContractWriter.write(contract))))
                        .isEmpty();
            }
        }
    }

    @Nested
    class Schemas {
        @ParameterizedTest
        @EnumSource
        void have_names_that_do_not_change(SpecVersion version) {
            assertThat(ContractSchema.document(version).asObject().orElseThrow().string("$id"))
                    .hasValue("urn:dev.contract:contract-file:" + version.text().charAt(0));
        }

        @Test
        void do_not_know_the_attributes_of_other_tools_and_let_them_be() {
            Law.holdsFor(Values::object, extra -> {
                JsonObject file = (JsonObject) JsonReader.read(FILE);
                JsonArray interactions = file.array("interactions").orElseThrow();
                JsonObject interaction =
                        interactions.get(0).asObject().orElseThrow().with("x-own", extra);

                assertThat(violations(
                                SpecVersion.V4,
                                file.with("x-own", extra).with("interactions", JsonArray.of(interaction))))
                        .isEmpty();
            });
        }
    }

    private static final String FILE = """
            {
              "consumer": {"name": "web"},
              "provider": {"name": "users"},
              "interactions": [
                {
                  "type": "Synchronous/HTTP",
                  "description": "a request",
                  "pending": false,
                  "providerStates": [{"name": "a state", "params": {"id": 1}}],
                  "request": {"method": "GET", "path": "/", "query": {"a": ["1"]}, "headers": {"Accept": ["text/plain"]}},
                  "response": {
                    "status": 200,
                    "body": {"content": "aGk=", "contentType": "text/plain", "encoded": "base64"},
                    "matchingRules": {"body": {"$.a": {"combine": "AND", "matchers": [{"match": "regex", "regex": "x"}]}}},
                    "generators": {"body": {"$.a": {"type": "Uuid"}}}
                  }
                }
              ],
              "metadata": {"pactSpecification": {"version": "4.0"}}
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiterString = "~", textBlock = """
            "consumer": {"name": "web"}         ~ "consumer": "web"                  ~ $.consumer: string found, object expected
            "description": "a request"          ~ "description": 1                   ~ $.interactions[0].description: integer found, string expected
            "pending": false                    ~ "pending": "no"                    ~ $.interactions[0].pending: string found, boolean expected
            {"name": "a state",                 ~ {                                  ~ $.interactions[0].providerStates[0]: required property 'name' not found
            "params": {"id": 1}                 ~ "params": [1]                      ~ $.interactions[0].providerStates[0].params: array found, object expected
            "query": {"a": ["1"]}               ~ "query": {"a": [1]}                ~ $.interactions[0].request.query.a[0]: integer found, [string, null] expected
            "headers": {"Accept": ["text/plain"]} ~ "headers": {"Accept": [1]}       ~ $.interactions[0].request.headers.Accept[0]: integer found, string expected
            "status": 200                       ~ "status": "200"                    ~ $.interactions[0].response.status: string found, integer expected
            "content": "aGk="                   ~ "content": {}                      ~ $.interactions[0].response.body.content: object found, [string, null] expected
            "encoded": "base64"                 ~ "encoded": "rot13"                 ~ $.interactions[0].response.body.encoded: does not have a value in the enumeration [false, true, "base64", "JSON", "json"]
            "combine": "AND"                    ~ "combine": "XOR"                   ~ $.interactions[0].response.matchingRules.body['$.a'].combine: does not have a value in the enumeration ["AND", "OR"]
            , "regex": "x"                      ~ ''                                 ~ $.interactions[0].response.matchingRules.body['$.a'].matchers[0]: required property 'regex' not found
            {"type": "Uuid"}                    ~ {}                                 ~ $.interactions[0].response.generators.body['$.a']: required property 'type' not found
            "version": "4.0"                    ~ "version": "3.0.0"                 ~ $.metadata.pactSpecification.version: does not match the regex pattern ^[vV]?4(\\.|$)
            "metadata": {"pactSpecification": {"version": "4.0"}} ~ "more": 1        ~ $: required property 'metadata' not found
            """)
    void what_is_wrong_is_named_with_its_path(String right, String wrong, String violation) {
        assertThat(violations(SpecVersion.V4, JsonReader.read(FILE))).isEmpty();
        assertThat(FILE).contains(right);

        assertThat(violations(SpecVersion.V4, JsonReader.read(FILE.replace(right, wrong))))
                .extracting(Violation::toString)
                .containsExactly(violation);
    }
}
