package dev.contract.cli;

import dev.contract.provider.Verifier;
import dev.contract.provider.source.ContractSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which provider a command is about, and whose contracts with it, from where. */
@Command
final class ContractOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR|GLOB|URL",
            description = "The contracts. Without any: those that the broker wants verified.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--provider",
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "The provider's name as the contracts have it.")
    private String provider = "";

    @Option(names = "--consumer", paramLabel = "NAME", order = 2, description = "Only contracts of this consumer.")
    private @Nullable String consumer;

    List<String> places() {
        return places;
    }

    String provider() {
        return provider;
    }

    /** Whose contracts alone; empty for all. */
    Optional<String> consumer() {
        return Optional.ofNullable(consumer);
    }

    /** What verifies, or only reads, the wanted contracts of these sources. */
    Verifier verifier(List<ContractSource> sources) {
        Verifier verifier = Verifier.of(provider).contractsFrom(sources.toArray(ContractSource[]::new));
        return consumer == null ? verifier : verifier.consumer(consumer);
    }
}
