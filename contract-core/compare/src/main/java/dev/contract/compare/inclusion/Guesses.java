package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.core.json.JsonNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts that might tell two sets of texts apart, the most readable first. */
final class Guesses {
    private static final List<String> TEXTS = List.of(
            "a",
            "text",
            "letters",
            "A",
            "a b",
            "7",
            "42",
            "-1",
            "0",
            "1.5",
            "true",
            "false",
            "2000-01-31",
            "12:00:00",
            "1.0.0",
            "",
            "é",
            "?");
    private static final List<String> NUMBERS = List.of(
            "1",
            "0",
            "-1",
            "2",
            "42",
            "100",
            "1000000",
            "0.5",
            "1.5",
            "1.0",
            "-1.5",
            "1e2",
            "1.5e2",
            "9223372036854775808",
            "18446744073709551616");

    /** How often a number is written down, and read, to find its neighbours. */
    private static final long LENGTHS = 5;

    private static final String NUMBER_STARTS = "-0123456789";
    private static final List<OffsetDateTime> MOMENTS = List.of(
            OffsetDateTime.of(2000, 1, 31, 13, 5, 9, 120_000_000, ZoneOffset.UTC),
            OffsetDateTime.of(1969, 12, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(5, 30)),
            OffsetDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_999, ZoneOffset.ofHours(-8)),
            OffsetDateTime.of(2199, 10, 31, 8, 0, 1, 0, ZoneOffset.UTC),
            OffsetDateTime.of(1066, 10, 14, 9, 0, 0, 0, ZoneOffset.UTC),
            OffsetDateTime.of(12024, 6, 15, 12, 30, 30, 0, ZoneOffset.UTC),
            OffsetDateTime.of(-1, 6, 15, 12, 30, 30, 0, ZoneOffset.UTC));

    private Guesses() {}

    static Stream<String> texts(Texts inner, Texts outer, Carrier carrier) {
        return Stream.of(examples(inner, outer, carrier), ofRules(inner, outer, carrier), longer(inner, outer))
                .flatMap(each -> each);
    }

    /** The examples themselves, and numbers near them. */
    static Stream<String> examples(Texts inner, Texts outer, Carrier carrier) {
        return texts(inner, outer).flatMap(example -> near(example, carrier));
    }

    /** What the rules have in them, and what is usual: the same whatever the examples are. */
    static Stream<String> ofRules(Texts inner, Texts outer, Carrier carrier) {
        Stream<String> usual = (carrier == Carrier.NUMBER ? NUMBERS : TEXTS).stream();
        return Stream.concat(rules(inner, outer).flatMap(Guesses::of), usual);
    }

    /** A little more than the examples. */
    static Stream<String> longer(Texts inner, Texts outer) {
        return texts(inner, outer).map(example -> example + "a");
    }

    private static Stream<String> texts(Texts inner, Texts outer) {
        return rules(inner, outer).map(rule -> rule.example().text()).distinct();
    }

    private static Stream<TextRule> rules(Texts inner, Texts outer) {
        return Stream.of(inner, outer).flatMap(texts -> texts.rows().stream()).flatMap(List::stream);
    }

    static boolean isNumber(String text) {
        if (text.isEmpty() || !NUMBER_STARTS.contains(text.substring(0, 1))) {
            return false; // an exception for each of very many texts would cost most of a comparison
        }
        try {
            JsonNumber.parse(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Stream<String> near(String example, Carrier carrier) {
        List<String> texts = new ArrayList<>(List.of(example));
        if (carrier == Carrier.NUMBER && isNumber(example) && example.length() < 100) {
            neighbours(JsonNumber.parse(example).decimal(), texts);
        }
        return texts.stream();
    }

    private static Stream<String> of(TextRule rule) {
        List<String> texts = new ArrayList<>();
        if (rule.rule().type().equals("include")) {
            rule.rule().attributes().get("value").ifPresent(value -> texts.add("x" + value.text() + "y"));
        }
        Stream.of(rule.atLeast(), rule.atMost()).flatMap(Optional::stream).forEach(bound -> around(bound, texts));
        if (rule.rule().type().startsWith("date") || rule.rule().type().equals("time")) {
            moments(rule.rule().attributes().string("format"), texts);
        }
        return texts.stream();
    }

    private static void around(BigDecimal bound, List<String> texts) {
        if (Math.abs((long) bound.scale()) < 1_000) {
            for (String step : List.of("0", "1", "-1", "0.5", "-0.5")) {
                texts.add(bound.add(new BigDecimal(step)).toPlainString());
            }
        }
    }

    /** Numbers near this one, and then, which nobody expects to be told apart from it, this one in other words. */
    private static void neighbours(BigDecimal number, List<String> texts) {
        if (Math.abs((long) number.scale()) < 1_000) {
            String plain = number.toPlainString();
            Budget.spend(LENGTHS * plain.length());
            texts.add(number.setScale(0, RoundingMode.CEILING).toPlainString());
            around(number, texts);
            texts.add(plain.contains(".") ? plain + "0" : plain + ".0");
            texts.add(number.unscaledValue() + "E" + -number.scale());
        }
    }

    private static void moments(Optional<String> format, List<String> texts) {
        for (String each : format.map(List::of)
                .orElse(List.of("yyyy-MM-dd", "HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd HH:mm:ssXXX"))) {
            for (OffsetDateTime moment : MOMENTS) {
                try {
                    texts.add(DateTimeFormatter.ofPattern(each.replace('y', 'u'), Locale.ENGLISH)
                            .format(moment));
                } catch (DateTimeException | IllegalArgumentException e) {
                    return; // no format, or of more than a moment
                }
            }
        }
    }
}
