package dev.contract.openapi.document;

import java.util.List;
import java.util.stream.Stream;

/** JSON pointers (RFC 6901) as they stand behind the {@code #} of a reference. */
final class Pointer {
    private Pointer() {}

    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The names of a pointer that starts with a slash, or is empty. */
    static List<String> names(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Stream.of(pointer.substring(1).split("/", -1))
                        .map(name -> name.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }
}
