package dev.contract.compare;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which interaction of an old contract has become which one of a new contract.
 *
 * <p>By what names an interaction first: kind, description and states. What is left then by less and less: the description alone (its
 * states changed), the same exchange under another description, and at last the most alike of the same route. One thread at a time.
 */
final class Pairing {
    /** More comparisons than this would cost more than a guess is worth. */
    private static final long MOST_COMPARISONS = 100_000;

    private final List<Interaction> before;
    private final List<Interaction> after;
    private final IdentityHashMap<Interaction, Interaction> formerOf = new IdentityHashMap<>();

    private Pairing(Contract before, Contract after) {
        this.before = new ArrayList<>(before.interactions());
        this.after = new ArrayList<>(after.interactions());
    }

    /** The pairs in the order of the new contract, and behind them what was removed, in the order of the old one. */
    static List<Pair> of(Contract before, Contract after) {
        Pairing pairing = new Pairing(before, after);
        pairing.pairBy(Pairing::name);
        pairing.pairBy(each -> List.of(each.getClass(), each.description()));
        pairing.pairBy(each -> Exchange.of(each).sameness());
        pairing.pairAlike();
        List<Pair> pairs = new ArrayList<>();
        after.interactions().forEach(each -> pairs.add(new Pair(pairing.formerOf.get(each), each)));
        pairing.before.forEach(each -> pairs.add(new Pair(each, null)));
        return pairs;
    }

    private static Object name(Interaction interaction) {
        return List.of(interaction.getClass(), interaction.description(), interaction.statesWithoutExtra());
    }

    /** Pairs what has the same key, in order. */
    private void pairBy(Function<Interaction, Object> key) {
        Map<Object, Deque<Interaction>> former = new HashMap<>();
        before.forEach(each -> former.computeIfAbsent(key.apply(each), any -> new ArrayDeque<>())
                .add(each));
        for (Interaction each : List.copyOf(after)) {
            Deque<Interaction> found = former.get(key.apply(each));
            if (found != null && !found.isEmpty()) {
                formerOf.put(each, found.remove());
            }
        }
        removePaired();
    }

    private void removePaired() {
        Set<Interaction> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.addAll(formerOf.values());
        before.removeIf(used::contains);
        after.removeIf(formerOf::containsKey);
    }

    private void pairAlike() {
        Map<Object, List<Candidate>> former = byRoute(before);
        byRoute(after).forEach((route, fresh) -> pairAlike(former.getOrDefault(route, List.of()), fresh));
        removePaired();
    }

    /** One that is left, and what it is about. */
    private record Candidate(Interaction interaction, Exchange exchange) {}

    private static Map<Object, List<Candidate>> byRoute(List<Interaction> interactions) {
        return interactions.stream()
                .map(each -> new Candidate(each, Exchange.of(each)))
                .collect(groupingBy(each -> each.exchange().route(), LinkedHashMap::new, toList()));
    }

    private record Likeness(Interaction before, Interaction after, double degree) {}

    private void pairAlike(List<Candidate> former, List<Candidate> fresh) {
        if ((long) former.size() * fresh.size() > MOST_COMPARISONS) {
            return;
        }
        Set<Interaction> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Likeness each : likenesses(former, fresh)) {
            if (!used.contains(each.before()) && !formerOf.containsKey(each.after())) {
                used.add(each.before());
                formerOf.put(each.after(), each.before());
            }
        }
    }

    /** Those that may be the same interaction, the most alike first. */
    private static List<Likeness> likenesses(List<Candidate> former, List<Candidate> fresh) {
        List<Likeness> found = new ArrayList<>();
        for (Candidate one : former) {
            for (Candidate other : fresh) {
                double degree = one.exchange().likeness(other.exchange());
                if (Exchange.isAlike(degree)) {
                    found.add(new Likeness(one.interaction(), other.interaction(), degree));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Likeness::degree).reversed());
        return found;
    }
}
