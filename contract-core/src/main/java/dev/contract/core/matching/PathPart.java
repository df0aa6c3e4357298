package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.WirePath;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The path: as it stands on the wire, or, where that differs, decoded. */
record PathPart(String expected, String decoded, @Nullable Rules rules) implements Part<HttpRequest> {
    private static final Pin.Place PATH =
            (request, body) -> WirePath.decoded(request.path()).hashCode();

    static PathPart of(String expected, @Nullable Rules rules) {
        return new PathPart(expected, WirePath.decoded(expected), rules);
    }

    @Override
    public void match(HttpRequest actual, List<Mismatch> mismatches) {
        String path = actual.path();
        List<String> refusals = refusals(expected, path);
        if (!refusals.isEmpty() && refusals(decoded, WirePath.decoded(path)).isEmpty()) {
            return;
        }
        for (String refusal : refusals) {
            mismatches.add(new Mismatch(Mismatch.Kind.PATH, "", expected, path, refusal));
        }
    }

    @Override
    public void pin(Consumer<Pin> pins) {
        if (rules == null) {
            pins.accept(new Pin(PATH, decoded.hashCode()));
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
}
