package dev.contract.consumer;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Bounds of ISO dates as regular expressions: such dates stand in the order of their texts. One rule a bound, which names it. */
final class DateBounds {
    private DateBounds() {}

    static MatchingRule atLeast(String bound) {
        return rule("atLeast", bound, '9');
    }

    static MatchingRule atMost(String bound) {
        return rule("atMost", bound, '0');
    }

    /** @param end the digit that lies furthest on the accepted side */
    private static MatchingRule rule(String name, String bound, char end) {
        String date = checked(bound);
        List<String> ways = new ArrayList<>();
        for (int i = 0; i < date.length(); i++) {
            char digit = date.charAt(i);
            if (Character.isDigit(digit) && digit != end) {
                String beyond = end == '9' ? NumberBounds.digits(digit + 1, end) : NumberBounds.digits(end, digit - 1);
                ways.add(date.substring(0, i) + beyond + rest(date.substring(i + 1)));
            }
        }
        ways.add(date);
        return new MatchingRule(
                "regex",
                JsonObject.builder()
                        .put("regex", NumberBounds.any(ways))
                        .put(name, date)
                        .build());
    }

    private static String rest(String digits) {
        return digits.replaceAll("\\d", "\\\\d");
    }

    private static String checked(String bound) {
        try {
            LocalDate date = LocalDate.parse(bound);
            if (date.getYear() >= 0 && date.getYear() <= 9999) {
                return bound;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw Mistake.of(Problem.error("CONTRACT-MATCHER", "the bound of a date is no ISO date of the years 0 to 9999")
                .found(Quoted.text(bound))
                .mend("write it as 2024-02-29"));
    }
}
