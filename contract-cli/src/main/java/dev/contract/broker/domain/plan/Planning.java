package dev.contract.broker.domain.plan;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Evidence;
import dev.contract.broker.domain.matrix.Ignore;
import dev.contract.broker.domain.matrix.Strictness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an order.
 *
 * <p>Whether a version may be deployed is a matter of pairs: it has to get along with what is there of each other application, whatever is
 * there of the rest. So for two versions that are to be deployed there are four questions, each of them with the other one's old and new
 * version; the answers say that either may come first, that one must, or that neither can. What must come first makes an order, unless it
 * goes round in a circle.
 */
public final class Planning {
    private final Map<Long, Version> wanted = new LinkedHashMap<>();
    private final Understanding understanding;
    private final Landscape landscape;
    private final Transaction kept;

    /** Of each version those that have to be there before, with the reason. */
    private final Map<Version, Map<Version, String>> before = new LinkedHashMap<>();

    private final List<String> obstacles = new ArrayList<>();

    private Planning(
            List<Version> versions,
            Environment environment,
            List<Ignore> ignored,
            Evidence evidence,
            Strictness strictness,
            Transaction kept) {
        versions.forEach(version -> wanted.put(version.owner().id(), version));
        this.understanding = new Understanding(ignored, evidence, strictness, kept);
        this.landscape = new Landscape(environment, kept);
        this.kept = kept;
    }

    /**
     * An order in which these versions can be deployed to an environment, each in place of what is recorded there without an instance.
     *
     * @param versions at most one of each application; earlier ones go earlier where the order does not matter
     * @param ignored whose contracts and results count for nothing
     * @param evidence which counts
     * @param strictness how many live versions of a provider must have verified a consumer
     */
    public static Plan plan(
            List<Version> versions,
            Environment environment,
            List<Ignore> ignored,
            Evidence evidence,
            Strictness strictness,
            Transaction kept) {
        return new Planning(versions, environment, ignored, evidence, strictness, kept).plan();
    }

    private Plan plan() {
        List<Version> all = List.copyOf(wanted.values());
        for (int i = 0; i < all.size(); i++) {
            Set<Party> neighbours = neighbours(all.get(i));
            with(neighbours, all.get(i));
            for (Version other : all.subList(i + 1, all.size())) {
                if (neighbours.contains(other.owner())) {
                    order(all.get(i), other);
                }
            }
        }
        return obstacles.isEmpty() ? sorted() : new Plan(List.of(), obstacles);
    }

    /** Whoever any of its versions has to get along with, by a contract of either side. */
    private Set<Party> neighbours(Version version) {
        Set<Party> neighbours = new LinkedHashSet<>(kept.pacts().providersOf(version.owner()));
        neighbours.addAll(kept.pacticipants().consumersOf(version.owner()));
        return neighbours;
    }

    /** What is not deployed anew stays as it is. */
    private void with(Set<Party> neighbours, Version version) {
        for (Party neighbour : neighbours) {
            if (neighbour.equals(version.owner())) {
                understanding.withItself(version).ifPresent(obstacles::add);
            } else if (!wanted.containsKey(neighbour.id())) {
                understanding
                        .between(version, neighbour, landscape.now(neighbour))
                        .ifPresent(obstacles::add);
            }
        }
    }

    private void order(Version one, Version other) {
        Optional<String> oneFirst = first(one, other);
        Optional<String> otherFirst = first(other, one);
        if (oneFirst.isPresent() && otherFirst.isPresent()) {
            obstacles.add(one + " cannot come first: " + oneFirst.get());
            obstacles.add(other + " cannot come first: " + otherFirst.get());
        } else {
            oneFirst.ifPresent(why -> precede(other, one, why));
            otherFirst.ifPresent(why -> precede(one, other, why));
        }
    }

    /** Why one cannot be deployed before the other; empty when it can. */
    private Optional<String> first(Version one, Version other) {
        return understanding
                .between(one, other.owner(), landscape.now(other.owner()))
                .or(() -> understanding.between(other, one.owner(), landscape.with(one)));
    }

    private void precede(Version early, Version late, String why) {
        before.computeIfAbsent(late, version -> new LinkedHashMap<>()).put(early, why);
    }

    private Plan sorted() {
        List<Plan.Step> steps = new ArrayList<>();
        Set<Version> left = new LinkedHashSet<>(wanted.values());
        while (!left.isEmpty()) {
            Optional<Version> next = left.stream()
                    .filter(version -> waits(version, left).isEmpty())
                    .findFirst();
            if (next.isEmpty()) {
                return new Plan(List.of(), circle(left));
            }
            left.remove(next.get());
            steps.add(new Plan.Step(next.get(), reasons(next.get())));
        }
        return new Plan(steps, List.of());
    }

    private Collection<Version> waits(Version version, Set<Version> left) {
        return before.getOrDefault(version, Map.of()).keySet().stream()
                .filter(left::contains)
                .toList();
    }

    private List<String> reasons(Version version) {
        List<String> reasons = new ArrayList<>();
        before.getOrDefault(version, Map.of()).forEach((early, why) -> reasons.add("not before " + early + ": " + why));
        return reasons;
    }

    /** Whoever waits for one that waits comes round in the end. */
    private List<String> circle(Set<Version> left) {
        List<Version> way = new ArrayList<>();
        Version at = left.iterator().next();
        while (!way.contains(at)) {
            way.add(at);
            at = waits(at, left).iterator().next();
        }
        List<String> circle = new ArrayList<>();
        for (Version late : way.subList(way.indexOf(at), way.size())) {
            Version early = waits(late, left).iterator().next();
            circle.add(late + " cannot come before " + early + ": "
                    + before.getOrDefault(late, Map.of()).get(early));
        }
        return circle;
    }
}
