package dev.contract.consumer.variation;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Dates and times that are not like most, in the format that a rule asks for. */
final class Moments {
    private static final Map<String, List<String>> FORMATS = Map.of(
            "date", List.of("yyyy-MM-dd"),
            "time", List.of("HH:mm:ss"),
            "datetime", List.of("yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd HH:mm:ssZZZZZ"));

    private record Moment(ZonedDateTime time, String what) {}

    private static final List<Moment> MOMENTS = Stream.of(
                    "2024-02-29T00:00:00Z|a leap day, at midnight",
                    "2021-06-30T12:34:56.789+05:45|a quarter of an hour in the zone",
                    "1999-12-31T23:59:59.999999999-11:00|the last of a year, far west",
                    "2024-03-31T02:30:00+01:00|a time that summer time leaves out in Europe",
                    "2038-01-19T03:14:08Z|seconds beyond 32 bits",
                    "1970-01-01T00:00:00Z|the epoch",
                    "1969-12-31T23:59:59Z|before the epoch",
                    "2024-10-27T02:30:00+02:00|a time that comes twice in Europe",
                    "2011-12-30T12:00:00+14:00|a day that Samoa never had",
                    "9999-12-31T23:59:59Z|the last day of four digits",
                    "0001-01-01T00:00:00Z|the first year",
                    "1900-02-28T12:00:00.001Z|no leap year",
                    "2016-12-31T23:59:59Z|before a leap second")
            .map(each -> each.split("\\|"))
            .map(each -> new Moment(ZonedDateTime.parse(each[0]), each[1]))
            .toList();

    private Moments() {}

    static List<Alternative> of(MatchingRule rule) {
        List<String> usual = FORMATS.getOrDefault(rule.type(), List.of());
        JsonValue own = rule.attributes().find("format");
        List<String> formats = usual.isEmpty() || own == null ? usual : List.of(own.text());
        return formats.stream().flatMap(format -> in(format).stream()).toList();
    }

    private static List<Alternative> in(String format) {
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
            return MOMENTS.stream()
                    .map(moment -> Alternative.text(formatter.format(moment.time()), moment.what()))
                    .toList();
        } catch (IllegalArgumentException | DateTimeException e) {
            return List.of(); // the plan says what is wrong with the format
        }
    }
}
