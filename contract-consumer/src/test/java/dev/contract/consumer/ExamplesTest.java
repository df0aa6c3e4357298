package dev.contract.consumer;

import static dev.contract.consumer.Matchers.eachLike;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.ContractException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final UUID ID = UUID.fromString("e2490de5-5bd3-43d5-b7c4-526e33f71304");

    enum Size {
        SMALL,
        @JsonProperty("x-large")
        LARGE
    }

    record User(@JsonProperty("user_id") String id, boolean exists, Size size, Optional<String> name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sparse(String a, Integer b) {}

    record Moments(
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            Instant instant,
            Duration duration,
            YearMonth month,
            Date old) {}

    record Numbers(long l, double d, float f, BigDecimal decimal, BigInteger big) {}

    record Loose(Object any, List<Object> list, Map<String, Object> map) {}

    record Raw(@JsonRawValue String json) {}

    record Sets(Set<Size> sizes, Set<String> names) {}

    static final class Bean {
        private final String zulu = "z";
        private final String alpha = "a";

        public String getZulu() {
            return zulu;
        }

        public String getAlpha() {
            return alpha;
        }

        public int getComputed() {
            return 1;
        }
    }

    static final class Node {
        public Node getSelf() {
            return this;
        }
    }

    static final class Opaque {}

    static Stream<Arguments> examples() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("b", 1);
        ordered.put("a", null);
        return Stream.of(
                Arguments.of("null", null, "null"),
                Arguments.of("text", "a", "\"a\""),
                Arguments.of("character", 'a', "\"a\""),
                Arguments.of("long", Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of("double", 1.0, "1.0"),
                Arguments.of("float", 1.1f, "1.1"),
                Arguments.of("decimal", new BigDecimal("10.50"), "10.50"),
                Arguments.of("big", new BigInteger("12345678901234567890"), "12345678901234567890"),
                Arguments.of("json", JsonReader.read("{\"a\":1.50}"), "{\"a\":1.50}"),
                Arguments.of("ordered map", ordered, "{\"b\":1,\"a\":null}"),
                Arguments.of("unordered map", Map.of("b", 1, "a", 2, "c", 3), "{\"a\":2,\"b\":1,\"c\":3}"),
                Arguments.of("keys of other types", Map.of(Size.SMALL, 1, 7, 2), "{\"7\":2,\"SMALL\":1}"),
                Arguments.of("list", List.of(1, "a", true), "[1,\"a\",true]"),
                Arguments.of("array", new Object[] {1, null}, "[1,null]"),
                Arguments.of("array of ints", new int[] {1, 2}, "[1,2]"),
                Arguments.of("bytes", new byte[] {1}, "\"AQ==\""),
                Arguments.of("unordered set", Set.of("b", "a", "c"), "[\"a\",\"b\",\"c\"]"),
                Arguments.of("ordered set", new LinkedHashSet<>(List.of("b", "a")), "[\"b\",\"a\"]"),
                Arguments.of("optional", Optional.of(1), "1"),
                Arguments.of("empty optional", Optional.empty(), "null"),
                Arguments.of("enum", Size.SMALL, "\"SMALL\""),
                Arguments.of("annotated enum", Size.LARGE, "\"x-large\""),
                Arguments.of("uuid", ID, "\"" + ID + "\""),
                Arguments.of("uri", URI.create("http://x/"), "\"http://x/\""),
                Arguments.of("date", LocalDate.of(2024, 2, 29), "\"2024-02-29\""),
                Arguments.of(
                        "record",
                        new User("7", true, Size.LARGE, Optional.of("Alice")),
                        "{\"user_id\":\"7\",\"exists\":true,\"size\":\"x-large\",\"name\":\"Alice\"}"),
                Arguments.of(
                        "record with nothing",
                        new User("7", true, Size.SMALL, Optional.empty()),
                        "{\"user_id\":\"7\",\"exists\":true,\"size\":\"SMALL\",\"name\":null}"),
                Arguments.of("annotated record", new Sparse("a", null), "{\"a\":\"a\"}"),
                Arguments.of("bean", new Bean(), "{\"alpha\":\"a\",\"computed\":1,\"zulu\":\"z\"}"),
                Arguments.of("raw json", new Raw("{\"a\":1}"), "{\"json\":{\"a\":1}}"),
                Arguments.of(
                        "sets in a record",
                        new Sets(Set.of(Size.SMALL, Size.LARGE), Set.of("b", "a", "c")),
                        "{\"sizes\":[\"SMALL\",\"x-large\"],\"names\":[\"a\",\"b\",\"c\"]}"),
                Arguments.of(
                        "numbers in a record",
                        new Numbers(1, 2.0, 1.1f, new BigDecimal("1.50"), BigInteger.TEN),
                        "{\"l\":1,\"d\":2.0,\"f\":1.1,\"decimal\":1.50,\"big\":10}"),
                Arguments.of("records in a list", List.of(new Sparse("a", 1)), "[{\"a\":\"a\",\"b\":1}]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void become_json(String name, Object example, String json) {
        assertThat(like(example).toString()).isEqualTo(json);
    }

    @Test
    void dates_become_iso_texts_in_any_zone_of_the_machine() {
        TimeZone machine = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));

            Moments moments = new Moments(
                    LocalDate.of(2024, 2, 29),
                    LocalTime.of(12, 30),
                    LocalDateTime.of(2024, 2, 29, 12, 30),
                    OffsetDateTime.parse("2024-02-29T12:30:00+02:00"),
                    ZonedDateTime.of(2024, 2, 29, 12, 30, 0, 0, ZoneId.of("Europe/Berlin")),
                    Instant.EPOCH,
                    Duration.ofMinutes(90),
                    YearMonth.of(2024, 2),
                    Date.from(Instant.EPOCH));

            assertThat(like(moments).toString()).isEqualTo("""
                            {"date":"2024-02-29","time":"12:30:00","dateTime":"2024-02-29T12:30:00",\
                            "offset":"2024-02-29T12:30:00+02:00","zoned":"2024-02-29T12:30:00+01:00",\
                            "instant":"1970-01-01T00:00:00Z","duration":"PT1H30M","month":"2024-02",\
                            "old":"1970-01-01T00:00:00.000+00:00"}""");
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Test
    void matchers_survive_anywhere_inside_objects() {
        Loose loose = new Loose(regex("\\d+", "1"), List.of(2, like("x")), Map.of("key", eachLike(new Sparse("a", 1))));
        Draft draft = new Draft();

        String example = json(loose).shape().write(draft, RulePath.ROOT).toJson();

        assertThat(example).isEqualTo("{\"any\":\"1\",\"list\":[2,\"x\"],\"map\":{\"key\":[{\"a\":\"a\",\"b\":1}]}}");
        assertThat(draft.rules().keySet()).map(RulePath::toString).containsExactly("$.any", "$.list[1]", "$.map.key");
        assertThat(draft.rules().values()).allMatch(group -> group.combine() == RuleGroup.Combine.AND);
    }

    @Nested
    class Objects {
        @Test
        void that_cannot_be_written_are_told_with_their_type() {
            assertThatThrownBy(() -> json(new Opaque()))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-EXAMPLE  an object of type dev.contract.consumer.ExamplesTest\\$Opaque cannot be written as JSON
                              where  ExamplesTest.java:\\d+
                              found  No serializer found for class .*
                              mend   give it getters or Jackson annotations, or write the example as object\\(…\\) or json\\("\\{…}"\\)""");
        }

        @Test
        void that_contain_themselves_are_told() {
            assertThatThrownBy(() -> json(new Node())).hasMessageContaining("cannot be written as JSON");
        }

        @Test
        void with_numbers_that_json_does_not_have_are_told() {
            assertThatThrownBy(() -> json(new double[] {Double.NaN}))
                    .hasMessageContaining("JSON has no number for NaN");
        }
    }
}
