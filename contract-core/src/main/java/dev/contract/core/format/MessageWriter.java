package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SpecVersion;

/** Writes a single message as it stands in contract files of version 4, for those who send one about. */
public final class MessageWriter {
    private MessageWriter() {}

    /** An object with {@code contents} and {@code metadata}; what is missing or empty is left out. */
    public static JsonObject write(Body contents, JsonObject metadata) {
        return new PartWriter(SpecVersion.V4).message(MessagePart.of(contents, metadata), JsonObject.EMPTY);
    }
}
