package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.Legible;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.VerificationSelection;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LocatedContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The contracts with a provider, for commands that read them and run nothing. */
@Command
final class KnownContracts {
    private static final int MOST_NAMED = 10;

    @Mixin
    private ContractOptions contractOptions = new ContractOptions();

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

    String provider() {
        return contractOptions.provider();
    }

    /** Whose contracts alone; empty for all. */
    Optional<String> consumer() {
        return contractOptions.consumer();
    }

    /**
     * All of them, at least one.
     *
     * @throws dev.contract.core.problem.ContractException if one cannot be read, or there is none
     */
    List<LocatedContract> read(Surroundings surroundings) {
        if (!contractOptions.places().isEmpty() && (selectors.areGiven() || branch != null)) {
            throw new WrongUsage(
                    "--consumer-version-selectors and --provider-branch choose among the contracts of the broker:"
                            + " they do not go with contracts that are named");
        }
        ContractPlaces named = new ContractPlaces(surroundings, brokerOptions, sourceOptions, contractOptions.places());
        if (!named.needBroker()) {
            return read(named.sources());
        }
        VerificationSelection selection =
                new VerificationSelection(selectors.selectors(), branch, List.of(), false, null);
        try (BrokerAccess broker = brokerOptions.openToAsk(surroundings, ContractPlaces.TO_NAME)) {
            List<LocatedContract> contracts =
                    read(named.sources(new BrokerSource(broker.client(), broker.base(), selection)));
            tellNames(contracts, surroundings.console());
            return contracts;
        }
    }

    /** Nobody named them one by one; what a broker calls them has their versions in it. */
    private static void tellNames(List<LocatedContract> contracts, Console console) {
        List<String> names =
                contracts.stream().map(LocatedContract::name).distinct().toList();
        int more = names.size() - MOST_NAMED;
        String shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        console.tell("Read: " + Legible.text(shown) + (more > 0 ? " and " + more + " more" : ""));
    }

    private List<LocatedContract> read(List<ContractSource> sources) {
        return contractOptions.verifier(sources).contracts();
    }

    /** All of them, wherever they come from. */
    List<Contract> contracts(Surroundings surroundings) {
        return read(surroundings).stream().map(LocatedContract::contract).toList();
    }
}
