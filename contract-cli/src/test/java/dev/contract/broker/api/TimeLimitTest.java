package dev.contract.broker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void hands_out_what_is_ready_in_time() {
        assertThat(new TimeLimit().run(Duration.ofMinutes(1), () -> 42)).isEqualTo(42);
    }

    @Test
    void gives_up_what_takes_longer() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> new TimeLimit().run(Duration.ofMillis(20), () -> {
                    never.await();
                    return 42;
                }))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.complaint().status()).isEqualTo(408));
    }

    @Test
    void lets_a_fault_through() {
        assertThatThrownBy(() -> new TimeLimit().run(Duration.ofMinutes(1), () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
    }
}
