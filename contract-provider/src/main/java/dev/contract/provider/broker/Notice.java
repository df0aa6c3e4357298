package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.List;

/**
 * A sentence of the broker for the user.
 *
 * <p>Immutable.
 *
 * @param type {@code debug}, {@code info}, {@code success}, {@code prompt}, {@code warning}, {@code error} or {@code danger}; for a contract
 *     to verify, the moment at which to show it
 */
public record Notice(String type, String text) {

    static List<Notice> all(JsonObject json, String typeName) {
        return json.array("notices").stream()
                .flatMap(JsonArray::stream)
                .flatMap(value -> value.asObject().stream())
                .map(notice -> new Notice(
                        notice.string(typeName).orElse("info"),
                        notice.string("text").orElse("")))
                .toList();
    }
}
