package dev.contract.compare.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.compare.usage.SchemaFields.Described;
import dev.contract.core.model.RulePath;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFieldsTest {
    @TempDir
    private Path directory;

    /** The fields of a body, by schemas of which the first is that of the body. */
    private Map<RulePath, Described> fields(String... schemas) throws IOException {
        String named = IntStream.range(0, schemas.length)
                .mapToObj(i -> "    S" + i + ": " + schemas[i])
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(directory.resolve("users.yaml"), """
                openapi: 3.1.0
                info: {title: users, version: "1"}
                paths:
                  /a: {get: {responses: {"200": {description: ok, content: {application/json: {schema: %s}}}}}}
                components:
                  schemas:
                """.formatted(ref(0)) + named);
        return SchemaFields.of(
                OpenApiDocument.read(file)
                        .operations()
                        .get(0)
                        .response(200)
                        .orElseThrow()
                        .content()
                        .types()
                        .get(0)
                        .schema()
                        .orElseThrow(),
                Direction.RESPONSE);
    }

    private static String ref(int schema) {
        return "{$ref: '#/components/schemas/S" + schema + "'}";
    }

    private static Described at(String path, Map<RulePath, Described> fields) {
        return fields.get(RulePath.parse(path).orElseThrow());
    }

    @Test
    void of_schemas_that_are_part_of_each_other_are_required_by_all_that_is_said() throws IOException {
        String pet = "{required: [kind], properties: {kind: {type: string}}, oneOf: [" + ref(2) + ", " + ref(3) + "]}";
        String cat = "{allOf: [" + ref(1) + ", {type: object, required: [age], properties: {age: {type: integer}}}]}";
        String dog = "{allOf: [" + ref(1) + ", {type: object, required: [age, name]}]}";

        Map<RulePath, Described> fields =
                fields("{properties: {pet: " + ref(1) + ", cat: " + ref(2) + "}}", pet, cat, dog);

        assertThat(at("$.pet", fields).types()).containsExactly("object");
        assertThat(at("$.pet.age", fields)).isEqualTo(new Described(Set.of("integer"), true, false));
        assertThat(at("$.cat.kind", fields)).isEqualTo(new Described(Set.of("string"), true, false));
        assertThat(at("$.cat.age", fields)).isEqualTo(new Described(Set.of("integer"), true, false));
    }

    @Test
    void of_parts_within_parts_are_read_once_each() throws IOException {
        int levels = 60;
        String[] schemas = IntStream.rangeClosed(0, levels)
                .mapToObj(i -> i == levels
                        ? "{type: object, required: [id]}"
                        : i == 0
                                ? "{properties: {id: {type: integer}}, allOf: [" + ref(1) + "]}"
                                : "{allOf: [" + ref(i + 1) + ", " + ref(i + 1) + "]}")
                .toArray(String[]::new);

        assertThat(at("$.id", fields(schemas))).isEqualTo(new Described(Set.of("integer"), true, false));
    }

    @Test
    void are_read_whole_also_after_they_were_cut_off_far_within_others() throws IOException {
        int levels = 101;
        String[] schemas = IntStream.rangeClosed(0, levels)
                .mapToObj(i -> i == levels
                        ? "{type: object, required: [id], properties: {id: {type: integer}}}"
                        : i == 0
                                ? "{properties: {far: " + ref(1) + ", near: " + ref(levels - 1) + "}}"
                                : "{allOf: [" + ref(i + 1) + "]}")
                .toArray(String[]::new);

        Map<RulePath, Described> fields = fields(schemas);

        assertThat(at("$.near", fields).types()).containsExactly("object");
        assertThat(at("$.near.id", fields)).isEqualTo(new Described(Set.of("integer"), true, false));
    }

    @Test
    void of_parts_that_contradict_each_other_are_of_no_more_types_than_one_of_them() throws IOException {
        Map<RulePath, Described> fields = fields("{properties: {a: {allOf: [{type: string}, {type: object}]}}, "
                + "allOf: [{properties: {b: {type: integer}}}, {properties: {b: {type: string}}}]}");

        assertThat(at("$.a", fields).types()).containsExactly("string");
        assertThat(at("$.b", fields).types()).containsExactly("integer");
    }

    @Test
    void are_found_as_far_as_parts_lie_in_each_other() throws IOException {
        int levels = 5_000;
        String[] schemas = IntStream.rangeClosed(0, levels)
                .mapToObj(i -> "{properties: {f" + i + ": {type: integer}}"
                        + (i == levels ? "}" : ", allOf: [" + ref(i + 1) + "]}"))
                .toArray(String[]::new);

        assertThat(fields(schemas))
                .containsKeys(
                        RulePath.parse("$.f0").orElseThrow(),
                        RulePath.parse("$.f50").orElseThrow());
    }

    @Test
    void end_where_a_schema_lies_in_itself() throws IOException {
        String pet = "{properties: {name: {type: string}, mother: " + ref(1) + "}, oneOf: [" + ref(2) + "]}";
        String cat = "{allOf: [" + ref(1) + ", {properties: {age: {type: integer}}}]}";

        Map<RulePath, Described> fields = fields(ref(1), pet, cat);

        assertThat(fields.keySet().stream().map(RulePath::toString))
                .containsExactly("$", "$.name", "$.mother", "$.age");
        assertThat(at("$", fields).cut()).isFalse();
        assertThat(at("$.mother", fields).cut()).isTrue();
    }
}
