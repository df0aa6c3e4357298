package dev.contract.consumer.junit;

import dev.contract.consumer.stub.Unreached;
import dev.contract.consumer.variation.Spot;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of a class have shown that is no failure, in words. Thread-safe. */
final class ClassReport {
    private final String testClass;

    /** By interaction; for each test that was shown it, what that test can do without. */
    private final Map<Met, List<List<Spot>>> unread = new TreeMap<>();

    private final Map<String, Set<String>> unjudged = new TreeMap<>();
    private final Map<String, Set<Unreached>> unreached = new TreeMap<>();
    private final Set<String> unserved = new LinkedHashSet<>();

    private record Met(String consumer, String provider, String interaction) implements Comparable<Met> {
        @Override
        public int compareTo(Met other) {
            return toString().compareTo(other.toString());
        }
    }

    ClassReport(String testClass) {
        this.testClass = testClass;
    }

    synchronized void unread(Roles roles, Interaction interaction, List<Spot> spots) {
        unread.computeIfAbsent(
                        new Met(roles.consumer(), roles.provider(), interaction.quoted()), key -> new ArrayList<>())
                .add(spots);
    }

    synchronized void unjudged(TestId test, Collection<String> spots) {
        if (!spots.isEmpty()) {
            unjudged.computeIfAbsent(test.method().method().getName(), key -> new TreeSet<>())
                    .addAll(spots);
        }
    }

    synchronized void unreached(TestId test, List<Unreached> answers) {
        if (!answers.isEmpty()) {
            unreached
                    .computeIfAbsent(test.method().method().getName(), key -> new LinkedHashSet<>())
                    .addAll(answers);
        }
    }

    /** Takes what was told of routes that no provider serves. */
    synchronized void unserved(Collection<String> told) {
        unserved.addAll(told);
    }

    /** Whether something of it is likely to fail elsewhere. */
    synchronized boolean isWarning() {
        return !unserved.isEmpty();
    }

    /** Empty when there is nothing to tell. */
    synchronized String text() {
        Stream<String> ofInteractions =
                unread.entrySet().stream().map(each -> describe(each.getKey(), ofAll(each.getValue())));
        return Stream.of(unserved.stream(), ofInteractions, Stream.of(describeUnjudged(), describeUnreached()))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What none of the tests reads: of two that differ in depth, the deeper place. */
    private static List<Spot> ofAll(List<List<Spot>> tests) {
        Set<Spot> common = new LinkedHashSet<>();
        tests.forEach(spots -> spots.stream()
                .filter(spot ->
                        tests.stream().allMatch(other -> other.stream().anyMatch(unread -> unread.covers(spot))))
                .forEach(common::add));
        return common.stream()
                .filter(spot -> common.stream().noneMatch(other -> !other.equals(spot) && other.covers(spot)))
                .toList();
    }

    private String describe(Met shown, List<Spot> spots) {
        return spots.isEmpty()
                ? ""
                : new Facts("CONTRACT-UNREAD  " + shown.consumer() + " never reads part of what it expects of "
                                + shown.provider() + ", as far as " + testClass + " shows")
                        .add("in", shown.interaction())
                        .add("unread", spots.stream().map(Spot::toString).collect(Collectors.joining("\n")))
                        .add("mend", "leave it out of the contract, or assert something of it")
                        .toString();
    }

    private String describeUnjudged() {
        if (unjudged.isEmpty()) {
            return "";
        }
        Facts facts = new Facts("CONTRACT-UNJUDGED  tests of " + testClass
                + " hold for the example only: what the consumer makes of other answers was not seen");
        unjudged.forEach((method, spots) -> facts.add("in", method).add("at", String.join(", ", spots)));
        return facts.add("mend", "compare with answered(\"$.name\"), or assert only if givesExample()")
                .toString();
    }

    private String describeUnreached() {
        if (unreached.isEmpty()) {
            return "";
        }
        Facts facts =
                new Facts("CONTRACT-UNREACHED  tests of " + testClass + " never came to the last answers of sequences");
        unreached.forEach((method, answers) -> facts.add("in", method)
                .add("never", answers.stream().map(Unreached::toString).collect(Collectors.joining("\n"))));
        return facts.add("mend", "let the consumer ask again, or take those answers out")
                .toString();
    }
}
