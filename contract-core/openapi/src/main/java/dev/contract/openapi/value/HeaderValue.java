package dev.contract.openapi.value;

import dev.contract.core.http.Headers;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.Parameter;
import java.util.List;
import java.util.Optional;

/** The value of a header, by its style. */
public final class HeaderValue {
    private HeaderValue() {}

    /** Empty when the header is not there. */
    public static Optional<JsonValue> of(Parameter parameter, Headers headers) {
        List<String> values = headers.values(parameter.name());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(ParameterValue.of(parameter, List.of(String.join(",", values))));
    }
}
