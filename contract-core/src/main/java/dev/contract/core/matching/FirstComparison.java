package dev.contract.core.matching;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Equality of headers and bodies, without rules. */
final class FirstComparison {
    private FirstComparison() {}

    static void headers(Headers expected, Headers actual, List<Mismatch> mismatches) {
        expected.forEach((name, values) -> {
            String wanted = String.join(", ", values);
            String found = String.join(", ", actual.values(name));
            if (!found.startsWith(wanted)) {
                mismatches.add(new Mismatch(
                        Mismatch.Kind.HEADER,
                        name,
                        wanted,
                        found,
                        "Expected header '" + name + "' to have value '" + wanted + "' but was '" + found + "'"));
            }
        });
    }

    static void body(Body expected, Body actual, List<Mismatch> mismatches) {
        if (expected.isMissing() || Arrays.equals(expected.bytes(), actual.bytes())) {
            return;
        }
        Optional<JsonValue> wanted = json(expected);
        if (wanted.isEmpty() || !wanted.equals(json(actual))) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.BODY,
                    "$",
                    expected.text(),
                    actual.text(),
                    "Expected body '" + expected.text() + "' but was '" + actual.text() + "'"));
        }
    }

    private static Optional<JsonValue> json(Body body) {
        try {
            return Optional.of(JsonReader.read(body.bytes()));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
