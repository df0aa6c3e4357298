package dev.contract.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailedLogInsTest {
    private final FailedLogIns failed =
            FailedLogIns.ofForm(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    private int permitted(int attempts, String name, String from) {
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
