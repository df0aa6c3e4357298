package dev.contract.provider.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.target.Deadlines.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlinesTest {
    private static final Duration SOON = Duration.ofMillis(20);

    private final Deadlines deadlines = new Deadlines();
    private final CountDownLatch cut = new CountDownLatch(1);

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void an_earlier_deadline_is_kept_although_the_watch_sleeps_for_a_later_one() throws InterruptedException {
        try (Deadline later = deadlines.start(Duration.ofHours(1));
                Deadline earlier = deadlines.start(SOON)) {
            earlier.guard(cut::countDown);

            cut.await();
            assertThat(earlier.isExpired()).isTrue();
            assertThat(later.isExpired()).isFalse();
        }
    }

    @Test
    void what_is_guarded_after_its_deadline_is_cut_at_once() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        try (Deadline deadline = deadlines.start(SOON)) {
            deadline.guard(cut::countDown);
            cut.await();

            deadline.guard(second::countDown);

            assertThat(second.getCount()).isZero();
        }
    }

    @Test
    void a_watch_that_has_gone_home_comes_back() throws InterruptedException {
        try (Deadline first = deadlines.start(SOON)) {
            first.guard(cut::countDown);
            cut.await();
        }
        CountDownLatch again = new CountDownLatch(1);

        try (Deadline second = deadlines.start(SOON)) {
            second.guard(again::countDown);
            again.await();
        }
    }

    @Test
    void an_exchange_that_is_over_does_not_expire() throws InterruptedException {
        Deadline over = deadlines.start(SOON);
        over.close();

        try (Deadline next = deadlines.start(SOON)) {
            next.guard(cut::countDown);
            cut.await();
        }
        assertThat(over.isExpired()).isFalse();
    }
}
