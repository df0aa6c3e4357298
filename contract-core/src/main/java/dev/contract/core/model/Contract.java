package dev.contract.core.model;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The agreement of one consumer with one provider; its written form is a Pact file.
 *
 * <p>Immutable.
 *
 * @param consumer name of the calling side
 * @param provider name of the answering side
 * @param version the version of the file it was read from, or is to be written in
 * @param metadata of the file, without the version: libraries, plugins, whatever was there
 * @param extra attributes at the top of the file that this model has no place for
 */
public record Contract(
        String consumer,
        String provider,
        List<Interaction> interactions,
        SpecVersion version,
        JsonObject metadata,
        JsonObject extra) {
    public Contract {
        Objects.requireNonNull(consumer, "consumer");
        Objects.requireNonNull(provider, "provider");
        interactions = List.copyOf(interactions);
    }

    /** A contract of the newest version, without metadata. */
    public static Contract of(String consumer, String provider, List<? extends Interaction> interactions) {
        return new Contract(
                consumer, provider, List.copyOf(interactions), SpecVersion.V4, JsonObject.EMPTY, JsonObject.EMPTY);
    }

    public Contract withInteractions(List<? extends Interaction> others) {
        return new Contract(consumer, provider, List.copyOf(others), version, metadata, extra);
    }

    public Contract withVersion(SpecVersion other) {
        return new Contract(consumer, provider, interactions, other, metadata, extra);
    }

    /** How many interactions of its file are of no kind that is known here: kept and written back, but nothing that could be replayed. */
    public int unreadInteractions() {
        return Stream.of("interactions", "messages")
                .flatMap(name -> extra.array(name).stream())
                .mapToInt(JsonArray::size)
                .sum();
    }
}
