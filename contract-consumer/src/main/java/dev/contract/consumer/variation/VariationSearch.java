package dev.contract.consumer.variation;

import dev.contract.core.generating.Seed;
import dev.contract.core.model.Interaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows a consumer answers that its contracts permit, and finds the smallest that break it.
 *
 * <pre>{@code
 * VariationSearch search = new VariationSearch(interactions, 20, new Seed(0));
 * List<Breakage> breakages = search.run(variation -> outcomeOfTestWith(variation));
 * }</pre>
 *
 * <p>Each change of one place gets its turn: alone while there are no more of them than runs, then several at once, in places that have
 * nothing to do with each other. Runs that are left combine changes at random. When a run fails, changes are taken back as long as it
 * still fails, and what is left is tried without the culprit. Used once, by one thread.
 */
public final class VariationSearch {
    /** For each run asked for, so many more may go into the search for culprits. */
    private static final int RUNS_FOR_EACH = 20;

    private static final int MOST_OF_ALL = 5_000;

    private final int runs;
    private final Random random;
    private final List<Change> all;
    private final Map<Set<Place>, List<Failure>> found = new LinkedHashMap<>();
    private final Set<Change> culprits = new LinkedHashSet<>();
    private final Set<Change> triedAlone = new HashSet<>();
    private final Set<String> unjudged = new LinkedHashSet<>();
    private int left;
    private Trial trial = variation -> Outcome.FINE;

    /** Has a consumer meet a variation, and tells what came of it. */
    public interface Trial {
        Outcome of(Variation variation);
    }

    private record Place(Subject subject, Spot spot) {
        static Place of(Change change) {
            return new Place(change.subject(), change.spot());
        }
    }

    private record Failure(List<Change> changes, Outcome outcome) {
        Failure {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param interactions whose answers may vary
     * @param runs how many varied answers are shown
     */
    public VariationSearch(List<? extends Interaction> interactions, int runs, Seed seed) {
        this.runs = runs;
        this.random = new Random(seed.number());
        List<List<Change>> lists = new ArrayList<>();
        for (Interaction interaction : interactions) {
            for (Subject subject : Subject.of(interaction)) {
                lists.add(PermittedChanges.of(subject, runs, seed.draws(interaction, Long.MIN_VALUE)));
            }
        }
        this.all = inTurn(lists);
        this.left = Math.multiplyExact(Math.max(1, runs), RUNS_FOR_EACH + 1);
    }

    private static List<Change> inTurn(List<List<Change>> lists) {
        List<Change> all = new ArrayList<>();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Change> each : lists) {
                if (i < each.size() && all.size() < MOST_OF_ALL) {
                    all.add(each.get(i));
                }
            }
        }
        return all;
    }

    /** What is tried in turn, for those who want to see it. */
    List<Variation> variations() {
        return packs().stream().map(Variation::of).toList();
    }

    /** Shows all variations. */
    public List<Breakage> run(Trial consumer) {
        trial = consumer;
        packs().forEach(this::judge);
        return breakages();
    }

    /** Shows one variation, that of these numbers; those that mean nothing are passed over. */
    public List<Breakage> replay(List<Integer> numbers, Trial consumer) {
        trial = consumer;
        List<Change> changes = numbers.stream()
                .filter(number -> number > 0 && number <= all.size())
                .map(number -> all.get(number - 1))
                .toList();
        Outcome outcome = outcome(changes);
        if (outcome.failed()) {
            note(new Failure(changes, outcome));
        }
        return breakages();
    }

    /** The places where the test failed for reasons that may be its own, so that nobody knows what the consumer would do. */
    public Set<String> unjudged() {
        Set<String> all = new LinkedHashSet<>(unjudged);
        if (left <= 0) {
            all.add("what " + runs * (RUNS_FOR_EACH + 1) + " runs did not reach");
        }
        return all;
    }

    private List<List<Change>> packs() {
        List<List<Change>> packs = new ArrayList<>();
        if (all.size() <= runs) {
            all.forEach(change -> packs.add(List.of(change)));
        } else {
            packs.addAll(packed());
        }
        for (int tries = 0; packs.size() < runs && tries < runs && all.size() > 1; tries++) {
            List<Change> pack = combined();
            if (pack.size() > 1) {
                packs.add(pack);
            }
        }
        return packs;
    }

