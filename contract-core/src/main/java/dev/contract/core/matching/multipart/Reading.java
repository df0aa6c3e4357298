package dev.contract.core.matching.multipart;

import dev.contract.core.body.ContentType;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.multipart.MultipartPart;
import dev.contract.core.multipart.MultipartReader;
import dev.contract.core.multipart.MultipartSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actual body read as multipart, or why that is impossible.
 *
 * @param fault empty when it is possible
 */
record Reading(List<ActualPart> parts, boolean named, String fault) {

    /** @param usual the boundary of a body that does not say that it is multipart; null when there is none */
    static Reading of(ActualBody actual, @Nullable String usual) {
        return actual.type().isMultipart()
                ? actual.read(Reading.class, body -> read(body, boundary(body.type())))
                : read(actual, usual);
    }

    private static Reading read(ActualBody body, @Nullable String boundary) {
        try {
            List<MultipartPart> parts = MultipartReader.read(body.bytes(), boundary);
            return new Reading(parts.stream().map(ActualPart::new).toList(), PartNames.tellApart(parts), "");
        } catch (MultipartSyntaxException e) {
            return new Reading(List.of(), false, e.reason());
        }
    }

    static @Nullable String boundary(ContentType type) {
        return type.parameter("boundary").orElse(null);
    }
}
