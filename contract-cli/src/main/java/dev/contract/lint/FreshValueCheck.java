package dev.contract.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Examples that look as if each run made new ones, and that nothing allows to differ: UUIDs from dice, times to the millisecond. The
 * contract then changes with every run, and no provider can answer with just these values. One that the consumer has sent, or that a
 * provider state names, is agreed.
 */
final class FreshValueCheck implements Check {
    private static final String CODE = "LINT-FRESH";

    /** Version 4, the random one, as a whole text. */
    private static final Pattern UUID = Pattern.compile(
            "(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,](\\d{3,9})\\S{0,6}");
    private static final Pattern MADE_UP_FRACTION = Pattern.compile("0+|123\\d*|(\\d)\\1+|[1-9]00+");

    /** Milliseconds since 1970, of the years 2014 to 2039. */
    private static final Pattern MILLISECONDS = Pattern.compile("(?:1[4-9]|2[01])\\d{11}");

    private static final int FEWEST_DIGITS = 9;

    @Override
    public void check(ContractFile file, Report report) {
        for (Exchange exchange : file.exchanges()) {
            List<Value> values = Value.of(exchange);
            Set<String> agreed = new HashSet<>();
            values.stream().filter(value -> value.part() == null).forEach(value -> agreed.addAll(words(value.text())));
            tell(values, true, agreed, report);
            values.stream()
                    .filter(value -> value.part() != null && value.part().kind().isAsked())
                    .forEach(value -> agreed.addAll(words(value.text())));
            tell(values, false, agreed, report);
        }
    }

    /** States have their values in the midst of a sentence. */
    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[\\s\"'(),;]+"));
    }

    private static void tell(List<Value> values, boolean asked, Set<String> agreed, Report report) {
        for (Value value : values) {
            if (!value.free()
                    && value.part() != null
                    && value.part().kind().isAsked() == asked
                    && !agreed.contains(value.text().toLowerCase(Locale.ROOT))) {
                kind(value.text()).ifPresent(kind -> tell(kind, value, asked, report));
            }
        }
    }

    private static void tell(String kind, Value value, boolean asked, Report report) {
        String mend = "let a rule say what may differ, or name the value in a provider state";
        String found = "\"" + value.text() + "\"";
        if (asked) {
            report.advice(CODE, "a request holds " + kind + " that may not differ", value.place(), found, mend);
        } else {
            report.warning(CODE, "an answer holds " + kind + " that may not differ", value.place(), found, mend);
        }
    }

    private static Optional<String> kind(String text) {
        Matcher uuid = UUID.matcher(text);
        if (uuid.matches()) {
            boolean random = uuid.group(1)
                            .replace("-", "")
                            .toLowerCase(Locale.ROOT)
                            .chars()
                            .distinct()
                            .count()
                    >= FEWEST_DIGITS;
            return random ? Optional.of("a random UUID") : Optional.empty();
        }
        Matcher moment = MOMENT.matcher(text);
        if (moment.matches()) {
            return MADE_UP_FRACTION.matcher(moment.group(1)).matches()
                    ? Optional.empty()
                    : Optional.of("a time to the millisecond");
        }
        boolean milliseconds = MILLISECONDS.matcher(text).matches() && !text.endsWith("000");
        return milliseconds ? Optional.of("a time to the millisecond") : Optional.empty();
    }
}
