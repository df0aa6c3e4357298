package dev.contract.broker.domain.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * When something is to be done again and again, written as for cron: minute, hour, day of the month, month, day of the week. A field is
 * {@code *}, numbers, ranges and steps, as {@code 0,30} or {@code 8-18/2}; 0 and 7 are Sunday. Where both days are given, either will do.
 * Immutable.
 */
public final class CronSchedule {
    private static final int DAYS = 7;
    private static final int YEARS_AHEAD = 8; // a 29th of February may be that far away

    private final String text;
    private final ZoneId zone;
    private final Map<Field, BitSet> fields;
    private final boolean eitherDay;

    private enum Field {
        MINUTE(0, 59),
        HOUR(0, 23),
        DAY(1, 31),
        MONTH(1, 12),
        WEEKDAY(0, 7);

        private final int first;
        private final int last;

        Field(int first, int last) {
            this.first = first;
            this.last = last;
        }
    }

    private CronSchedule(String text, ZoneId zone, Map<Field, BitSet> fields, boolean eitherDay) {
        this.text = text;
        this.zone = zone;
        this.fields = fields;
        this.eitherDay = eitherDay;
    }

    /**
     * Reads a schedule.
     *
     * @throws IllegalArgumentException if it is none, or there is no such day
     */
    public static CronSchedule parse(String text, ZoneId zone) {
        List<String> parts = List.of(text.strip().split("\\s+", -1));
        if (parts.size() != Field.values().length) {
            throw new IllegalArgumentException(
                    "a schedule has five fields, minute, hour, day, month and weekday, as in \"15 2 * * *\"");
        }
        Map<Field, BitSet> fields = new EnumMap<>(Field.class);
        Set<Field> open = EnumSet.noneOf(Field.class);
        Iterator<String> next = parts.iterator();
        for (Field field : Field.values()) {
            String part = next.next();
            fields.put(field, values(field, part));
            if (part.startsWith("*")) {
                open.add(field);
            }
        }
        boolean eitherDay = !open.contains(Field.DAY) && !open.contains(Field.WEEKDAY);
        CronSchedule schedule = new CronSchedule(text.strip(), zone, fields, eitherDay);
        Instant unused = schedule.next(Instant.EPOCH);
        return schedule;
    }

    private static BitSet values(Field field, String text) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            String range = part.replaceFirst("/.*", "");
            int step = part.contains("/") ? number(field, part.replaceFirst(".*/", ""), 1) : 1;
            int from = range.equals("*") ? field.first : number(field, range.replaceFirst("-.*", ""), field.first);
            int to = range.equals("*") || (part.contains("/") && !range.contains("-"))
                    ? field.last
                    : number(field, range.replaceFirst(".*-", ""), field.first);
            if (from > to) {
                throw wrong(field, text);
            }
            for (int value = from; value <= to; value += step) {
                values.set(field == Field.WEEKDAY ? value % DAYS : value);
            }
        }
        return values;
    }

    private static int number(Field field, String text, int least) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < least || Integer.parseInt(text) > field.last) {
            throw wrong(field, text);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(Field field, String text) {
        return new IllegalArgumentException("the " + field.name().toLowerCase(Locale.ROOT) + " of a schedule is from "
                + field.first + " to " + field.last + ", not \"" + text + "\"");
    }

    /** The first time after this one. */
    public Instant next(Instant after) {
        ZonedDateTime time = after.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime end = time.plusYears(YEARS_AHEAD);
        while (time.isBefore(end)) {
            if (!isDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!is(Field.HOUR, time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!is(Field.MINUTE, time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time.toInstant();
            }
        }
        throw new IllegalArgumentException("the schedule \"" + text + "\" has no day that there is");
    }

    private boolean isDay(ZonedDateTime time) {
        boolean day = is(Field.DAY, time.getDayOfMonth());
        boolean weekday = is(Field.WEEKDAY, time.getDayOfWeek().getValue() % DAYS);
        return is(Field.MONTH, time.getMonthValue()) && (eitherDay ? day || weekday : day && weekday);
    }

    private boolean is(Field field, int value) {
        return Objects.requireNonNull(fields.get(field)).get(value);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
