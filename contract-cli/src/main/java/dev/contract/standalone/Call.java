package dev.contract.standalone;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Shortened;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request of the control API on its way to an answer.
 *
 * @param values those of the names in the path
 */
record Call(HttpRequest request, Map<String, String> values) {
    /** What problems call the body. */
    static final String BODY = "body";

    private static final int SHOWN = 80;
    private static final int SHORT = 16 << 10;

    /** 16 MiB, 128 levels, 16 million characters in a string. */
    private static final JsonLimits LIMITS = new JsonLimits(16 << 20, 128, 16_000_000);

    /** The value of a name in the path. */
    String value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The first value of a query parameter. */
    Optional<String> query(String name) {
        return request.query().values(name).stream().filter(Objects::nonNull).findFirst();
    }

    /** How long the body is, in bytes. */
    int size() {
        return request.body().bytes().length;
    }

    /** As {@link #body}, where a few names and values are enough. */
    JsonObject shortBody(String like) {
        if (size() > SHORT) {
            throw Failure.of(
                    413,
                    Problem.error("STUB-BODY", "the body is too long for this call")
                            .at(BODY)
                            .found(size() + " bytes")
                            .mend("write it like " + like + ", in at most " + SHORT + " bytes"));
        }
        return body(like);
    }

    /**
     * The body, whose values know where they stand.
     *
     * @param like what it looks like, for who has sent something else
     * @throws Failure if it is no JSON object
     */
    JsonObject body(String like) {
        try {
            JsonDocument document = JsonReader.readLocated(BODY, request.body().bytes(), LIMITS);
            if (!document.problems().isEmpty()) {
                throw new Failure(400, document.problems());
            }
            return document.root()
                    .asObject()
                    .orElseThrow(() -> Failure.of(
                            400,
                            Problem.error("STUB-BODY", "the body must be a JSON object")
                                    .at(BODY)
                                    .found(Shortened.to(SHOWN, document.root().toJson()))
                                    .mend("write it like " + like)));
        } catch (JsonSyntaxException e) {
            throw new Failure(400, e.problems());
        }
    }
}
