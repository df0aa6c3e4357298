package dev.contract.broker;

import dev.contract.broker.domain.retention.CleaningReport;
import dev.contract.broker.domain.retention.Upkeep;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread that looks after the database while a broker runs. Thread-safe. */
final class UpkeepThread implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(UpkeepThread.class.getName());

    /** Who starts a broker wants its first page, and not what was missed while none ran. */
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    /** No process is quite on time. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Upkeep upkeep;
    private final Clock clock;
    private final Pause pause;

    private UpkeepThread(Upkeep upkeep, Clock clock, Pause pause) {
        this.upkeep = upkeep;
        this.clock = clock;
        this.pause = pause;
    }

    /** How time passes between two looks. */
    interface Pause {
        /** Whether all was ended before the time was over. */
        boolean endsWithin(Duration time) throws InterruptedException;

        void end();
    }

    /** A pause as long as it takes. */
    private static final class RealPause implements Pause {
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public boolean endsWithin(Duration time) throws InterruptedException {
            return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void end() {
            end.countDown();
        }
    }

    static UpkeepThread start(Upkeep upkeep, Clock clock) {
        return start(upkeep, clock, new RealPause());
    }

    static UpkeepThread start(Upkeep upkeep, Clock clock, Pause pause) {
        UpkeepThread started = new UpkeepThread(upkeep, clock, pause);
        Thread thread = new Thread(started::run, "contract-upkeep");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private void run() {
        try {
            Duration time = AFTER_START;
            while (!pause.endsWithin(time)) {
                look();
                time = Duration.between(clock.instant(), upkeep.next()).plus(MARGIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            upkeep.runIfDue().ifPresent(UpkeepThread::log);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "old versions could not be removed; it is tried again next time", e);
        }
    }

    private static void log(CleaningReport report) {
        LOG.log(
                System.Logger.Level.INFO,
                () -> (report.dryRun() ? "would remove " : "removed ") + report.removed() + " versions of "
                        + (report.removed() + report.kept()) + ", " + report.branches() + " branches, "
                        + report.contents() + " contracts, " + report.results() + " results and "
                        + report.deliveries() + " triggered webhooks");
    }

    /** A cleaning that runs ends with the process: what it did stays done, and the rest is for the next. */
    @Override
    public void close() {
        pause.end();
    }
}
