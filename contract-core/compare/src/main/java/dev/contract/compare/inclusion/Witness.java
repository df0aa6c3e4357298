package dev.contract.compare.inclusion;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.Mismatch;
import java.util.List;

/**
 * An exchange that one expectation accepts and another refuses, as the matcher itself has confirmed of both. It is the example of the
 * first with one place changed, if that suffices.
 */
public sealed interface Witness {

    /** Why the other expectation refuses it: never empty. */
    List<Mismatch> refusals();

    record OfRequest(HttpRequest request, List<Mismatch> refusals) implements Witness {
        public OfRequest {
            refusals = List.copyOf(refusals);
        }
    }

    record OfResponse(HttpResponse response, List<Mismatch> refusals) implements Witness {
        public OfResponse {
            refusals = List.copyOf(refusals);
        }
    }

    record OfMessage(Body contents, JsonObject metadata, List<Mismatch> refusals) implements Witness {
        public OfMessage {
            refusals = List.copyOf(refusals);
        }
    }
}
