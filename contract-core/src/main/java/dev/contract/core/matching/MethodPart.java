package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import java.util.List;
import java.util.function.Consumer;

/** The method, which has no rules. */
record MethodPart(String expected) implements Part<HttpRequest> {
    private static final Pin.Place METHOD = (request, body) -> request.method().hashCode();

    @Override
    public void match(HttpRequest actual, List<Mismatch> mismatches) {
        String method = actual.method();
        if (!expected.equals(method)) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.METHOD, "", expected, method, "Expected method " + expected + " but was " + method));
        }
    }

    @Override
    public void pin(Consumer<Pin> pins) {
        pins.accept(new Pin(METHOD, expected.hashCode()));
    }
}
