package dev.contract.openapi.value;

import dev.contract.core.http.Query;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.Node;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.Parameter.Style;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The values of parameters in a query, by their styles; it remembers which names were understood. Used once. */
final class QueryParameters {
    private final Query query;
    private final Set<String> understood = new HashSet<>();

    QueryParameters(Query query) {
        this.query = query;
    }

    /** The value of a parameter; empty when it is not there. */
    Optional<JsonValue> value(Parameter parameter) {
        if (SchemaTypes.of(parameter.schema()).contains("object") && !parameter.isJson()) {
            return object(parameter);
        }
        understood.add(parameter.name());
        List<String> texts = texts(parameter.name());
        return texts.isEmpty() ? Optional.empty() : Optional.of(ParameterValue.of(parameter, texts));
    }

    /** Whether it is there without any text. */
    boolean isEmpty(Parameter parameter) {
        return query.has(parameter.name()) && texts(parameter.name()).stream().allMatch(String::isEmpty);
    }

    private List<String> texts(String name) {
        return query.values(name).stream()
                .map(text -> Objects.requireNonNullElse(text, ""))
                .toList();
    }

    /** Names that no parameter explains. */
    List<String> others() {
        return query.names().stream().filter(name -> !understood.contains(name)).toList();
    }

    void understand(String name) {
        understood.add(name);
    }

    private Optional<JsonValue> object(Parameter parameter) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (parameter.style() == Style.DEEP_OBJECT) {
            deep(parameter, entries);
        } else if (parameter.explode()) {
            exploded(parameter, entries);
        } else if (query.has(parameter.name())) {
            understood.add(parameter.name());
            entries.putAll(ParameterValue.entries(parameter, String.join(",", texts(parameter.name()))));
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(TextValue.object(entries, parameter.schema()));
    }

    /** {@code color[R]=100&color[G]=200}. */
    private void deep(Parameter parameter, Map<String, String> entries) {
        String prefix = parameter.name() + "[";
        for (String name : query.names()) {
            if (name.startsWith(prefix) && name.endsWith("]")) {
                understood.add(name);
                entries.put(name.substring(prefix.length(), name.length() - 1), String.join(",", texts(name)));
            }
        }
    }

    /** {@code R=100&G=200}: each property is a parameter of its own, and nobody can tell whose the others are. */
    private void exploded(Parameter parameter, Map<String, String> entries) {
        for (String name : query.names()) {
            Optional<Node> property = SchemaTypes.part(parameter.schema(), "properties", name);
            boolean isOpen = SchemaTypes.part(parameter.schema(), "additionalProperties")
                    .filter(node -> node.value().asBoolean().orElse(true))
                    .isPresent();
            if (property.isPresent() || (isOpen && !understood.contains(name))) {
                understood.add(name);
                entries.put(name, String.join(",", texts(name)));
            }
        }
    }
}
