package dev.contract.provider.broker;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contract as the broker has it, with the links that lead on from it.
 *
 * <p>Immutable.
 *
 * @param url where it was fetched from
 * @param body the whole document: the contract with the broker's links
 * @param json the same, read
 */
public record FetchedContract(String url, Body body, JsonObject json) {

    /** The identifier that the broker gave to each interaction, in the order of the document; empty where it gave none. */
    public List<Optional<String>> interactionIds() {
        return Stream.of("interactions", "messages")
                .flatMap(name -> json.array(name).stream())
                .flatMap(JsonArray::stream)
                .map(interaction -> interaction.asObject().flatMap(object -> object.string("_id")))
                .toList();
    }

    HalDocument document() {
        return new HalDocument(json, "GET " + url);
    }
}
