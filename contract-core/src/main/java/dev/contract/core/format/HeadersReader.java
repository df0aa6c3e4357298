package dev.contract.core.format;

import dev.contract.core.http.Headers;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads headers: one line as a string, or a list whose values are taken one by one. */
final class HeadersReader {
    private HeadersReader() {}

    static Headers read(JsonObject fields, Findings findings) {
        Headers.Builder headers = Headers.builder();
        fields.forEach((name, value) -> {
            if (value instanceof JsonArray list) {
                headers.addAll(name, values(name, list, findings));
            } else {
                Scalars.text(name, value, findings).ifPresent(line -> headers.addLine(name, line));
            }
        });
        return headers.build();
    }

    private static List<String> values(String name, JsonArray list, Findings findings) {
        List<String> values = new ArrayList<>(list.size());
        for (JsonValue each : list) {
            Optional<String> value = each instanceof JsonNull ? Optional.empty() : Scalars.text(name, each, findings);
            value.ifPresent(values::add);
        }
        return values;
    }
}
