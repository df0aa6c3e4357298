package dev.contract.openapi.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a request leads.
 *
 * @param operation empty when the document has none for it
 * @param parameters the values in the path, decoded, by name
 * @param methods the other methods that the path has; none when the path is unknown, too
 */
public record Route(Optional<Operation> operation, Map<String, String> parameters, List<String> methods) {
    static final Route NONE = new Route(Optional.empty(), Map.of(), List.of());

    public Route {
        methods = List.copyOf(methods);
    }
}
