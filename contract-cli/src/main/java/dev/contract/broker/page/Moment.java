package dev.contract.broker.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as people read it on a page that was made at another time. */
public record Moment(Instant at, Instant now) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int DAYS_COUNTED = 30;

    /** {@code 3 hours ago}; the day when it is long ago. */
    public String text() {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return ago(age.toMinutes(), "minute");
        }
        if (age.toDays() < 1) {
            return ago(age.toHours(), "hour");
        }
        return age.toDays() <= DAYS_COUNTED ? ago(age.toDays(), "day") : DAY.format(at);
    }

    private static String ago(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }

    /** To the second. */
    public String exact() {
        return EXACT.format(at);
    }

    /** As machines read it. */
    public String iso() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
