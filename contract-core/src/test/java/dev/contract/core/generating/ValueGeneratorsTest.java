package dev.contract.core.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.generating.GenerationContext.Mode;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generator;
import dev.contract.core.model.ProviderState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueGeneratorsTest {
    private static final long SEED = 20_240_229;
    private static final int RUNS = 500;
    private static final Clock FIXED = Clock.fixed(Instant.parse("2024-02-29T10:15:30.123456789Z"), ZoneOffset.UTC);

    private static JsonValue generate(String type, String attributes, JsonValue example, GenerationContext context)
            throws CannotGenerate {
        JsonObject parsed = JsonReader.read(attributes).asObject().orElseThrow();
        return ValueGenerators.of(new Generator(type, parsed)).generate(example, context);
    }

    private static JsonValue generate(String type, String attributes, GenerationContext context) throws CannotGenerate {
        return generate(type, attributes, JsonString.of("example"), context);
    }

    private static GenerationContext seeded(long seed) {
        return GenerationContext.builder().random(new Random(seed)).clock(FIXED).build();
    }

    /** What every value of a kind must be. */
    record Law(String type, String attributes, Predicate<JsonValue> holds) {
        @Override
        public String toString() {
            return type + " " + attributes;
        }
    }

    static Stream<Law> laws() {
        return Stream.of(
                new Law("RandomInt", "{}", integer(0, Integer.MAX_VALUE)),
                new Law("RandomInt", "{\"min\":5,\"max\":7}", integer(5, 7)),
                new Law("RandomInt", "{\"min\":-3,\"max\":-3}", integer(-3, -3)),
                new Law("RandomInt", "{\"min\":\"1\",\"max\":\"2\"}", integer(1, 2)),
                new Law("RandomDecimal", "{}", decimal(10)),
                new Law("RandomDecimal", "{\"digits\":6}", decimal(6)),
                new Law("RandomDecimal", "{\"digits\":2}", decimal(2)),
                new Law("RandomHexadecimal", "{}", text("[0-9a-f]{10}")),
                new Law("RandomHexadecimal", "{\"digits\":6}", text("[0-9a-f]{6}")),
                new Law("RandomString", "{}", text("[A-Za-z0-9]{20}")),
                new Law("RandomString", "{\"size\":0}", text("")),
                new Law("RandomBoolean", "{}", value -> value.asBoolean().isPresent()),
                new Law("Regex", "{\"regex\":\"\\\\d{1,8}\"}", text("\\d{1,8}")),
                new Law("Regex", "{\"regex\":\"^[A-Z]{3}-(a|bc)+x*$\"}", text("[A-Z]{3}-(a|bc){1,21}x{0,20}")),
                new Law("Regex", "{\"regex\":\"\\\\w+@[a-z]+\\\\.(com|org)\"}", text("\\w+@[a-z]+\\.(com|org)")),
                new Law("Regex", "{\"regex\":\"(\\\\d)\\\\1\"}", text("(\\d)\\1")),
                new Law("Regex", "{\"regex\":\".*\"}", text(".{0,20}")),
                new Law("Regex", "{\"regex\":\"\"}", text("")),
                new Law("Regex", "{\"regex\":\"/{id}/(?P<n>\\\\d)\"}", text("/\\{id}/\\d")),
                new Law("Uuid", "{}", text("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")),
                new Law("Uuid", "{\"format\":\"simple\"}", text("[0-9a-f]{32}")),
                new Law(
                        "Uuid",
                        "{\"format\":\"upper-case-hyphenated\"}",
                        text("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")),
                new Law("Uuid", "{\"format\":\"URN\"}", text("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")),
                new Law("Date", "{}", text("2024-02-29")),
                new Law("Date", "{\"format\":\"EEEE, d. MMMM yy\"}", text("Thursday, 29\\. February 24")),
                new Law("Time", "{}", text("10:15:30")),
                new Law("Time", "{\"format\":\"HH:mm XXX\"}", text("10:15 Z")),
                new Law("DateTime", "{}", text("2024-02-29T10:15:30\\.123")),
                new Law("DateTime", "{\"format\":\"yyyy-MM-dd'T'HH:mm:ssXXX\"}", text("2024-02-29T10:15:30Z")));
    }

    private static Predicate<JsonValue> integer(long min, long max) {
        return value -> value instanceof JsonNumber number
                && number.isInteger()
                && Long.parseLong(number.text()) >= min
                && Long.parseLong(number.text()) <= max;
    }

    private static Predicate<JsonValue> decimal(int digits) {
        return value -> value instanceof JsonNumber number
                && number.text().matches("(0|[1-9]\\d*)\\.\\d+")
                && number.text().length() == digits + 1;
    }

    private static Predicate<JsonValue> text(String regex) {
        return value -> value.asString().orElse("no text").matches("(?s)" + regex);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_value_is_of_its_own_kind(Law law) throws CannotGenerate {
        GenerationContext context = seeded(SEED);

        for (int run = 0; run < RUNS; run++) {
            JsonValue value = generate(law.type(), law.attributes(), context);

            assertThat(law.holds().test(value))
                    .as("%s gave %s in run %d with seed %d", law, value, run, SEED)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void equal_seeds_give_equal_values(Law law) throws CannotGenerate {
        assertThat(generate(law.type(), law.attributes(), seeded(7)))
                .isEqualTo(generate(law.type(), law.attributes(), seeded(7)));
    }

    @Test
    void both_bounds_of_an_integer_are_reached() {
        GenerationContext context = seeded(SEED);

        assertThat(Stream.generate(() -> unchecked("RandomInt", "{\"min\":1,\"max\":3}", context))
                        .limit(RUNS)
                        .map(JsonValue::toJson)
                        .distinct())
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    private static JsonValue unchecked(String type, String attributes, GenerationContext context) {
        try {
            return generate(type, attributes, context);
        } catch (CannotGenerate e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RandomInt         | {"min":5,"max":4}         | "max" of the generator RandomInt cannot be used
                    RandomInt         | {"min":"x"}               | "min" of the generator RandomInt cannot be used
                    RandomString      | {"size":2000000000}       | "size" of the generator RandomString cannot be used
                    RandomDecimal     | {"digits":-1}             | "digits" of the generator RandomDecimal cannot be used
                    Regex             | {}                        | the generator Regex has no "regex"
                    Regex             | {"regex":"["}             | the regular expression cannot be read
                    Regex             | {"regex":"(a{9999}){999}"} | the regular expression stands for texts of more than 100000 characters
                    Regex             | {"regex":"a(?=b)c"}       | no text can be made for the regular expression
                    Uuid              | {"format":"braces"}       | the generator Uuid has an unknown format
                    Date              | {"format":"bbb"}          | the format of the generator Date cannot be read
                    Date              | {"expression":"soon"}     | the date expression cannot be read at "soon"
                    Nosuch            | {}                        | there is no generator "Nosuch"
                    MockServerURL     | {"regex":"x","example":"y"} | the regular expression does not find the path in the example URL
                    """)
    void parameters_that_make_no_sense_are_told(String type, String attributes, String told) {
        assertThatThrownBy(() -> generate(type, attributes, seeded(SEED)))
                .isInstanceOf(CannotGenerate.class)
                .hasMessage(told);
    }

    @Nested
    class Zones {
        @Test
        void are_those_of_the_clock() throws CannotGenerate {
            Clock tokyo = FIXED.withZone(ZoneId.of("Asia/Tokyo"));
            GenerationContext context = GenerationContext.builder().clock(tokyo).build();

            assertThat(generate("DateTime", "{\"format\":\"yyyy-MM-dd HH:mm XXX\"}", context))
                    .isEqualTo(JsonString.of("2024-02-29 19:15 +09:00"));
        }

        @Test
        void are_those_of_the_machine_where_nothing_is_said() throws CannotGenerate {
            GenerationContext context = GenerationContext.builder().build();

            assertThat(generate("DateTime", "{\"format\":\"VV\"}", context))
                    .isEqualTo(JsonString.of(ZoneId.systemDefault().getId()));
        }
    }

    @Nested
    class Expressions {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ''                         | 2024-02-29
                        now                        | 2024-02-29
                        today                      | 2024-02-29
                        yesterday                  | 2024-02-28
                        tomorrow                   | 2024-03-01
                        + 1 day                    | 2024-03-01
                        +1day                      | 2024-03-01
                        today - 2 weeks            | 2024-02-15
                        tomorrow + 1 month         | 2024-04-01
                        today + 1 year             | 2025-02-28
                        today + 1 year - 2 days    | 2025-02-26
                        next day                   | 2024-03-01
                        last day                   | 2024-02-28
                        next week                  | 2024-03-07
                        last week + 1 day          | 2024-02-23
                        next month                 | 2024-03-29
                        last month                 | 2024-01-29
                        next year                  | 2025-02-28
                        last year                  | 2023-02-28
                        next fortnight             | 2024-03-14
                        last fortnight             | 2024-02-15
                        next monday                | 2024-03-04
                        last mon                   | 2024-02-26
                        next tues                  | 2024-03-05
                        next wed                   | 2024-03-06
                        next thursday              | 2024-02-29
                        last thurs                 | 2024-02-29
                        next fri                   | 2024-03-01
                        last sat                   | 2024-02-24
                        next sun                   | 2024-03-03
                        next january               | 2025-01-01
                        last january               | 2024-01-01
                        next feb                   | 2025-02-01
                        last february              | 2023-02-01
                        next may + 2 days          | 2024-05-03
                        last dec                   | 2023-12-01
                        """)
        void of_dates(String expression, String date) throws CannotGenerate {
            assertThat(value("Date", "yyyy-MM-dd", expression)).isEqualTo(date);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ''                     | 10:15:30.123
                        now                    | 10:15:30.123
                        midnight               | 00:00:00.000
                        noon                   | 12:00:00.000
                        + 1 hour               | 11:15:30.123
                        now - 20 minutes       | 09:55:30.123
                        noon + 1 second        | 12:00:01.000
                        noon - 1 millisecond   | 11:59:59.999
                        + 2 hours + 3 minutes - 1 second | 12:18:29.123
                        1 o'clock              | 13:00:00.000
                        1 o'clock am           | 01:00:00.000
                        9 o'clock pm           | 21:00:00.000
                        12 o'clock pm          | 00:00:00.000
                        5 o'clock am + 1 minute | 05:01:00.000
                        next hour              | 11:15:30.123
                        last minute            | 10:14:30.123
                        next second            | 10:15:31.123
                        last millisecond + 1 hour | 11:15:30.122
                        """)
        void of_times(String expression, String time) throws CannotGenerate {
            assertThat(value("Time", "HH:mm:ss.SSS", expression)).isEqualTo(time);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ''                            | 2024-02-29 10:15
                        now                           | 2024-02-29 10:15
                        today + 1 day @ noon          | 2024-03-01 12:00
                        tomorrow @ 9 o'clock am + 5 minutes | 2024-03-01 09:05
                        next monday @ midnight        | 2024-03-04 00:00
                        @ + 1 hour                    | 2024-02-29 11:15
                        today @ 12 o'clock pm         | 2024-03-01 00:00
                        @ next hour                   | 2024-02-29 11:15
                        - 1 year @ now                | 2023-02-28 10:15
                        """)
        void of_moments(String expression, String moment) throws CannotGenerate {
            assertThat(value("DateTime", "yyyy-MM-dd HH:mm", expression)).isEqualTo(moment);
        }

        @Test
        void count_from_midnight_in_the_afternoon() throws CannotGenerate {
            Clock afternoon = Clock.fixed(Instant.parse("2024-02-29T13:00:00Z"), ZoneOffset.UTC);
            GenerationContext context =
                    GenerationContext.builder().clock(afternoon).build();

            assertThat(generate("Time", "{\"expression\":\"5 o'clock\"}", context))
                    .isEqualTo(JsonString.of("05:00:00"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        Date     | Today              | the date expression cannot be read at "Today"
                        Date     | today +            | the date expression cannot be read at its end
                        Date     | today + 1          | the date expression cannot be read at its end
                        Date     | today + x days     | the date expression cannot be read at "x"
                        Date     | today + 1 dya      | the date expression cannot be read at "dya"
                        Date     | today 1 day        | the date expression cannot be read at "1"
                        Date     | next               | the date expression cannot be read at its end
                        Date     | next weeks         | the date expression cannot be read at "weeks"
                        Date     | next tomorrow      | the date expression cannot be read at "tomorrow"
                        Date     | today @ noon       | the date expression cannot be read at "@"
                        Date     | + 1 hour           | the date expression cannot be read at "hour"
                        Date     | + 1234567890 days  | the date expression cannot be read at "1234567890"
                        Date     | + 999999999 years  | the date expression leads out of the calendar
                        Time     | + 1 day            | the date expression cannot be read at "day"
                        Time     | 5                  | the date expression cannot be read at its end
                        DateTime | today @ tomorrow   | the date expression cannot be read at "tomorrow"
                        """)
        void that_cannot_be_read_are_told(String type, String expression, String told) {
            assertThatThrownBy(() -> value(type, "HH:mm", expression)).hasMessage(told);
        }

        private String value(String type, String format, String expression) throws CannotGenerate {
            JsonObject attributes = JsonObject.builder()
                    .put("format", format)
                    .put("expression", expression)
                    .build();
            return ValueGenerators.of(new Generator(type, attributes))
                    .generate(JsonString.of(""), seeded(SEED))
                    .asString()
                    .orElseThrow();
        }
    }

    @Nested
    class ProviderStates {
        private final GenerationContext context = GenerationContext.builder()
                .mode(Mode.PROVIDER)
                .states(List.of(new ProviderState(
                        "user exists",
                        JsonReader.read("{\"id\":1,\"name\":\"Alice\"}")
                                .asObject()
                                .orElseThrow())))
                .stateValues(JsonReader.read("{\"id\":1000,\"vip\":true,\"tags\":[\"a\"],\"size\":\"7.5\"}")
                        .asObject()
                        .orElseThrow())
                .build();

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        {"expression":"${id}"}                          | "x"  | "1000"
                        {"expression":"${id}"}                          | 1    | 1000
                        {"expression":"id"}                             | "x"  | 1000
                        {"expression":"tags"}                           | []   | ["a"]
                        {"expression":"/users/${id}/${name}"}           | "x"  | "/users/1000/Alice"
                        {"expression":"${id}","dataType":"STRING"}      | 1    | "1000"
                        {"expression":"${id}","dataType":"INTEGER"}     | "x"  | 1000
                        {"expression":"${size}","dataType":"DECIMAL"}   | 1.5  | 7.5
                        {"expression":"${size}","dataType":"FLOAT"}     | 1.5  | 7.5
                        {"expression":"${vip}","dataType":"BOOLEAN"}    | "x"  | true
                        {"expression":"id","dataType":"STRING"}         | "x"  | "1000"
                        """)
        void give_their_values(String attributes, String example, String value) throws CannotGenerate {
            assertThat(generate("ProviderState", attributes, JsonReader.read(example), context))
                    .isEqualTo(JsonReader.read(value));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        {"expression":"${age}"}                      | no value "age" from provider state "user exists"
                        {"expression":"age"}                         | no value "age" from provider state "user exists"
                        {"expression":"${name}","dataType":"INTEGER"} | the value of "${name}" from provider state "user exists" is no INTEGER
                        {"expression":"${size}","dataType":"INTEGER"} | the value of "${size}" from provider state "user exists" is no INTEGER
                        {"expression":"${id}","dataType":"BOOLEAN"}  | the value of "${id}" from provider state "user exists" is no BOOLEAN
                        """)
        void that_lack_a_value_are_named(String attributes, String told) {
            assertThatThrownBy(() -> generate("ProviderState", attributes, context))
                    .hasMessage(told);
        }
    }

    @Nested
    class StubUrls {
        @ParameterizedTest
        @CsvSource({
            "http://127.0.0.1:9000, .*(/orders/\\d+)$",
            "http://127.0.0.1:9000/, .*(/orders/\\d+)$",
            "http://127.0.0.1:9000, .*/(orders/\\d+)$"
        })
        void are_joined_with_one_slash(String base, String regex) throws CannotGenerate {
            GenerationContext context =
                    GenerationContext.builder().mockServer(base).build();
            JsonObject attributes = JsonObject.builder()
                    .put("regex", regex)
                    .put("example", "http://localhost:8080/orders/7")
                    .build();

            assertThat(generate("MockServerURL", attributes.toJson(), context))
                    .isEqualTo(JsonString.of("http://127.0.0.1:9000/orders/7"));
        }
    }
}
