package dev.contract.core.matching.multipart;

import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.multipart.Disposition;
import dev.contract.core.multipart.MultipartPart;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of a part: the expected ones must be there and equal, others may be there. Thread-safe: nothing is kept between calls. */
public final class PartHeaders {
    /** The type is compared with the contents; how they were sent, and how long they became by it, says nothing about them. */
    private static final Set<String> COMPARED_ELSEWHERE =
            Set.of("content-type", "content-disposition", "content-transfer-encoding", "content-length");

    private PartHeaders() {}

    /** Whether a part has all headers that are expected of another one. */
    public static boolean have(MultipartPart expected, MultipartPart actual) {
        FoundMismatches found = new FoundMismatches();
        match(expected, actual, "$", found);
        return found.list().isEmpty();
    }

    static void match(MultipartPart expected, MultipartPart actual, String place, FoundMismatches found) {
        matchDisposition(expected.disposition(), actual.disposition(), place, found);
        expected.headers().forEach((name, values) -> {
            List<String> came = actual.headers().values(name);
            if (!COMPARED_ELSEWHERE.contains(name.toLowerCase(Locale.ROOT)) && !values.equals(came)) {
                String wanted = String.join(", ", values);
                String other = came.isEmpty() ? null : String.join(", ", came);
                found.add(place, wanted, other, sentence("header '" + name + "'", wanted, other));
            }
        });
    }

    /** Piece by piece: the order of the parameters does not count. */
    private static void matchDisposition(
            Disposition expected, Disposition actual, String place, FoundMismatches found) {
        if (!expected.type().equals(actual.type())) {
            String came = actual.type().isEmpty() ? null : actual.type();
            found.add(place, expected.type(), came, sentence("disposition", expected.type(), came));
        }
        expected.parameters().forEach((name, wanted) -> {
            String came = actual.parameter(name).orElse(null);
            if (!wanted.equals(came)) {
                String what = name.equals("filename") ? "file name" : "parameter '" + name + "' of the disposition";
                found.add(place, wanted, came, sentence(what, wanted, came));
            }
        });
    }

    private static String sentence(String what, String wanted, @Nullable String came) {
        return "Expected the " + what + " of the part to be " + Shown.quoted(wanted) + " but "
                + (came == null ? "it was missing" : "was " + Shown.quoted(came));
    }
}
