package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import java.util.List;

/** The method, which has no rules. */
record MethodPart(String expected) implements Part<HttpRequest> {

    @Override
    public void match(HttpRequest actual, List<Mismatch> mismatches) {
        String method = actual.method();
        if (!expected.equals(method)) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.METHOD, "", expected, method, "Expected method " + expected + " but was " + method));
        }
    }
}
