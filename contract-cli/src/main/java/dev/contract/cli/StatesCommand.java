package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.problem.Problem;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.VerificationSelection;
import dev.contract.provider.catalogue.JavaSkeleton;
import dev.contract.provider.catalogue.StateCatalogue;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.state.StateAction;
import dev.contract.provider.state.StateHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private ContractOptions contractOptions = new ContractOptions();

    @Option(
            names = "--handler",
            paramLabel = "STATE",
            order = 10,
            description =
                    "The name of a handler that the provider's tests have, with its {placeholders}. May be repeated.")
    private List<String> handlers = new ArrayList<>();

    @Option(
            names = "--handlers",
            paramLabel = "FILE",
            order = 11,
            description = "A text file with such names, one in each line.")
    private @Nullable String handlersFile;

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

    @Mixin
    private SelectorOption selectors = new SelectorOption();

    @Option(
            names = {"--provider-branch", "--provider-version-branch"},
            paramLabel = "BRANCH",
            order = 41,
            description = "The provider's branch, for selectors with matchingBranch.")
    private @Nullable String branch;

    @Mixin
    private SourceOptions sourceOptions = new SourceOptions();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

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
        if (checks && !knowsHandlers()) {
            throw new WrongUsage("--check needs the names of handlers: give them with --handler or --handlers");
        }
        if (skeleton != null && (checks || output.isJson())) {
            throw new WrongUsage("--skeleton prints Java: leave out --check and --output");
        }
        StateHandlers known = known();
        StateCatalogue catalogue = StateCatalogue.of(contracts());
        if (skeleton != null) {
            console.file(JavaSkeleton.of(contractOptions.provider(), catalogue.withoutHandler(known))
                    .getBytes(StandardCharsets.UTF_8));
            return ExitCode.YES;
        }
        return print(catalogue, problems(catalogue, known));
    }

    private boolean knowsHandlers() {
        return !handlers.isEmpty() || handlersFile != null;
    }

    /** A handler that several test classes have is named several times. */
    private StateHandlers known() {
        Set<String> names = new LinkedHashSet<>(handlers);
        if (handlersFile != null) {
            new String(NamedFiles.bytes(surroundings, handlersFile), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(names::add);
        }
        StateHandlers known = new StateHandlers();
        names.forEach(name -> known.add(name, StateAction.SETUP, state -> null));
        return known;
    }

    private List<LocatedContract> contracts() {
        ContractPlaces named = new ContractPlaces(surroundings, brokerOptions, sourceOptions, contractOptions.places());
        if (!named.needBroker()) {
            return contracts(named.sources());
        }
        VerificationSelection selection =
                new VerificationSelection(selectors.selectors(), branch, List.of(), false, null);
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            return contracts(named.sources(new BrokerSource(broker.client(), broker.base(), selection)));
        }
    }

    private List<LocatedContract> contracts(List<ContractSource> sources) {
        return contractOptions.verifier(sources).contracts();
    }

    private List<Problem> problems(StateCatalogue catalogue, StateHandlers known) {
        List<Problem> problems = new ArrayList<>();
        if (knowsHandlers()) {
            problems.addAll(catalogue.missing(known));
            problems.addAll(known.unused(catalogue.names()));
        }
        problems.addAll(catalogue.alike());
        return problems;
    }

    private int print(StateCatalogue catalogue, List<Problem> problems) {
        StatesReport report = new StatesReport(contractOptions.provider(), catalogue, problems);
        if (output.isJson()) {
            console.result(output.json(report.json()));
        } else {
            console.result(Console.plain(checks ? report.findings() : report.text()));
        }
        return checks && problems.stream().anyMatch(Problem::isError) ? ExitCode.NO : ExitCode.YES;
    }
}
