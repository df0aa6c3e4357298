package dev.contract.provider;

import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.source.Absence;
import dev.contract.provider.source.LoadedContracts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * That no place has a contract of the provider, with what each of them has instead.
 *
 * @param places what each source held, by its name
 */
record NoContracts(String provider, List<Map.Entry<String, LoadedContracts>> places) {
    static final String CODE = "CONTRACT-NONE";

    Problem problem() {
        Problem problem = Problem.error(CODE, "no contracts found for provider " + Quoted.text(provider));
        if (places.isEmpty()) {
            return problem.at("no place to look for contracts").mend("add .contractsFrom(directory(\"…\"))");
        }
        return problem.at(places.stream().map(Map.Entry::getKey).collect(Collectors.joining(", ")))
                .found(String.join("\n", found()))
                .mend(mend());
    }

    private List<String> found() {
        if (places.size() == 1) {
            return found(places.get(0).getValue());
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, LoadedContracts> place : places) {
            List<String> found = found(place.getValue());
            lines.add(place.getKey() + ": " + found.get(0));
            found.stream().skip(1).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private List<String> found(LoadedContracts loaded) {
        Absence absence = loaded.absence();
        if (absence != null) {
            return absence.found();
        }
        TreeSet<String> others = providers(List.of(loaded));
        return List.of(others.isEmpty() ? "no contract at all" : "contracts for " + NearNames.listed(provider, others));
    }

    private String mend() {
        List<LoadedContracts> all = places.stream().map(Map.Entry::getValue).toList();
        TreeSet<String> others = providers(all);
        Optional<String> near =
                NearNames.nearest(provider, others).map(name -> "is the provider called " + Quoted.text(name) + "?");
        return near.or(() -> all.stream()
                        .map(LoadedContracts::absence)
                        .filter(Objects::nonNull)
                        .map(Absence::mend)
                        .findFirst())
                .orElse(
                        others.isEmpty()
                                ? "run the consumer's tests, which write contracts"
                                : "check the name of the provider");
    }

    private static TreeSet<String> providers(List<LoadedContracts> loaded) {
        return loaded.stream()
                .flatMap(each -> each.contracts().stream())
                .map(each -> each.contract().provider())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
