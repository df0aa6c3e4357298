package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.problem.Problem;
import dev.contract.provider.catalogue.JavaSkeleton;
import dev.contract.provider.catalogue.StateCatalogue;
import dev.contract.provider.state.StateHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract states}: nothing is started and nothing is sent to the provider. */
@Command(abbreviateSynopsis = true)
final class StatesCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private KnownContracts contracts = new KnownContracts();

    @Mixin
    private HandlerOptions handlers = new HandlerOptions();

    @Option(names = "--check", order = 12, description = "Print only what is wrong; a state without a handler is a no.")
    private boolean checks;

    @Option(
            names = "--skeleton",
            paramLabel = "java",
            order = 13,
            description = "Print a class to begin with, with a handler for each state that has none among --handlers.")
    private @Nullable Language skeleton;

    @Mixin
    private OutputOption output = new OutputOption();

    /** In which a skeleton can be written. */
    private enum Language {
        JAVA
    }

    StatesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        if (checks && !handlers.areGiven()) {
            throw new WrongUsage("--check needs the names of handlers: give them with --handler or --handlers");
        }
        if (skeleton != null && (checks || output.isJson())) {
            throw new WrongUsage("--skeleton prints Java: leave out --check and --output");
        }
        StateHandlers known = HandlerOptions.handlers(handlers.names(surroundings));
        StateCatalogue catalogue = StateCatalogue.of(contracts.read(surroundings));
        if (skeleton != null) {
            console.file(JavaSkeleton.of(contracts.provider(), catalogue.withoutHandler(known))
                    .getBytes(StandardCharsets.UTF_8));
            return ExitCode.YES;
        }
        return print(catalogue, problems(catalogue, known));
    }

    private List<Problem> problems(StateCatalogue catalogue, StateHandlers known) {
        List<Problem> problems = new ArrayList<>();
        if (handlers.areGiven()) {
            problems.addAll(catalogue.missing(known));
            problems.addAll(known.unused(catalogue.names()));
        }
        problems.addAll(catalogue.alike());
        return problems;
    }

    private int print(StateCatalogue catalogue, List<Problem> problems) {
        StatesReport report = new StatesReport(contracts.provider(), catalogue, problems);
        if (output.isJson()) {
            console.result(output.json(report.json()));
        } else {
            console.result(Console.plain(checks ? report.findings() : report.text()));
        }
        return checks && problems.stream().anyMatch(Problem::isError) ? ExitCode.NO : ExitCode.YES;
    }
}
