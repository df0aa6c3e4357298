package dev.contract.cli;

import dev.contract.cli.PastOptions.Past;
import dev.contract.cli.console.Console;
import dev.contract.compare.Bisection;
import dev.contract.compare.Changelog;
import dev.contract.compare.ContractDiff;
import dev.contract.compare.FollowedPlace;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Contract;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract bisect}: few versions are read, and compared with the oldest. */
@Command(abbreviateSynopsis = true)
final class BisectCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private PastOptions past = new PastOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    BisectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        return past.follow(surroundings, this::bisect);
    }

    private int bisect(FollowedPlace path, List<Past> versions) {
        Contract oldest = PastOptions.at(versions, 0);
        Bisection bisection = Bisection.of(versions.size(), i -> !changes(path, oldest, PastOptions.at(versions, i))
                .isEmpty());
        Optional<Integer> first = bisection.first().stream().boxed().findFirst();
        boolean wasThere =
                !changes(path, oldest.withInteractions(List.of()), oldest).isEmpty();
        if (first.isEmpty() && !wasThere && !path.isOfEveryExchange()) {
            throw past.unknown(path, versions);
        }
        Changelog changes = first.map(i -> changes(path, oldest, PastOptions.at(versions, i)))
                .orElse(new Changelog(List.of()));
        boolean isBack = first.isPresent()
                && changes(path, oldest, PastOptions.at(versions, versions.size() - 1))
                        .isEmpty();
        print(path, versions, new Outcome(bisection, first.map(versions::get), changes, isBack));
        return first.isPresent() ? ExitCode.YES : ExitCode.NO;
    }

    private static Changelog changes(FollowedPlace path, Contract before, Contract after) {
        return Changelog.ofFieldAlone(ContractDiff.of(before, after), path);
    }

    /**
     * What was found.
     *
     * @param isBack whether the newest version is as the oldest again
     */
    private record Outcome(Bisection bisection, Optional<Past> first, Changelog changes, boolean isBack) {}

    private void print(FollowedPlace path, List<Past> versions, Outcome outcome) {
        if (output.isJson()) {
            console.result(output.json(json(path, versions, outcome)));
        } else {
            console.result(outcome.first()
                            .map(version -> version + "\n" + FieldReport.text(outcome.changes(), console) + "\n\n")
                            .orElse("")
                    + sentence(path, versions, outcome)
                    + "; " + Console.counted(outcome.bisection().checks(), "check") + " of "
                    + past.counted(versions));
        }
    }

    private static String sentence(FollowedPlace path, List<Past> versions, Outcome outcome) {
        String oldest = versions.get(0).name();
        Optional<String> first = outcome.first().map(Past::name);
        if (outcome.isBack()) {
            return path + " changed in " + first.orElseThrow() + ", and now is what it was in " + oldest + " again";
        }
        return first.map(name -> path + " is no longer what it was in " + oldest + " since " + name)
                .orElse(path + " is what it was in " + oldest);
    }

    private static JsonObject json(FollowedPlace path, List<Past> versions, Outcome outcome) {
        return JsonObject.builder()
                .put("path", path.toString())
                .put("versions", versions.size())
                .put("checks", outcome.bisection().checks())
                .put("oldest", versions.get(0).name())
                .put(
                        "first",
                        outcome.first()
                                .<JsonValue>map(each -> JsonString.of(each.name()))
                                .orElse(JsonNull.NULL))
                .put("isBack", outcome.isBack())
                .put("differences", FieldReport.json(outcome.changes()))
                .build();
    }
}
