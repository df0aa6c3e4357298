package dev.contract.core.matching;

import dev.contract.core.body.ContentType;
import java.util.List;
import java.util.ServiceLoader;

/** The body formats there are, those of this project first. */
final class BodyFormats {
    private static final List<BodyFormat> ALL =
            ServiceLoader.load(BodyFormat.class, BodyFormat.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private BodyFormats() {}

    /** The format that compares bodies of a type. */
    static BodyFormat of(ContentType type) {
        for (BodyFormat format : ALL) {
            if (format.handles(type)) {
                return format;
            }
        }
        throw new IllegalStateException("no body format is installed for " + type
                + ": META-INF/services of contract-core is missing from the class path");
    }
}
