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
    /** Taken until the period is over, and never given back. */
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
        if (!store.<Boolean>write(
                kept -> kept.cleanings().take(LOCK, UUID.randomUUID().toString(), now, next))) {
            return Optional.empty();
        }
        Cleaning cleaning = new Cleaning(store, plan.selectors(), plan.settings(), now);
        try {
            return Optional.of(plan.dryRun() ? cleaning.rehearse() : cleaning.run());
        } catch (Refusal e) {
            return Optional.empty(); // somebody cleans by hand
        }
    }
}
