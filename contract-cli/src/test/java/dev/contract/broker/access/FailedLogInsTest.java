package dev.contract.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailedLogInsTest {
    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final FailedLogIns failed = FailedLogIns.ofForm(clock);
    private final FailedLogIns requests = FailedLogIns.ofRequests(clock);

    private int permitted(int attempts, String name, String from) {
        return permitted(failed, attempts, name, from);
    }

    private static int permitted(FailedLogIns failed, int attempts, String name, String from) {
        int permitted = 0;
        for (int i = 0; i < attempts; i++) {
            permitted += failed.permit(name, from) ? 1 : 0;
        }
        return permitted;
    }

    @Test
    void a_stranger_keeps_nobody_else_out() {
        assertThat(permitted(20, "admin", "10.0.0.7")).isEqualTo(10);
        assertThat(failed.permit("admin", "10.0.0.8")).isTrue();
        assertThat(failed.permit("other", "10.0.0.7")).isTrue();
    }

    @Test
    void many_strangers_have_no_more_attempts_for_a_name_than_that() {
        int all = 0;
        for (int i = 0; i < 100; i++) {
            all += permitted(20, "admin", "10.0.0." + i);
        }

        assertThat(all).isEqualTo(500);
    }

    @Test
    void an_address_has_a_few_names() {
        int all = 0;
        for (int i = 0; i < 200; i++) {
            all += permitted(1, "name " + i, "10.0.0.7");
        }

        assertThat(all).isEqualTo(100);
    }

    @Test
    void all_addresses_of_a_network_are_one() {
        assertThat(permitted(10, "admin", "2001:db8:0:7:0:0:0:1")).isEqualTo(10);
        assertThat(failed.permit("admin", "2001:db8:0:7:1:2:3:4")).isFalse();
        assertThat(failed.permit("admin", "2001:db8:0:8:0:0:0:1")).isTrue();
    }

    @Test
    void requests_may_fail_more_often_than_people() {
        assertThat(permitted(requests, 200, "ci", "10.0.0.7")).isEqualTo(100);
        assertThat(requests.permit("ci", "10.0.0.8")).isTrue();
    }

    @Test
    void requests_from_one_address_have_a_limit_for_all_names() {
        int all = 0;
        for (int i = 0; i < 30; i++) {
            all += permitted(requests, 50, "name " + i, "10.0.0.7");
        }

        assertThat(all).isEqualTo(1_000);
    }

    @Test
    void requests_for_one_name_have_a_limit_for_all_addresses() {
        int all = 0;
        for (int i = 0; i < 50; i++) {
            all += permitted(requests, 50, "ci", "10.0.0." + i);
        }

        assertThat(all).isEqualTo(2_000);
    }

    @Test
    void after_five_minutes_all_is_forgotten() {
        assertThat(permitted(20, "admin", "10.0.0.7")).isEqualTo(10);

        clock.pass(Duration.ofSeconds(299));
        assertThat(failed.permit("admin", "10.0.0.7")).isFalse();

        clock.pass(Duration.ofSeconds(2));
        assertThat(permitted(20, "admin", "10.0.0.7")).isEqualTo(10);
    }

    @Test
    void only_so_many_are_remembered() {
        assertThat(permitted(20, "admin", "10.0.0.7")).isEqualTo(10);

        for (int i = 0; i < 3_000; i++) {
            permitted(1, "name " + i, "10.1." + i / 250 + "." + i % 250);
        }
        assertThat(failed.permit("admin", "10.0.0.7")).isFalse();

        for (int i = 3_000; i < 3_400; i++) {
            permitted(1, "name " + i, "10.1." + i / 250 + "." + i % 250);
        }
        assertThat(failed.permit("admin", "10.0.0.7")).isTrue();
    }

    @Test
    void trouble_is_no_wrong_password() {
        for (int i = 0; i < 20; i++) {
            assertThat(failed.permit("admin", "10.0.0.7")).isTrue();
            assertThatThrownBy(() -> failed.attempt("admin", "10.0.0.7", () -> {
                        throw new IllegalStateException("away");
                    }))
                    .hasMessage("away");
        }
        assertThat(failed.permit("admin", "10.0.0.7")).isTrue();
        assertThat(failed.attempt("admin", "10.0.0.7", () -> Optional.of("in"))).hasValue("in");
    }
}
