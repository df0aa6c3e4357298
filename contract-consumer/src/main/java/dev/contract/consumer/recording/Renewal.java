package dev.contract.consumer.recording;

import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of the shards of one pair when a class has ended. One thread at a time. */
final class Renewal {
    private static final System.Logger LOG = System.getLogger(Renewal.class.getName());

    /** What was declared after this was declared by code as new as ours, in another process perhaps. */
    private static final Instant START =
            ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

    private final ClassEnd end;
    private final SortedMap<String, Interaction> declared;
    private final List<Problem> conflicts = new ArrayList<>();

    Renewal(ClassEnd end, SortedMap<String, Interaction> declared) {
        this.end = end;
        this.declared = declared;
    }

    /** The class's own interactions: what it declared now, and of its former shard what this run may not take away. */
    List<Interaction> own(Shard former) {
        SortedMap<String, Interaction> own = new TreeMap<>();
        long now = System.currentTimeMillis();
        declared.forEach((key, each) -> own.put(key, Origin.withTime(each, now)));
        for (Interaction each : former.interactions()) {
            SortedSet<String> tests = Origin.tests(each);
            if (end.full()) {
                tests.retainAll(end.disabled());
            }
            if (!end.full() || !tests.isEmpty()) {
                own.merge(Origin.key(each), Origin.withTests(each, tests), this::newer);
            }
        }
        return List.copyOf(own.values());
    }

    private Interaction newer(Interaction added, Interaction former) {
        return Conflict.between(declaration(added), declaration(former)).isPresent()
                ? added
                : ClassEnd.united(added, former);
    }

    /** Two classes of one code base that ask for a contract in two versions. One that was not run since may have been changed as well. */
    private void holdToVersion(Shard shard, SpecVersion version) {
        boolean ran = shard.interactions().stream().anyMatch(each -> Origin.time(each) >= START.toEpochMilli());
        if (ran && !declared.isEmpty() && shard.version() != version) {
            SortedMap<String, SpecVersion> classes =
                    new TreeMap<>(Map.of(end.testClass(), version, shard.testClass(), shard.version()));
            conflicts.add(Problem.error("CONTRACT-VERSION", "two test classes write one contract in two versions")
                    .at("the contract of " + Quoted.text(shard.contract().consumer()) + " with "
                            + Quoted.text(shard.contract().provider()))
                    .found(classes.entrySet().stream()
                            .map(each -> each.getValue().name() + " of " + each.getKey())
                            .collect(Collectors.joining(", ")))
                    .mend("say one @ConsumerTest(version = …) in both"));
        }
    }

    /** Another class's interactions, which must not say anything else, nor ask for another version. */
    Shard other(Shard shard, SpecVersion version) {
        holdToVersion(shard, version);
        List<Interaction> kept = shard.interactions().stream()
                .flatMap(each -> (shard.isBefore()
                                ? leftFromBefore(each)
                                : Optional.of(each).filter(this::stays))
                        .stream())
                .toList();
        return kept.equals(shard.interactions()) ? shard : shard.with(kept);
    }

    /**
     * Of an interaction that was there before there were shards, what this run cannot answer for: tests of other classes, and tests of
     * this class that did not run. One without a test belongs to the class that declares it now.
     */
    private Optional<Interaction> leftFromBefore(Interaction each) {
        Interaction ours = declared.get(Origin.key(each));
        SortedSet<String> tests = Origin.tests(each);
        boolean named = !tests.isEmpty();
        if (end.full()) {
            tests.removeIf(test -> end.has(test) && !end.disabled().contains(test));
        }
        boolean answered = named ? tests.isEmpty() : ours != null;
        boolean replaced = ours != null
                && Conflict.between(declaration(each), declaration(ours)).isPresent();
        return answered || replaced ? Optional.empty() : Optional.of(Origin.withTests(each, tests));
    }

    private boolean stays(Interaction each) {
        Interaction ours = declared.get(Origin.key(each));
        if (ours == null) {
            return true;
        }
        Optional<Problem> conflict = Conflict.between(declaration(each), declaration(ours));
        if (conflict.isPresent() && Origin.time(each) >= START.toEpochMilli()) {
            conflicts.add(conflict.get());
        } else if (conflict.isPresent()) {
            LOG.log(Level.WARNING, () -> "the newer declaration wins: " + conflict.get());
        }
        return conflict.isEmpty();
    }

    private static Declaration declaration(Interaction interaction) {
        return new Declaration("consumer", "provider", interaction, String.join(", ", Origin.tests(interaction)));
    }

    void refuseConflicts() {
        if (!conflicts.isEmpty()) {
            throw new ContractException(conflicts);
        }
    }
}
