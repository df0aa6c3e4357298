package dev.contract.broker.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {
    /** A Thursday. */
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 2 * * *     | 2026-01-01T02:15:00Z",
                "* * * * *      | 2026-01-01T00:01:00Z",
                "0 0 * * *      | 2026-01-02T00:00:00Z",
                "*/20 3,5 * * * | 2026-01-01T03:00:00Z",
                "10-30/20 * * * * | 2026-01-01T00:10:00Z",
                "0 4 * * 0      | 2026-01-04T04:00:00Z",
                "0 4 * * 7      | 2026-01-04T04:00:00Z",
                "0 4 3 * 1      | 2026-01-03T04:00:00Z",
                "0 4 * 2 1-5    | 2026-02-02T04:00:00Z",
                "0 0 29 2 *     | 2028-02-29T00:00:00Z",
            })
    void comes_next_at(String schedule, Instant next) {
        assertThat(CronSchedule.parse(schedule, ZoneOffset.UTC).next(NEW_YEAR)).isEqualTo(next);
    }

    @Test
    void is_in_the_zone_that_is_given_also_when_its_clocks_change() {
        CronSchedule schedule = CronSchedule.parse("15 2 * * *", ZoneId.of("Europe/Berlin"));

        assertThat(schedule.next(NEW_YEAR)).isEqualTo("2026-01-01T01:15:00Z");
        assertThat(schedule.next(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-30T00:15:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3           | a schedule has five fields, minute, hour, day, month and weekday, as in \"15 2 * * *\"",
                "60 2 * * *      | the minute of a schedule is from 0 to 59, not \"60\"",
                "0 2 0 * *       | the day of a schedule is from 1 to 31, not \"0\"",
                "0 5-2 * * *     | the hour of a schedule is from 0 to 23, not \"5-2\"",
                "*/0 2 * * *     | the minute of a schedule is from 0 to 59, not \"0\"",
                "0 2 * * MON     | the weekday of a schedule is from 0 to 7, not \"MON\"",
                "0 0 31 2 *      | the schedule \"0 0 31 2 *\" has no day that there is",
            })
    void is_refused(String schedule, String complaint) {
        assertThatThrownBy(() -> CronSchedule.parse(schedule, ZoneOffset.UTC)).hasMessage(complaint);
    }
}