    /** Each change in one of the packs, the emptiest that takes it. */
    private List<List<Change>> packed() {
        List<List<Change>> packs = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            packs.add(new ArrayList<>());
        }
        for (Change change : all) {
            // by size only: which of equals comes first follows from the order of the list, and so from the seed
            List<Integer> order = emptiestFirst(packs);
            order.stream()
                    .filter(position -> takes(packs.get(position), change))
                    .findFirst()
                    .ifPresent(position -> packs.get(position).add(change));
        }
        packs.removeIf(List::isEmpty);
        return packs;
    }

    private List<Integer> emptiestFirst(List<List<Change>> packs) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < packs.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        order.sort((one, other) ->
                Integer.compare(packs.get(one).size(), packs.get(other).size()));
        return order;
    }

    private List<Change> combined() {
        List<Change> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        List<Change> pack = new ArrayList<>();
        for (Change change : shuffled) {
            if (random.nextBoolean() && takes(pack, change)) {
                pack.add(change);
            }
        }
        return pack;
    }

    private static boolean takes(List<Change> pack, Change change) {
        if (pack.stream().anyMatch(change::touches)) {
            return false;
        }
        List<Change> together = new ArrayList<>();
        pack.stream().filter(each -> each.subject() == change.subject()).forEach(together::add);
        together.add(change);
        return change.subject().permits(together);
    }

    /** Places that are known to fail are looked at alone, for they would hide others. */
    private void judge(List<Change> pack) {
        List<Change> rest = new ArrayList<>();
        for (Change change : pack) {
            if (culprits.stream().anyMatch(change::touches)) {
                judgeOne(change);
            } else {
                rest.add(change);
            }
        }
        while (!rest.isEmpty() && left > 0 && arePermitted(rest)) {
            Outcome outcome = outcome(rest);
            if (!outcome.failed()) {
                return;
            }
            Failure smallest = smallest(new Failure(rest, outcome));
            note(smallest);
            rest.removeAll(smallest.changes());
        }
    }

    private void judgeOne(Change change) {
        if (left > 0 && !triedAlone.contains(change)) {
            Outcome outcome = outcome(List.of(change));
            if (outcome.failed()) {
                note(new Failure(List.of(change), outcome));
            }
        }
    }

    /** Takes back halves, quarters and so on, and at last single changes, as long as it fails in the same way. */
    private Failure smallest(Failure failure) {
        Failure smallest = failure;
        for (int size = failure.changes().size() / 2; size > 0; size /= 2) {
            int start = 0;
            while (start < smallest.changes().size() && smallest.changes().size() > size) {
                List<Change> fewer = new ArrayList<>(smallest.changes());
                fewer.subList(start, Math.min(start + size, fewer.size())).clear();
                Outcome outcome = left > 0 && arePermitted(fewer) ? outcome(fewer) : Outcome.FINE;
                if (outcome.kind() == failure.outcome().kind()) {
                    smallest = new Failure(fewer, outcome);
                } else {
                    start += size;
                }
            }
        }
        return smallest;
    }

    /** What is permitted together may depend on each other, and not be permitted apart. */
    private static boolean arePermitted(List<Change> changes) {
        return changes.stream().collect(Collectors.groupingBy(Change::subject)).entrySet().stream()
                .allMatch(each -> each.getKey().permits(each.getValue()));
    }

    private Outcome outcome(List<Change> changes) {
        left--;
        if (changes.size() == 1) {
            triedAlone.add(changes.get(0));
        }
        return trial.of(Variation.of(changes));
    }

    private void note(Failure failure) {
        culprits.addAll(failure.changes());
        if (failure.outcome().kind() == Outcome.Kind.BROKEN) {
            Set<Place> places = failure.changes().stream().map(Place::of).collect(Collectors.toSet());
            found.computeIfAbsent(places, key -> new ArrayList<>()).add(failure);
        } else {
            failure.changes().forEach(change -> unjudged.add(change.spot().toString()));
        }
    }

    private List<Breakage> breakages() {
        return found.values().stream().map(this::breakage).toList();
    }

    private Breakage breakage(List<Failure> samePlaces) {
        Failure first = samePlaces.get(0);
        List<Integer> numbers =
                first.changes().stream().map(change -> all.indexOf(change) + 1).toList();
        List<String> others = samePlaces.stream()
                .skip(1)
                .map(each -> each.changes().stream().map(Change::varied).collect(Collectors.joining(" and ")))
                .distinct()
                .toList();
        return new Breakage(first.changes(), numbers, first.outcome().thrown(), others);
    }
}
