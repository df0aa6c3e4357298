package dev.contract.cli;

import dev.contract.cli.PastOptions.Past;
import dev.contract.cli.console.Console;
import dev.contract.compare.Bisection;
import dev.contract.compare.Changelog;
import dev.contract.compare.ContractDiff;
import dev.contract.compare.FieldPath;
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

    private int bisect(FieldPath path, List<Past> versions) {
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
        print(path, versions, bisection, first.map(versions::get), changes);
        return first.isPresent() ? ExitCode.YES : ExitCode.NO;
    }

    private static Changelog changes(FieldPath path, Contract before, Contract after) {
        return Changelog.of(ContractDiff.of(before, after), path);
    }

    private void print(
            FieldPath path, List<Past> versions, Bisection bisection, Optional<Past> first, Changelog changes) {
        if (output.isJson()) {
            console.result(output.json(json(path, versions, bisection, first, changes)));
        } else {
            console.result(first.map(version -> version + "\n" + FieldReport.text(changes, console) + "\n\n")
                            .orElse("")
                    + sentence(path, versions, bisection, first));
        }
    }

    private static String sentence(FieldPath path, List<Past> versions, Bisection bisection, Optional<Past> first) {
        String checked = "; " + Console.counted(bisection.checks(), "check") + " of "
                + Console.counted(versions.size(), "version");
        return first.map(version -> path + " is no longer what it was in "
                                + versions.get(0).name() + " since " + version.name())
                        .orElse(path + " is what it was in " + versions.get(0).name())
                + checked;
    }

    private static JsonObject json(
            FieldPath path, List<Past> versions, Bisection bisection, Optional<Past> first, Changelog changes) {
        return JsonObject.builder()
                .put("path", path.toString())
                .put("versions", versions.size())
                .put("checks", bisection.checks())
                .put("oldest", versions.get(0).name())
                .put(
                        "first",
                        first.<JsonValue>map(each -> JsonString.of(each.name())).orElse(JsonNull.NULL))
                .put("differences", FieldReport.json(changes))
                .build();
    }
}
