package dev.contract.core.format;

import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The content type of a message: what its metadata says under {@code contentType} or {@code Content-Type}, in any case. */
final class MessageTypes {
    private static final Set<String> NAMES = Set.of("contenttype", "content-type");

    private MessageTypes() {}

    static Optional<ContentType> of(JsonObject metadata) {
        return metadata.names().stream()
                .filter(name -> NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .flatMap(metadata::string)
                .flatMap(ContentType::parse);
    }
}
