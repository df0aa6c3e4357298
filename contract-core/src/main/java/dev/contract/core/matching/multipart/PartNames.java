package dev.contract.core.matching.multipart;

import dev.contract.core.multipart.MultipartPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of parts. Thread-safe: nothing is kept between calls. */
public final class PartNames {
    private PartNames() {}

    /** Whether every part has a name that no other one has: then the order of the parts does not count. */
    public static boolean tellApart(List<MultipartPart> parts) {
        Set<String> names = new HashSet<>();
        return parts.stream().allMatch(part -> part.name().map(names::add).orElse(false));
    }
}
