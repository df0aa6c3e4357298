package dev.contract.provider.broker;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The addresses of its single links, by relation. */
    public Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        json.object("_links")
                .ifPresent(all -> all.forEach((relation, link) ->
                        link.asObject().flatMap(Link::of).ifPresent(single -> links.put(relation, single.href()))));
        return links;
    }

    /** The number of the consumer's version; {@code ""} when the broker does not say. */
    public String consumerVersion() {
        return document()
                .find("pb:consumer-version")
                .flatMap(link -> Optional.ofNullable(link.name()))
                .orElse("");
    }

    /** Whether another one is the same, whatever the broker and the library that wrote it say of it. */
    boolean hasContentOf(FetchedContract other) {
        return content().equals(other.content());
    }

    private JsonObject content() {
        return json.without(Set.of("_links", "createdAt", "metadata"));
    }

    HalDocument document() {
        return new HalDocument(json, "GET " + url);
    }
}
