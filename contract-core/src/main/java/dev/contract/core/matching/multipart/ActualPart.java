package dev.contract.core.matching.multipart;

import dev.contract.core.body.Body;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.multipart.MultipartPart;
import org.jspecify.annotations.Nullable;

/** A part that came; its contents are only taken out, and read, when somebody compares them. One thread at a time. */
final class ActualPart {
    private final MultipartPart part;
    private @Nullable ActualBody body;

    ActualPart(MultipartPart part) {
        this.part = part;
    }

    MultipartPart part() {
        return part;
    }

    /**
     * The contents of the part.
     *
     * @throws dev.contract.core.multipart.MultipartSyntaxException if they are not encoded as the part says
     */
    ActualBody body() {
        ActualBody known = body;
        if (known == null) {
            known = ActualBody.of(Body.of(part.content()), part.contentType().orElse(null));
            body = known;
        }
        return known;
    }
}
