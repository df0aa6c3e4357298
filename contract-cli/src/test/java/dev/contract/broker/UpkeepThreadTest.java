package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.retention.Cleaning;
import dev.contract.broker.domain.retention.CronSchedule;
import dev.contract.broker.domain.retention.KeepSelectors;
import dev.contract.broker.domain.retention.Upkeep;
import dev.contract.core.json.JsonReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpkeepThreadTest {
    private static final Duration AT_FIRST = Duration.ofMinutes(1);

    /** Until a second after a quarter past two, from midnight. */
    private static final Duration UNTIL_NEXT = Duration.ofSeconds(2 * 3600 + 15 * 60 + 1);

    private final MovedClock night = new MovedClock(Instant.parse("2026-01-01T00:00:00Z"));

    /** A thread that waits until the test has it look, and ends when it is told to. */
    private static final class Waiting implements UpkeepThread.Pause, AutoCloseable {
        private final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();
        private final UpkeepThread thread;

        Waiting(Upkeep upkeep, Clock clock) {
            this.thread = UpkeepThread.start(upkeep, clock, this);
        }

        @Override
        public boolean endsWithin(Duration pause) throws InterruptedException {
            asked.add(pause);
            return ends.take();
        }

        @Override
        public void end() {
            ends.add(true);
        }

        /** How long it wants to wait; whatever it did before is done then. */
        Duration pause() throws InterruptedException {
            Duration pause = asked.poll(60, TimeUnit.SECONDS);
            assertThat(pause).as("the thread waits").isNotNull();
            return pause == null ? Duration.ZERO : pause;
        }

        void look() {
            ends.add(false);
        }

        @Override
        public void close() {
            thread.close();
        }
    }

    private static Upkeep.Plan plan() {
        return new Upkeep.Plan(
                CronSchedule.parse("15 2 * * *", ZoneOffset.UTC),
                List.of(KeepSelectors.of(JsonReader.read("[{\"latest\": true}]")
                                .asArray()
                                .orElseThrow())
                        .get(0)),
                Cleaning.Settings.DEFAULT.withLimit(2),
                false);
    }

    private static int versions(Client client) {
        return Client.list(client.get("/pacticipants/web/versions"), "_embedded versions")
                .size();
    }

    @ParameterizedTest
    @MethodSource("dev.contract.broker.Setting#databases")
    void cleans_once_in_each_period_whichever_of_several_processes_comes_first(Setting setting) throws Exception {
        try (TestDatabase database = TestDatabase.of(setting);
                Broker one = Broker.open(BrokerSettings.of(database.address()));
                Broker other = Broker.open(BrokerSettings.of(database.address()));
                Waiting first = new Waiting(new Upkeep(one.store(), plan(), night), night);
                Waiting second = new Waiting(new Upkeep(other.store(), plan(), night), night)) {
            Client client = new Client(one.routes());
            for (int i = 0; i < 8; i++) {
                client.version("web", String.valueOf(i));
            }

            assertThat(first.pause()).isEqualTo(AT_FIRST);
            assertThat(second.pause()).isEqualTo(AT_FIRST);
            first.look();
            second.look();
            assertThat(first.pause()).isEqualTo(UNTIL_NEXT);
            assertThat(second.pause()).isEqualTo(UNTIL_NEXT);
            assertThat(versions(client)).isEqualTo(6);

            night.pass(UNTIL_NEXT);
            second.look();
            first.look();
            assertThat(first.pause()).isEqualTo(Duration.ofDays(1));
            assertThat(second.pause()).isEqualTo(Duration.ofDays(1));
            assertThat(versions(client)).isEqualTo(4);
        }
    }

    @Test
    void tries_again_next_time_when_the_database_is_away() throws InterruptedException {
        Store away = new BrokenStore(StoreTrouble.Kind.AWAY);
        try (Waiting thread = new Waiting(new Upkeep(away, plan(), night), night)) {
            assertThat(thread.pause()).isEqualTo(AT_FIRST);
            thread.look();

            assertThat(thread.pause()).isEqualTo(UNTIL_NEXT);
        }
    }
}
