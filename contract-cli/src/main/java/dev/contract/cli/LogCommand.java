package dev.contract.cli;

import dev.contract.cli.PastOptions.Past;
import dev.contract.cli.console.Console;
import dev.contract.compare.Changelog;
import dev.contract.compare.ContractDiff;
import dev.contract.compare.FollowedPlace;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract log}: every version is compared with the one before it. */
@Command(abbreviateSynopsis = true)
final class LogCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private PastOptions past = new PastOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    LogCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        return past.follow(surroundings, this::print);
    }

    /** A version in which the field changed. */
    private record Step(Past version, boolean isOldest, Changelog changes) {
        String text(Console console) {
            return version + "\n" + (isOldest ? FieldReport.oldest(changes) : FieldReport.text(changes, console))
                    + "\n";
        }
    }

    private int print(FollowedPlace path, List<Past> versions) {
        List<Step> steps = steps(path, versions);
        if (steps.isEmpty() && !path.isOfEveryExchange()) {
            throw past.unknown(path, versions);
        }
        if (output.isJson()) {
            console.result(output.json(json(path, versions, steps)));
        } else {
            steps.forEach(step -> console.result(step.text(console)));
            long changed = steps.stream().filter(step -> !step.isOldest()).count();
            console.result(path + " changed in " + (changed == 0 ? "none" : changed) + " of " + past.counted(versions));
        }
        return ExitCode.YES;
    }

    /** The newest first. */
    private static List<Step> steps(FollowedPlace path, List<Past> versions) {
        List<Step> steps = new ArrayList<>();
        Contract before = PastOptions.at(versions, 0).withInteractions(List.of());
        for (int i = 0; i < versions.size(); i++) {
            Contract contract = PastOptions.at(versions, i);
            Changelog changes = Changelog.of(ContractDiff.of(before, contract), path);
            if (!changes.isEmpty()) {
                steps.add(0, new Step(versions.get(i), i == 0, changes));
            }
            before = contract;
        }
        return steps;
    }

    private static JsonObject json(FollowedPlace path, List<Past> versions, List<Step> steps) {
        return JsonObject.builder()
                .put("path", path.toString())
                .put("versions", versions.size())
                .put(
                        "changes",
                        JsonArray.of(steps.stream()
                                .map(step -> JsonObject.builder()
                                        .put("version", step.version().name())
                                        .put("date", step.version().date())
                                        .put("subject", step.version().subject())
                                        .put("differences", FieldReport.json(step.changes()))
                                        .build())
                                .collect(Collectors.toList())))
                .build();
    }
}
