package dev.contract.openapi.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private static JsonDocument document(String yaml) {
        return YamlReader.readLocated("a.yaml", yaml.getBytes(StandardCharsets.UTF_8), JsonLimits.FILE);
    }

    private static JsonValue read(String yaml) {
        return document(yaml).root();
    }

    @Test
    void mappings_sequences_and_texts_become_json() {
        JsonValue value = read("""
                paths:
                  /users:
                    get: {tags: [a, "b"], deprecated: true}
                200: ok
                text: |
                  two
                  lines
                """);

        assertThat(value.toJson()).isEqualTo("""
                {"paths":{"/users":{"get":{"tags":["a","b"],"deprecated":true}}},"200":"ok","text":"two\\nlines\\n"}""");
    }

    @Test
    void every_value_knows_its_line_and_column() {
        JsonValue value = read("a:\n  - b: one\n");

        JsonValue one = value.asObject()
                .orElseThrow()
                .array("a")
                .orElseThrow()
                .get(0)
                .asObject()
                .orElseThrow()
                .get("b")
                .orElseThrow();
        assertThat(one.location()).hasToString("a.yaml:2:8");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "no,\"no\"",
                "on,\"on\"",
                "2020-01-01,\"2020-01-01\"",
                "~,null",
                "Null,null",
                "TRUE,true",
                "012,12",
                "+7,7",
                "0x1F,31",
                "0o17,15",
                "1.50,1.50",
                ".5,0.5",
                "-1.,-1",
                "00.5,0.5",
                "1e3,1e3",
                "1.e3,1e3",
                "1_000,\"1_000\"",
                ".inf,\".inf\"",
                "'1',\"1\"",
                "!!str 1,\"1\"",
                "!java.lang.Runtime x,\"x\"",
            })
    void plain_words_mean_what_the_core_schema_of_yaml_1_2_says(String yaml, String json) {
        assertThat(read("- " + yaml).toJson()).isEqualTo("[" + json + "]");
    }

    @Test
    void aliases_and_merge_keys_are_followed_and_a_mappings_own_entries_win() {
        JsonValue value = read("""
                base: &base {a: 1, b: 2}
                more: {<<: *base, b: 3}
                same: *base
                """);

        assertThat(value.toJson()).isEqualTo("""
                {"base":{"a":1,"b":2},"more":{"a":1,"b":3},"same":{"a":1,"b":2}}""");
    }

    @Test
    void a_name_that_stands_twice_is_told_with_its_place() {
        JsonDocument document = document("a: 1\nb: 2\na: 3\n");

        assertThat(document.root().toJson()).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(document.problems()).extracting(Object::toString).containsExactly("""
                CONTRACT-YAML  the name "a" stands twice in one mapping
                  where  a.yaml:3:1
                  found  the second of them
                  mend   remove one of the two""");
    }

    @Nested
    class Refuses {
        private void refused(String yaml, String message) {
            assertThatThrownBy(() -> read(yaml))
                    .isInstanceOf(YamlSyntaxException.class)
                    .hasMessage(message);
        }

        @Test
        void what_is_no_yaml() {
            refused("a: [1, 2\nb: 3\n", """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml:2:2
                      found  expected ',' or ']', but got :""");
        }

        @Test
        void an_empty_text() {
            refused("# nothing\n", """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml
                      found  the text is empty""");
        }

        @Test
        void a_second_document() {
            refused("a: 1\n---\nb: 2\n", """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml:2:1
                      found  a second document
                      mend   keep one document in a file""");
        }

        @Test
        void names_that_are_no_texts() {
            refused("? [a]\n: 1\n", """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml:1:3
                      found  a name that is no plain text
                      mend   write names as texts, without anchors and aliases""");
        }

        @Test
        void a_value_that_contains_itself() {
            refused("a: &a [*a]\n", """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml:1:8
                      found  the alias *a for something that is not complete at this place
                      mend   put the anchor &a before the alias, and not around it""");
        }

        @Test
        void aliases_that_amount_to_billions() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 12; i++) {
                bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
            }

            refused(bomb.toString(), """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml:6:45
                      found  more than 1000000 values, those counted that aliases stand for
                      mend   make the document smaller: such limits protect everyone who reads it""");
        }

        @Test
        void what_is_too_deep() {
            refused("[".repeat(100_000), """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml:1:129
                      found  mappings and sequences inside each other, more than 128 levels deep
                      mend   make the document flatter""");
        }

        @Test
        void what_is_too_deep_by_aliases() {
            StringBuilder tower = new StringBuilder("a0: &a0 [x]\n");
            for (int i = 1; i < 200; i++) {
                tower.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
            }

            refused(tower.toString(), """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml:128:14
                      found  mappings and sequences inside each other, more than 128 levels deep
                      mend   make the document flatter""");
        }

        @Test
        void bytes_that_are_no_text() {
            assertThatThrownBy(
                            () -> YamlReader.readLocated("a.yaml", new byte[] {'a', ':', (byte) 0xFF}, JsonLimits.FILE))
                    .hasMessage("""
                            CONTRACT-YAML  not readable as YAML
                              where  a.yaml
                              found  its bytes are not UTF-8 from byte 2 on
                              mend   save the file as UTF-8""");
        }

        @Test
        void control_characters() {
            refused("a: \u0001\n", """
                    CONTRACT-YAML  not readable as YAML
                      where  a.yaml
                      found  special characters are not allowed""");
        }
    }
}
