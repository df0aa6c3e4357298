package dev.contract.broker.domain.retention;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Removes the versions that no selector keeps, oldest first, then what nobody refers to any longer, and what nobody has used for long.
 *
 * <p>Each batch is a transaction of its own, so that others wait for it only briefly; before one is removed it is looked at again, for it
 * may have been deployed meanwhile. Only one cleaning runs at a time, whoever started it. Thread-safe.
 */
public final class Cleaning {
    /** How many rows a batch removes at the most, unless a single version has more. */
    private static final int ROWS = 500;

    private static final int SLICE = 500;
    private static final String LOCK = "cleaning";
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(10);

    private final Store store;
    private final List<KeepSelector> selectors;
    private final Settings settings;
    private final Clock clock;
    private final Instant now;

    /**
     * How much is done at a time.
     *
     * @param limit how many versions are removed at the most
     * @param overwrittenAge how old a result is that goes when a newer one of the same contract and provider version is there
     * @param branchAge for how long nobody has put a version on a branch that goes; the main branch stays, and those whose newest version
     *     is live
     * @param keptBranches the names of branches that stay besides, whatever their age
     * @param deliveryAge how old a triggered webhook is that goes once it is over, unless it is the newest of its kind
     */
    public record Settings(
            int limit,
            Duration overwrittenAge,
            Duration branchAge,
            Set<BranchName> keptBranches,
            Duration deliveryAge) {
        private static final Duration THREE_MONTHS = Duration.ofDays(90);
        public static final Settings DEFAULT = new Settings(1_000, THREE_MONTHS, THREE_MONTHS, Set.of(), THREE_MONTHS);

        public Settings {
            keptBranches = Set.copyOf(keptBranches);
        }

        public Settings withLimit(int other) {
            return new Settings(other, overwrittenAge, branchAge, keptBranches, deliveryAge);
        }

        public Settings withBranchAge(Duration other) {
            return new Settings(limit, overwrittenAge, other, keptBranches, deliveryAge);
        }

        public Settings withKeptBranches(Set<BranchName> others) {
            return new Settings(limit, overwrittenAge, branchAge, others, deliveryAge);
        }
    }

    /** What is to be done: versions that go, by application, oldest first, and how many stay. */
    private record Plan(List<Version> going, Map<PacticipantName, Long> all) {}

    public Cleaning(Store store, List<KeepSelector> selectors, Settings settings, Clock clock) {
        this.store = store;
        this.selectors = KeepSelector.withAlways(selectors);
        this.settings = settings;
        this.clock = clock;
        this.now = clock.instant();
    }

    /** What would go; changes nothing. */
    public CleaningReport rehearse() {
        Plan plan = store.read(this::plan);
        int branches = store.<List<Branch>>read(this::staleBranches).size();
        return report(true, plan, plan.going(), new Others(0, 0, branches, 0));
    }

    /**
     * Removes what is to go.
     *
     * @throws Refusal if another cleaning is running
     */
    public CleaningReport run() {
        Turn turn = new Turn(UUID.randomUUID().toString());
        turn.batch(kept -> true);
        try {
            Plan plan = store.read(this::plan);
            List<Version> gone = remove(plan.going(), turn);
            Instant old = now.minus(settings.overwrittenAge());
            long results =
                    inBatches(turn, kept -> kept.cleanings().overwrittenResults(old), (part, kept) -> kept.cleanings()
                            .removeResults(part));
            long contents = inBatches(turn, kept -> kept.cleanings().unusedContents(), (part, kept) -> kept.cleanings()
                    .removeContents(part));
            inBatches(turn, kept -> kept.cleanings().unusedDocuments(), (part, kept) -> kept.cleanings()
                    .removeDocuments(part));
            long branches = store.<List<Branch>>read(this::staleBranches).stream()
                    .filter(branch -> turn.<Boolean>batch(kept -> forget(branch, kept)))
                    .count();
            Instant over = now.minus(settings.deliveryAge());
            long deliveries =
                    inBatches(turn, kept -> kept.cleanings().finishedDeliveries(over), (part, kept) -> kept.cleanings()
                            .removeDeliveries(part));
            return report(false, plan, gone, new Others(contents, results, branches, deliveries));
        } finally {
            store.write(kept -> kept.cleanings().release(LOCK, turn.holder()));
        }
    }

    /** The only one that cleans, for as long as it goes on. */
    private final class Turn {
        private final String holder;

        Turn(String holder) {
            this.holder = holder;
        }

        String holder() {
            return holder;
        }

        /**
         * Does one batch.
         *
         * @throws Refusal if another cleaning is running: it was thought that this one had ended
         */
        <R> R batch(Function<Transaction, R> work) {
            return store.write(kept -> {
                Instant begun = clock.instant();
                if (!kept.cleanings().take(LOCK, holder, begun, begun.plus(LONGEST_BATCH))) {
                    throw Refusal.conflict("Another cleaning is running; it goes on where this one would begin.");
                }
                return work.apply(kept);
            });
        }
    }

    /** What goes beside versions. */
    private record Others(long contents, long results, long branches, long deliveries) {}

