package dev.contract.cli;

import dev.contract.core.model.Contract;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.VerificationSelection;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LocatedContract;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The contracts with a provider, for commands that read them and run nothing. */
@Command
final class KnownContracts {
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
        ContractPlaces named = new ContractPlaces(surroundings, brokerOptions, sourceOptions, contractOptions.places());
        if (!named.needBroker()) {
            return read(named.sources());
        }
        VerificationSelection selection =
                new VerificationSelection(selectors.selectors(), branch, List.of(), false, null);
        try (BrokerAccess broker = brokerOptions.openToAsk(surroundings, ContractPlaces.TO_NAME)) {
            return read(named.sources(new BrokerSource(broker.client(), broker.base(), selection)));
        }
    }

    private List<LocatedContract> read(List<ContractSource> sources) {
        return contractOptions.verifier(sources).contracts();
    }

    /** All of them, wherever they come from. */
    List<Contract> contracts(Surroundings surroundings) {
        return read(surroundings).stream().map(LocatedContract::contract).toList();
    }
}
