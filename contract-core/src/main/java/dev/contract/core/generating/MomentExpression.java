package dev.contract.core.generating;

import dev.contract.core.problem.Quoted;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates the expressions of date and time generators against the present.
 *
 * <pre>
 * date     = [ now | today | yesterday | tomorrow ] *( (+|-) int unit )  |  (next|last) offset *( (+|-) int unit )
 * time     = [ now | midnight | noon | int o'clock [ am | pm ] ] *( (+|-) int unit )  |  (next|last) unit *( (+|-) int unit )
 * datetime = date [ @ time ]
 * </pre>
 *
 * <p>{@code next monday} may be today; {@code next may} is the first day of the next May that is not the current one; {@code 12
 * o'clock pm} is midnight of the next day. All three are inherited. One pass over one expression.
 */
final class MomentExpression {
    private static final Pattern WORD = Pattern.compile("\\s*(\\d+|[a-zA-Z']+|\\S)");
    private static final int MOST_DIGITS = 9;
    private static final int NOON = 12;

    private static final Map<String, ChronoUnit> DATE_UNITS = units("day", "week", "month", "year");
    private static final Map<String, ChronoUnit> TIME_UNITS = units("hour", "minute", "second", "millisecond");
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Map<String, Month> MONTHS = months();

    private final String expression;
    private final List<String> words = new ArrayList<>();
    private int at;
    private ZonedDateTime moment;

    private MomentExpression(String expression, ZonedDateTime base) {
        this.expression = expression;
        this.moment = base;
        Matcher matcher = WORD.matcher(expression.stripTrailing());
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
    }

    /** The day of an expression; the time of day stays that of the base. */
    static ZonedDateTime date(String expression, ZonedDateTime base) throws CannotGenerate {
        return new MomentExpression(expression, base).whole(MomentExpression::date);
    }

    /** The time of an expression; it may lie on another day than the base. */
    static ZonedDateTime time(String expression, ZonedDateTime base) throws CannotGenerate {
        return new MomentExpression(expression, base).whole(MomentExpression::time);
    }

    static ZonedDateTime dateTime(String expression, ZonedDateTime base) throws CannotGenerate {
        return new MomentExpression(expression, base).whole(MomentExpression::dateTime);
    }

    private interface Grammar {
        void read(MomentExpression expression) throws CannotGenerate;
    }

    private ZonedDateTime whole(Grammar grammar) throws CannotGenerate {
        try {
            grammar.read(this);
        } catch (DateTimeException | ArithmeticException e) {
            throw CannotGenerate.because(
                    "the date expression leads out of the calendar", Quoted.text(expression), "use smaller numbers");
        }
        if (at < words.size()) {
            throw unexpected();
        }
        return moment;
    }

    private void dateTime() throws CannotGenerate {
        date();
        if (accept("@")) {
            time();
        }
    }

    private void date() throws CannotGenerate {
        if (accept("next")) {
            offset(1);
        } else if (accept("last")) {
            offset(-1);
        } else {
            day();
        }
        shifts(DATE_UNITS);
    }

    private void day() {
        if (accept("yesterday")) {
            moment = moment.minusDays(1);
        } else if (accept("tomorrow")) {
            moment = moment.plusDays(1);
        } else if (!accept("today")) {
            accept("now");
        }
    }

    private void offset(int direction) throws CannotGenerate {
        String word = next();
        if (word.equals("fortnight")) {
            moment = moment.plusWeeks(2L * direction);
        } else if (WEEKDAYS.containsKey(word)) {
            DayOfWeek day = WEEKDAYS.get(word);
            moment = moment.with(
                    direction > 0 ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
        } else if (MONTHS.containsKey(word)) {
            moment = month(MONTHS.get(word), direction);
        } else {
            single(word, DATE_UNITS, direction);
        }
    }

    private ZonedDateTime month(Month month, int direction) {
        ZonedDateTime first = moment.withDayOfMonth(1);
        do {
            first = first.plusMonths(direction);
        } while (first.getMonth() != month);
        return first;
    }

    private void time() throws CannotGenerate {
        if (accept("next")) {
            single(next(), TIME_UNITS, 1);
        } else if (accept("last")) {
            single(next(), TIME_UNITS, -1);
        } else if (accept("midnight")) {
            moment = moment.with(LocalTime.MIDNIGHT);
        } else if (accept("noon")) {
            moment = moment.with(LocalTime.NOON);
        } else if (!accept("now") && isNumber()) {
            oClock();
        }
        shifts(TIME_UNITS);
    }

    private void oClock() throws CannotGenerate {
        int hour = number();
        if (!accept("o'clock")) {
            throw unexpected();
        }
        boolean afternoon = accept("pm") || (!accept("am") && moment.getHour() < NOON);
        moment = moment.with(afternoon ? LocalTime.NOON : LocalTime.MIDNIGHT).plusHours(hour);
    }

    private void shifts(Map<String, ChronoUnit> units) throws CannotGenerate {
        while (peek("+") || peek("-")) {
            int direction = next().equals("+") ? 1 : -1;
            int amount = number();
            shift(next(), units, (long) amount * direction);
        }
    }

    /** The unit after {@code next} or {@code last} stands in the singular. */
    private void single(String word, Map<String, ChronoUnit> units, int direction) throws CannotGenerate {
        if (word.endsWith("s")) {
            at--;
            throw unexpected();
        }
        shift(word, units, direction);
    }

    private void shift(String word, Map<String, ChronoUnit> units, long amount) throws CannotGenerate {
        ChronoUnit unit = units.get(word);
        if (unit == null) {
            at--;
            throw unexpected();
        }
        moment = moment.plus(amount, unit);
    }

    private boolean isNumber() {
        return at < words.size() && Character.isDigit(words.get(at).charAt(0));
    }

    private int number() throws CannotGenerate {
        if (!isNumber() || words.get(at).length() > MOST_DIGITS) {
            throw unexpected();
        }
        return Integer.parseInt(next());
    }

    private boolean peek(String word) {
        return at < words.size() && words.get(at).equals(word);
    }

    private boolean accept(String word) {
        boolean there = peek(word);
        at += there ? 1 : 0;
        return there;
    }

    private String next() throws CannotGenerate {
        if (at == words.size()) {
            throw unexpected();
        }
        return words.get(at++);
    }

    private CannotGenerate unexpected() {
        String word = at < words.size() ? Quoted.text(words.get(at)) : "its end";
        return CannotGenerate.because(
                "the date expression cannot be read at " + word,
                Quoted.text(expression),
                "write for example \"today + 1 day\", \"next monday\", \"noon - 1 hour\", or \"tomorrow @ 9 o'clock am\"");
    }

    /** Singular and plural. */
    private static Map<String, ChronoUnit> units(String... names) {
        Map<String, ChronoUnit> units = new HashMap<>();
        for (String name : names) {
            String plural = name + "s";
            ChronoUnit unit =
                    ChronoUnit.valueOf(name.equals("millisecond") ? "MILLIS" : plural.toUpperCase(Locale.ROOT));
            units.put(name, unit);
            units.put(plural, unit);
        }
        return Map.copyOf(units);
    }

    /** In full and short: the grammar abbreviates {@code tues} and {@code thurs}. */
    private static Map<String, DayOfWeek> weekdays() {
        UnaryOperator<String> shortened =
                name -> name.startsWith("t") ? name.substring(0, name.length() - 3) : name.substring(0, 3);
        Map<String, DayOfWeek> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            days.put(name, day);
            days.put(shortened.apply(name), day);
        }
        return Map.copyOf(days);
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            months.put(name, month);
            months.put(name.substring(0, 3), month);
        }
        return Map.copyOf(months);
    }
}
