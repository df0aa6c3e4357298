package dev.contract.provider;

import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Location;
import dev.contract.provider.Plan.PlannedContract;
import dev.contract.provider.junit.Check;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.target.HttpUrl;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run as groups of checks: one group per contract, one check per interaction. */
final class DynamicRun {
    private DynamicRun() {}

    static List<Check.Group> groups(Plan plan, Run run) {
        List<Check.Group> groups = new ArrayList<>();
        for (int i = 0; i < plan.contracts().size(); i++) {
            groups.add(group(plan.contracts().get(i), i, run));
        }
        return groups;
    }

    private static Check.Group group(PlannedContract contract, int number, Run run) {
        LocatedContract source = contract.source();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < contract.interactions().size(); i++) {
            int position = i;
            Interaction interaction = contract.interactions().get(i);
            checks.add(new Check(
                    name(interaction),
                    place(source.address(), interaction.annotations().location()),
                    () -> checked(run, number, position)));
        }
        return new Check.Group(
                source.contract().consumer() + " → " + source.contract().provider() + " (" + source.name() + ")",
                place(source.address(), null),
                checks);
    }

    private static Optional<String> checked(Run run, int contract, int interaction) {
        InteractionResult result = run.result(contract, interaction);
        try {
            return judged(result);
        } finally {
            run.asked();
        }
    }

    private static Optional<String> judged(InteractionResult result) {
        if (!result.accepted()) {
            throw new ContractBroken(result.report());
        }
        return result.passed() ? Optional.empty() : Optional.of(result.report());
    }

    private static String name(Interaction interaction) {
        return interaction.states().isEmpty()
                ? interaction.description()
                : interaction.description() + ", given "
                        + interaction.states().stream()
                                .map(FailureReport::state)
                                .collect(Collectors.joining(", "));
    }

    /** The file as JUnit wants it, with the line in the query; null when the contract is no file. */
    private static @Nullable URI place(String address, @Nullable Location location) {
        if (HttpUrl.looksLike(address) || !Files.isRegularFile(Path.of(address))) {
            return null;
        }
        String file = Path.of(address).toUri().toString();
        return URI.create(
                location == null || location.line() == 0
                        ? file
                        : file + "?line=" + location.line() + "&column=" + location.column());
    }
}
