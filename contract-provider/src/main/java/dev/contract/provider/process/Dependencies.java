package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who needs whom: for each name those that come before it.
 *
 * <p>Immutable.
 */
record Dependencies(Map<String, Set<String>> before) {

    /**
     * The names in an order in which each stands after those it depends on.
     *
     * @throws ContractException if a name is unknown, or some depend on each other in a circle
     */
    List<String> inOrder() {
        refuseUnknown();
        Set<String> ordered = new LinkedHashSet<>();
        for (Set<String> next = next(ordered); !next.isEmpty(); next = next(ordered)) {
            ordered.addAll(next);
        }
        if (ordered.size() < before.size()) {
            throw new ContractException(circle(ordered));
        }
        return List.copyOf(ordered);
    }

    /** Those that only depend on what is there. */
    private Set<String> next(Set<String> there) {
        return before.entrySet().stream()
                .filter(each -> !there.contains(each.getKey()) && there.containsAll(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void refuseUnknown() {
        List<Problem> problems = new ArrayList<>();
        before.forEach((name, needed) -> needed.stream()
                .filter(each -> !before.containsKey(each))
                .forEach(each -> problems.add(unknown(name, each))));
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
    }

    private Problem unknown(String name, String needed) {
        return Problem.error(
                        Site.CODE,
                        "service " + Quoted.text(name) + " depends on a service that is not in its group: "
                                + Quoted.text(needed))
                .found(before.keySet().stream().map(Quoted::text).collect(Collectors.joining(", ")))
                .mend("add it with .with(" + Quoted.text(needed) + ", …), or correct the name");
    }

    /** From anywhere among those that are left, going on to somebody who is left comes to a place where we have been. */
    private Problem circle(Set<String> ordered) {
        List<String> way = new ArrayList<>();
        String name = left(before.keySet(), ordered);
        while (!way.contains(name)) {
            way.add(name);
            name = left(before.getOrDefault(name, Set.of()), ordered);
        }
        way.add(name);
        return Problem.error(Site.CODE, "services depend on each other in a circle")
                .found(String.join(" → ", way.subList(way.indexOf(name), way.size())))
                .mend("take one of these dependencies out: who starts first cannot wait for the other");
    }

    private static String left(Set<String> names, Set<String> ordered) {
        return names.stream()
                .filter(each -> !ordered.contains(each))
                .findFirst()
                .orElseThrow();
    }

    /** The same the other way round. */
    Dependencies reversed() {
        Map<String, Set<String>> after = new LinkedHashMap<>();
        before.keySet().forEach(name -> after.put(name, new LinkedHashSet<>()));
        before.forEach((name, needed) -> needed.forEach(
                each -> after.getOrDefault(each, new LinkedHashSet<>()).add(name)));
        return new Dependencies(after);
    }
}
