package dev.contract.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
    private static final JsonValue USER = JsonReader.read("""
            {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
            """);

    @Test
    void a_keyword_of_the_wrong_kind_is_told() {
        assertThatThrownBy(() -> JsonSchema.parse(JsonReader.read("{\"required\": \"yes\"}")))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                CONTRACT-SCHEMA  not usable as a JSON Schema
                  found  $.required: string found, array expected
                  mend   correct the schema; references to other documents are not followed""");
        assertThatThrownBy(() -> JsonSchema.parse(JsonReader.read("{\"properties\": {\"id\": {\"type\": \"text\"}}}")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("$.properties.id.type");
        assertThatThrownBy(() -> JsonSchema.parse(JsonReader.read(
                        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"minLength\": \"3\"}")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("$.minLength: string found, integer expected");
    }

    @Test
    void a_value_that_fits_has_no_violation() {
        assertThat(JsonSchema.parse(USER).check(JsonReader.read("{\"id\": 1}"))).isEmpty();
    }

    @Test
    void violations_name_path_and_rule() {
        assertThat(JsonSchema.parse(USER).check(JsonReader.read("{\"id\": \"1\"}")))
                .extracting(JsonSchema.Violation::toString)
                .containsExactly("$.id: string found, integer expected");
    }

    @Test
    void violations_of_one_value_show_it_once() {
        List<JsonSchema.Violation> violations = JsonSchema.parse(JsonReader.read("{\"additionalProperties\": false}"))
                .check(JsonReader.read("{\"a\": 1, \"b\": 2}"));

        assertThat(violations).hasSize(2);
        assertThat(violations.get(0).found())
                .isEqualTo("{\"a\":1,\"b\":2}")
                .isSameAs(violations.get(1).found());
    }

    @Test
    void a_long_list_of_values_that_thousands_lack_is_given_up() {
        String values =
                IntStream.range(0, 2_000).mapToObj(i -> "\"value " + i + "\"").collect(Collectors.joining(","));
        JsonSchema schema = JsonSchema.parse(JsonReader.read("{\"items\": {\"enum\": [" + values + "]}}"));

        assertThat(schema.check(JsonReader.read("[" + "0,".repeat(4_000) + "0]")))
                .extracting(JsonSchema.Violation::text)
                .containsExactly("cannot be checked: there is more wrong than can be told");
    }

    @Test
    void a_document_that_is_no_schema_is_refused() {
        JsonValue broken = JsonReader.read("{\"$ref\": \"https://schemas.example/elsewhere.json\"}");

        assertThatThrownBy(() -> JsonSchema.parse(broken))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("CONTRACT-SCHEMA  not usable as a JSON Schema");
    }

    /** The class path of a user who did not add the library. */
    @Nested
    class WithoutTheLibrary {
        @Test
        void a_schema_is_refused_with_what_to_add() throws Exception {
            try (URLClassLoader users =
                    new URLClassLoader(classPathWithoutTheLibrary(), ClassLoader.getPlatformClassLoader())) {
                Object value = users.loadClass(JsonReader.class.getName())
                        .getMethod("read", String.class)
                        .invoke(null, "{}");
                Class<?> schema = users.loadClass(JsonSchema.class.getName());
                Class<?> json = users.loadClass(JsonValue.class.getName());

                assertThatThrownBy(() -> schema.getMethod("parse", json).invoke(null, value))
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .hasMessage("""
                                CONTRACT-SCHEMA  checking a JSON Schema needs a library that is not on the class path
                                  found  no class com.networknt.schema.SchemaException
                                  mend   add the dependency com.networknt:json-schema-validator, version 2.0.x""");
            }
        }

        private static URL[] classPathWithoutTheLibrary() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.contains("json-schema-validator"))
                    .map(entry -> url(Path.of(entry)))
                    .toArray(URL[]::new);
        }

        private static URL url(Path entry) {
            try {
                return entry.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_number_that_is_too_large_is_told_and_not_thrown() {
        JsonSchema schema = JsonSchema.parse(JsonReader.read("{\"enum\": [1, 2]}"));

        assertThat(schema.check(JsonReader.read("1e999")))
                .extracting(JsonSchema.Violation::toString)
                .containsExactly("$: a number in it is too large to be checked, such as 1e999");
    }

    @Test
    void a_dynamic_reference_to_nowhere_is_told_and_not_thrown() {
        JsonSchema schema = JsonSchema.parse(JsonReader.read("{\"$dynamicRef\": \"#nowhere\"}"));

        assertThat(schema.check(JsonReader.read("1")))
                .extracting(JsonSchema.Violation::toString)
                .containsExactly("$: cannot be checked: Reference nowhere cannot be resolved");
    }
}
