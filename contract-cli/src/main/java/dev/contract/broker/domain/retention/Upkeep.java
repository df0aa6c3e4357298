package dev.contract.broker.domain.retention;

import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Cleans once in each period of a schedule, whichever of several brokers comes first; a cleaning that was missed because no broker ran is
 * made up for. Thread-safe.
 */
public final class Upkeep {
    /** Taken until the period is over, and given back only when nothing came of it. */
    private static final String LOCK = "cleaning of the period";

    private final Store store;
    private final Plan plan;
    private final Clock clock;

    /**
     * What is to be done.
     *
     * @param dryRun whether it is only told what would go
     */
    public record Plan(
            CronSchedule schedule, List<KeepSelector> selectors, Cleaning.Settings settings, boolean dryRun) {
        public Plan {
            selectors = List.copyOf(selectors);
        }
    }

    public Upkeep(Store store, Plan plan, Clock clock) {
        this.store = store;
        this.plan = plan;
        this.clock = clock;
    }

    /** When the next period begins. */
    public Instant next() {
        return plan.schedule().next(clock.instant());
    }

    /** Cleans, unless somebody has in this period, or is doing it now. */
    public Optional<CleaningReport> runIfDue() {
        Instant now = clock.instant();
        Instant next = plan.schedule().next(now);
        String holder = UUID.randomUUID().toString();
        if (!store.<Boolean>write(kept -> kept.cleanings().take(LOCK, holder, now, next))) {
            return Optional.empty();
        }
        try {
            return Optional.of(clean());
        } catch (Refusal e) {
            return Optional.empty(); // somebody cleans by hand
        } catch (RuntimeException e) {
            giveBack(holder, e);
            throw e;
        }
    }

    private CleaningReport clean() {
        Cleaning cleaning = new Cleaning(store, plan.selectors(), plan.settings(), clock);
        return plan.dryRun() ? cleaning.rehearse() : cleaning.run();
    }

    /** Another broker may be able to do what this one was not. */
    private void giveBack(String holder, RuntimeException why) {
        try {
            store.write(kept -> kept.cleanings().release(LOCK, holder));
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
