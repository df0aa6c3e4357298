package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path: as it stands on the wire, or, where that differs, decoded; {@code %2F} is never taken for a slash, which would make it
 * another resource.
 */
record PathPart(String expected, String decoded, @Nullable Rules rules) implements Part<HttpRequest> {

    static PathPart of(String expected, @Nullable Rules rules) {
        return new PathPart(expected, decoded(expected), rules);
    }

    @Override
    public void match(HttpRequest actual, List<Mismatch> mismatches) {
        String path = actual.path();
        List<String> refusals = refusals(expected, path);
        if (!refusals.isEmpty() && refusals(decoded, decoded(path)).isEmpty()) {
            return;
        }
        for (String refusal : refusals) {
            mismatches.add(new Mismatch(Mismatch.Kind.PATH, "", expected, path, refusal));
        }
    }

    private List<String> refusals(String wanted, String path) {
        if (rules != null) {
            return rules.refusalsOfText(wanted, path);
        }
        return wanted.equals(path)
                ? List.of()
                : List.of("Expected path " + Shown.quoted(wanted) + " but was " + Shown.quoted(path));
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        String kept = path.replace("+", "%2B").replaceAll("%2[Ff]", "%252F");
        try {
            return URLDecoder.decode(kept, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
