package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonValue;
import java.util.Map;
import java.util.Set;

/** What the suite calls the values that generators make. */
final class GeneratedKind {
    private static final String HEX = "[0-9a-f]";
    private static final String HYPHENATED = "H{8}-H{4}-H{4}-H{4}-H{12}";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}:\\d{2}";

    private static final Map<String, String> REGEXES = Map.ofEntries(
            Map.entry("integer", "-?\\d+"),
            Map.entry("decimal number", "-?\\d+\\.\\d+"),
            Map.entry("hexadecimal number", "[0-9A-Fa-f]+"),
            Map.entry("random string", "(?s).+"),
            Map.entry("string from the regex", "\\d{1,8}"),
            Map.entry("date", DATE),
            Map.entry("time", TIME),
            Map.entry("date-time", DATE + "T" + TIME + "(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})?"),
            Map.entry("boolean", "true|false"),
            Map.entry("UUID", HYPHENATED.replace("H", HEX)),
            Map.entry("simple UUID", HEX + "{32}"),
            Map.entry("lower-case-hyphenated UUID", HYPHENATED.replace("H", HEX)),
            Map.entry("upper-case-hyphenated UUID", HYPHENATED.replace("H", "[0-9A-F]")),
            Map.entry("URN UUID", "urn:uuid:" + HYPHENATED.replace("H", HEX)));

    private static final Set<String> NUMBERS = Set.of("integer", "decimal number");

    private GeneratedKind() {}

    /** A value of this kind that is not the example; of two booleans one may come again. */
    static void check(String kind, JsonValue value, JsonValue example) {
        String regex = REGEXES.get(kind);
        if (regex == null) {
            throw new IllegalArgumentException("a kind of value that is not known here: " + kind);
        }
        JsonValue.Kind wanted = kind.equals("boolean")
                ? JsonValue.Kind.BOOLEAN
                : NUMBERS.contains(kind) ? JsonValue.Kind.NUMBER : JsonValue.Kind.STRING;
        assertThat(value.kind()).as(value.toJson()).isEqualTo(wanted);
        assertThat(value.text()).matches(regex);
        if (wanted != JsonValue.Kind.BOOLEAN) {
            assertThat(value).isNotEqualTo(example);
        }
    }
}
