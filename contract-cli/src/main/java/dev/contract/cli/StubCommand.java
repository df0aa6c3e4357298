package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Table;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.VerificationSelection;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import dev.contract.standalone.StandaloneSettings;
import dev.contract.standalone.StandaloneStub;
import dev.contract.standalone.StandaloneStub.Loaded;
import dev.contract.standalone.StandaloneStub.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract stub}: serves until the process is asked to end. */
@Command(abbreviateSynopsis = true)
final class StubCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR|GLOB|URL",
            description = "The contracts. Without any: those that the broker has of --provider.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            order = 1,
            description = "Only contracts of this provider. Needed for those of the broker.")
    private @Nullable String provider;

    @Option(names = "--consumer", paramLabel = "NAME", order = 2, description = "Only contracts of this consumer.")
    private @Nullable String consumer;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            order = 3,
            description = "Only interactions whose description contains this text.")
    private @Nullable String only;

    @Option(
            names = "--state",
            paramLabel = "TEXT",
            order = 4,
            description = "Only interactions in a state whose name contains this text; \"\" for those without one.")
    private @Nullable String state;

    @Option(
            names = "--empty",
            order = 5,
            description = "Begin without contracts: interactions come through the control API.")
    private boolean empty;

    @Mixin
    private StubOptions stubOptions = new StubOptions();

    @Option(
            names = "--no-reload",
            order = 20,
            description = "Keep to the contracts as they are now. Without it, changed files are read again.")
    private boolean noReload;

    @Mixin
    private SelectorOption selectors = new SelectorOption();

    @Mixin
    private SourceOptions sourceOptions = new SourceOptions();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    StubCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        StandaloneSettings settings = stubOptions.settings(surroundings);
        ContractPlaces named = new ContractPlaces(surroundings, brokerOptions, sourceOptions, places);
        if (empty && !places.isEmpty()) {
            throw new WrongUsage("--empty begins without contracts, but some are named");
        }
        if (empty || !named.needBroker()) {
            return serve(settings, empty ? List.of() : named.sources());
        }
        if (provider == null) {
            throw new WrongUsage("name contracts to serve, or give --provider for those that the broker has of it, or"
                    + " begin with none by --empty");
        }
        VerificationSelection selection =
                new VerificationSelection(selectors.selectors(), null, List.of(), false, null);
        try (BrokerAccess broker = brokerOptions.openToAsk(surroundings, ContractPlaces.TO_NAME)) {
            return serve(settings, named.sources(new BrokerSource(broker.client(), broker.base(), selection)));
        }
    }

    private int serve(StandaloneSettings settings, List<ContractSource> sources) {
        FileWatch watch = new FileWatch(surroundings, noReload ? List.of() : places);
        try (Serving serving = Serving.begin("contract-stub");
                StandaloneStub stub = StandaloneStub.start(settings, () -> load(sources))) {
            writePort(stub);
            console.problems(stub.problems());
            console.result(greeting(settings, stub));
            while (!serving.endsWithin(watch.pause())) {
                if (watch.hasChanged()) {
                    tell(stub, stub.reload());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.YES;
    }

    private LoadedContracts load(List<ContractSource> sources) {
        List<LocatedContract> contracts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ContractSource source : sources) {
            LoadedContracts loaded = source.load(provider == null ? "" : provider);
            loaded.contracts().stream()
                    .filter(this::isWanted)
                    .map(this::filtered)
                    .forEach(contracts::add);
            problems.addAll(loaded.problems());
        }
        if (contracts.isEmpty() && !empty && problems.stream().noneMatch(Problem::isError)) {
            problems.add(none());
        }
        return new LoadedContracts(contracts, problems);
    }

    private boolean isWanted(LocatedContract located) {
        Contract contract = located.contract();
        return (provider == null || provider.equals(contract.provider()))
                && (consumer == null || consumer.equals(contract.consumer()));
    }

    private LocatedContract filtered(LocatedContract located) {
        Contract contract = located.contract();
        List<Interaction> wanted =
                contract.interactions().stream().filter(this::isWanted).toList();
        return LocatedContract.of(contract.withInteractions(wanted), located.name());
    }

    private boolean isWanted(Interaction interaction) {
        return (only == null || interaction.description().contains(only))
                && (state == null || isIn(interaction, state));
    }

    private static boolean isIn(Interaction interaction, String text) {
        return text.isEmpty()
                ? interaction.states().isEmpty()
                : interaction.states().stream().anyMatch(each -> each.name().contains(text));
    }

    private Problem none() {
        String whose = (consumer == null ? "" : " of the consumer " + Quoted.text(consumer))
                + (provider == null ? "" : " of the provider " + Quoted.text(provider));
        return Problem.error("CONTRACT-NONE", "there is no contract" + whose + " to serve")
                .at(places.isEmpty() ? "the broker" : String.join(" ", places))
                .mend("name others, or begin without contracts by --empty");
    }

    private void writePort(StandaloneStub stub) {
        if (stubOptions.portFile() != null) {
            WholeFile.write(surroundings.path(stubOptions.portFile()), ports(stub));
        }
    }

    /** The port alone, where there is only one. */
    private static String ports(StandaloneStub stub) {
        List<Served> served = stub.served();
        return served.stream().allMatch(each -> each.port() == stub.port())
                ? stub.port() + "\n"
                : served.stream()
                        .map(each -> each.provider() + "=" + each.port() + "\n")
                        .collect(Collectors.joining());
    }

    private String greeting(StandaloneSettings settings, StandaloneStub stub) {
        String first = "contract stub " + VersionCommand.own() + " · " + control(settings, stub);
        Table table = new Table("provider", "address", "interactions");
        for (Served served : stub.served()) {
            table.row(served.provider(), served.url(), Integer.toString(served.interactions()));
        }
        return Console.plain(first + (stub.served().isEmpty() ? "" : "\n" + table));
    }

    private static String control(StandaloneSettings settings, StandaloneStub stub) {
        if (!settings.control().on()) {
            return "steered by nobody";
        }
        return "steered at " + stub.url() + StandaloneStub.CONTROL + " by "
                + (settings.control().token() == null ? "this machine only" : "whoever has the token");
    }

    private void tell(StandaloneStub stub, Loaded loaded) {
        if (!loaded.taken()) {
            console.tell("Files have changed, but cannot be served; what was there before still is.");
        }
        console.problems(loaded.problems());
        if (loaded.taken()) {
            int all = stub.served().stream().mapToInt(Served::interactions).sum();
            console.tell("Files have changed: now " + Console.counted(all, "interaction") + ".");
        }
    }
}
