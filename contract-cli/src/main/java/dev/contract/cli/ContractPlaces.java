package dev.contract.cli;

import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.source.ContractSource;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** The places of contracts that a user names: files, directories, globs, URLs. */
final class ContractPlaces {
    private final Surroundings surroundings;
    private final BrokerOptions broker;
    private final List<String> places;

    ContractPlaces(Surroundings surroundings, BrokerOptions broker, List<String> places) {
        this.surroundings = surroundings;
        this.broker = broker;
        this.places = places;
    }

    /** Whether the broker has to be asked. */
    boolean needBroker() {
        return places.isEmpty() || places.stream().anyMatch(broker::covers);
    }

    /** The places when none of them is in the broker. */
    List<ContractSource> sources() {
        return places.stream().flatMap(this::named).toList();
    }

    /** The places, or all that the broker selects where none is named. */
    List<ContractSource> sources(BrokerSource source) {
        return places.isEmpty()
                ? List.of(source)
                : places.stream()
                        .flatMap(text -> broker.covers(text) ? Stream.of(source.only(text)) : named(text))
                        .toList();
    }

    /** A path as the user wrote it, for messages; it is read below the working directory. */
    private Stream<ContractSource> named(String text) {
        if (text.contains("://")) {
            return Stream.of(ContractSource.of(text));
        }
        return isGlob(text)
                ? NamedFiles.all(surroundings, List.of(text)).stream().map(this::path)
                : Stream.of(path(text));
    }

    private ContractSource path(String text) {
        return ContractSource.of(surroundings.path(text).toString());
    }

    private boolean isGlob(String text) {
        return NamedFiles.isGlob(text) && !Files.exists(surroundings.path(text));
    }
}
