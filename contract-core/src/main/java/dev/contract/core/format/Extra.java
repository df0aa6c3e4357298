package dev.contract.core.format;

import dev.contract.core.json.JsonObject;

/** Attributes that were read without being understood. */
final class Extra {
    private Extra() {}

    /** The object with these attributes after its own; its own win. */
    static JsonObject add(JsonObject written, JsonObject extra) {
        JsonObject.Builder all = written.toBuilder();
        extra.forEach((name, value) -> {
            if (!written.has(name)) {
                all.put(name, value);
            }
        });
        return all.build();
    }
}
