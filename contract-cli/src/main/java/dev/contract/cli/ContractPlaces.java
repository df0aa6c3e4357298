package dev.contract.cli;

import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.Glob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The places of contracts that a user names: files, directories, globs, URLs. */
final class ContractPlaces {
    /** Advice to those who named none. */
    static final String TO_NAME = "name the contracts, such as target/contracts";

    private final Surroundings surroundings;
    private final BrokerOptions broker;
    private final SourceOptions options;
    private final List<String> places;

    ContractPlaces(Surroundings surroundings, BrokerOptions broker, SourceOptions options, List<String> places) {
        this.surroundings = surroundings;
        this.broker = broker;
        this.options = options;
        this.places = places;
    }

    /** Whether the broker has to be asked. */
    boolean needBroker() {
        return places.isEmpty() || places.stream().anyMatch(broker::covers);
    }

    /** The places when none of them is in the broker. */
    List<ContractSource> sources() {
        return places.stream().map(this::named).toList();
    }

    /** The places, or all that the broker selects where none is named. */
    List<ContractSource> sources(BrokerSource source) {
        return places.isEmpty()
                ? List.of(source)
                : places.stream()
                        .map(text -> broker.covers(text) ? source.only(text) : named(text))
                        .toList();
    }

    /** A path is read below the working directory. */
    private ContractSource named(String text) {
        if (text.contains("://")) {
            return options.source(text);
        }
        Path path = surroundings.path(text);
        return Glob.isGlob(text) && !Files.exists(path)
                ? ContractSource.glob(surroundings.directory(), text)
                : ContractSource.of(path.toString());
    }
}
