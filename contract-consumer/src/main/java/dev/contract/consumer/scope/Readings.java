package dev.contract.consumer.scope;

import dev.contract.core.http.Query;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.JsonReading;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlReader;
import dev.contract.core.xml.XmlSyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A body that is read once, as what its type says, whatever the number of places that are asked for. */
interface Readings {
    /** The text at a path; empty where there is none. */
    Optional<String> at(RulePath path);

    static Readings of(ActualBody body) {
        if (!body.body().isPresent()) {
            return path -> Optional.empty();
        }
        if (body.type().isForm()) {
            return ofForm(Query.parse(body.text()));
        }
        return body.type().isXml() ? ofXml(body) : ofJson(body);
    }

    /** Read when it is asked for, and kept for the rules of requests, which ask for the same. */
    private static Readings ofJson(ActualBody body) {
        return path -> Optional.ofNullable(JsonReading.of(body).value())
                .flatMap(path::in)
                .filter(value -> !value.isContainer() && value.kind() != JsonValue.Kind.NULL)
                .map(JsonValue::text);
    }

    private static Readings ofXml(ActualBody body) {
        try {
            XmlElement root = XmlReader.read(body.bytes());
            return path -> path.in(root);
        } catch (XmlSyntaxException e) {
            return path -> Optional.empty();
        }
    }

    /** The first value of a field. */
    private static Readings ofForm(Query fields) {
        return path -> path.tokens().size() == 1 && path.tokens().get(0) instanceof Field field
                ? first(fields.values(field.name()))
                : Optional.empty();
    }

    private static Optional<String> first(List<@Nullable String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(0));
    }
}