    /** Their versions go by their age from the next time on, for none of these is the head of a branch any longer. */
    private List<Branch> staleBranches(Transaction kept) {
        List<Branch> stale = new ArrayList<>();
        for (Pacticipant owner : kept.pacticipants().all()) {
            kept.branches().all(owner.party()).stream()
                    .filter(branch -> isStale(owner, branch, kept))
                    .forEach(stale::add);
        }
        return stale;
    }

    private boolean isStale(Pacticipant owner, Branch branch, Transaction kept) {
        return branch.updatedAt().isBefore(now.minus(settings.branchAge()))
                && !settings.keptBranches().contains(branch.name())
                && owner.mainBranch().filter(branch.name()::equals).isEmpty()
                && !isLive(owner, branch, kept);
    }

    private static boolean isLive(Pacticipant owner, Branch branch, Transaction kept) {
        return kept.branches()
                .head(owner.party(), branch.name())
                .filter(head ->
                        VersionFacts.of(owner, List.of(head), kept).get(0).isLive())
                .isPresent();
    }

    /** Unless somebody has used it meanwhile, or deployed its head. */
    private boolean forget(Branch branch, Transaction kept) {
        boolean stale = kept.branches()
                        .find(branch.owner(), branch.name())
                        .filter(branch::equals)
                        .isPresent()
                && kept.pacticipants()
                        .find(branch.owner().name())
                        .filter(owner -> isStale(owner, branch, kept))
                        .isPresent();
        if (stale) {
            kept.branches().delete(branch);
        }
        return stale;
    }

    private Plan plan(Transaction kept) {
        List<Version> going = new ArrayList<>();
        Map<PacticipantName, Long> all = new LinkedHashMap<>();
        for (Pacticipant owner : kept.pacticipants().all()) {
            long count = kept.versions().count(owner.party());
            all.put(owner.name(), count);
            for (long offset = 0; offset < count; offset += SLICE) {
                List<Version> slice = kept.versions().all(owner.party(), new Slice(offset, SLICE));
                going.addAll(unwanted(owner, slice, kept));
            }
        }
        going.sort(Comparator.comparing(Version::createdAt).thenComparing(Version::id));
        return new Plan(going.subList(0, Math.min(going.size(), settings.limit())), all);
    }

    private List<Version> unwanted(Pacticipant owner, List<Version> versions, Transaction kept) {
        return VersionFacts.of(owner, versions, kept).stream()
                .filter(facts -> selectors.stream().noneMatch(selector -> selector.keeps(facts, now)))
                .map(VersionFacts::version)
                .toList();
    }

    private List<Version> remove(List<Version> going, Turn turn) {
        List<Version> gone = new ArrayList<>();
        for (int next = 0; next < going.size(); ) {
            int from = next;
            Batch batch = turn.batch(kept -> removeBatch(going.subList(from, going.size()), kept));
            gone.addAll(batch.gone());
            next += batch.seen();
        }
        return gone;
    }

    /** The first of some versions: how many were looked at, and which of them went. */
    private record Batch(int seen, List<Version> gone) {}

    private Batch removeBatch(List<Version> going, Transaction kept) {
        List<Version> gone = new ArrayList<>();
        long rows = 0;
        int seen = 0;
        while (seen < going.size() && (seen == 0 || rows < ROWS)) {
            Version version = going.get(seen++);
            long size = kept.cleanings().rowsOf(version);
            if (rows + size > ROWS && !gone.isEmpty()) {
                seen--;
                break;
            }
            if (isStillUnwanted(version, kept)) {
                kept.versions().delete(version);
                gone.add(version);
                rows += size;
            }
        }
        return new Batch(seen, gone);
    }

    private boolean isStillUnwanted(Version version, Transaction kept) {
        return kept.pacticipants()
                .find(version.owner().name())
                .filter(owner ->
                        kept.versions().find(owner.party(), version.number()).isPresent())
                .filter(owner -> !unwanted(owner, List.of(version), kept).isEmpty())
                .isPresent();
    }

    private long inBatches(
            Turn turn,
            Function<Transaction, List<Long>> finding,
            BiFunction<List<Long>, Transaction, Integer> removing) {
        List<Long> keys = store.read(finding);
        long removed = 0;
        for (int from = 0; from < keys.size(); from += ROWS) {
            List<Long> part = keys.subList(from, Math.min(keys.size(), from + ROWS));
            removed += turn.<Integer>batch(kept -> removing.apply(part, kept));
        }
        return removed;
    }

    private static CleaningReport report(boolean dryRun, Plan plan, List<Version> gone, Others others) {
        List<CleaningReport.OfApplication> applications = plan.all().entrySet().stream()
                .map(each -> ofApplication(
                        each.getKey(),
                        each.getValue(),
                        gone.stream()
                                .filter(version -> version.owner().name().equals(each.getKey()))
                                .map(Version::number)
                                .toList()))
                .toList();
        return new CleaningReport(
                dryRun, applications, others.contents(), others.results(), others.branches(), others.deliveries());
    }

    private static CleaningReport.OfApplication ofApplication(
            PacticipantName name, long all, List<VersionNumber> gone) {
        return new CleaningReport.OfApplication(
                name,
                gone.size(),
                all - gone.size(),
                gone.isEmpty() ? null : gone.get(0),
                gone.isEmpty() ? null : gone.get(gone.size() - 1));
    }
}
