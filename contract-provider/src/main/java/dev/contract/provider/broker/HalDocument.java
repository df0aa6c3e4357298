package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer of the broker.
 *
 * <p>Immutable.
 *
 * @param place the request it answers, for messages
 */
record HalDocument(JsonObject json, String place) {

    /** The links of a relation: brokers write one as an object, several as an array. */
    List<Link> links(String relation) {
        return json.object("_links").flatMap(links -> links.get(relation)).stream()
                .flatMap(HalDocument::each)
                .flatMap(value -> value.asObject().flatMap(Link::of).stream())
                .toList();
    }

    Optional<Link> find(String relation) {
        return links(relation).stream().findFirst();
    }

    /** @throws BrokerException if there is no such link */
    Link link(String relation) {
        return find(relation)
                .orElseThrow(
                        () -> new BrokerException(
                                0,
                                Problem.error("CONTRACT-BROKER", "the broker offers no link " + relation)
                                        .at(place)
                                        .found(offered())
                                        .mend(
                                                "make sure that the address is the base URL of a broker; an old broker may need an update")));
    }

    /** The objects of an embedded list, or of a plain list at the top. */
    List<JsonObject> embedded(String name) {
        return json.object("_embedded").flatMap(embedded -> embedded.array(name)).or(() -> json.array(name)).stream()
                .flatMap(JsonArray::stream)
                .flatMap(value -> value.asObject().stream())
                .toList();
    }

    private static Stream<JsonValue> each(JsonValue value) {
        return value.asArray().map(JsonArray::stream).orElseGet(() -> Stream.of(value));
    }

    private String offered() {
        return json.object("_links")
                .filter(links -> !links.isEmpty())
                .map(links -> "links " + String.join(", ", links.names()))
                .orElse("no links at all");
    }
}
