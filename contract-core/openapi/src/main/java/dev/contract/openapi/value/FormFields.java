package dev.contract.openapi.value;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.multipart.MultipartPart;
import dev.contract.core.multipart.MultipartReader;
import dev.contract.core.multipart.MultipartSyntaxException;
import dev.contract.openapi.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a form, url-encoded or multipart, in the order in which they came. Immutable. */
final class FormFields {
    private static final Map<String, String> SEPARATORS =
            Map.of("form", ",", "spaceDelimited", " ", "pipeDelimited", "|");

    private final Map<String, List<Field>> fields;

    /** @param isJson whether it says of itself that it is JSON */
    private record Field(String text, boolean isJson) {}

    private FormFields(Map<String, List<Field>> fields) {
        this.fields = fields;
    }

    static FormFields urlEncoded(String text) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        Query.parse(text)
                .toMap()
                .forEach((name, values) -> fields.put(
                        name,
                        values.stream()
                                .map(value -> new Field(Objects.requireNonNullElse(value, ""), false))
                                .toList()));
        return new FormFields(fields);
    }

    /**
     * Parts that have no name are passed over.
     *
     * @throws MultipartSyntaxException if the body cannot be taken apart
     */
    static FormFields multipart(Body body, ContentType type) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        for (MultipartPart part :
                MultipartReader.read(body.bytes(), type.parameter("boundary").orElse(null))) {
            boolean isJson = part.contentType().filter(ContentType::isJson).isPresent();
            Field field = new Field(new String(part.content(), StandardCharsets.UTF_8), isJson);
            part.name().ifPresent(name -> fields.computeIfAbsent(name, each -> new ArrayList<>())
                    .add(field));
        }
        return new FormFields(fields);
    }

    /** The texts of a field; none when it is not there. */
    List<String> texts(String name) {
        return fields.getOrDefault(name, List.of()).stream().map(Field::text).toList();
    }

    /** The object that the fields are, by a schema and what is said of how its properties are written. */
    JsonValue object(Node schema, Optional<Node> encoding) {
        JsonObject.Builder object = JsonObject.builder();
        fields.forEach((name, each) -> object.put(
                name,
                value(
                        each,
                        SchemaTypes.part(Optional.of(schema), "properties", name),
                        encoding.flatMap(node -> node.get(name)))));
        return object.build();
    }

    private static JsonValue value(List<Field> fields, Optional<Node> schema, Optional<Node> encoding) {
        var types = SchemaTypes.of(schema);
        boolean isJson = types.contains("object") || fields.get(0).isJson() || isJson(encoding);
        if (types.contains("array")
                && !(isJson && fields.size() == 1 && fields.get(0).isJson())) {
            return TextValue.array(elements(fields, encoding), schema);
        }
        String text = fields.get(0).text();
        return isJson ? json(text) : TextValue.of(text, schema);
    }

    private static boolean isJson(Optional<Node> encoding) {
        return encoding.flatMap(node -> node.text("contentType"))
                .flatMap(ContentType::parse)
                .filter(ContentType::isJson)
                .isPresent();
    }

    /** Each in a field of its own, unless it is said that one field holds them all. */
    private static List<String> elements(List<Field> fields, Optional<Node> encoding) {
        List<String> texts = fields.stream().map(Field::text).toList();
        String style = encoding.flatMap(node -> node.text("style")).orElse("form");
        boolean together = texts.size() == 1
                && (encoding.flatMap(node -> node.text("explode"))
                                .filter("false"::equals)
                                .isPresent()
                        || !style.equals("form"));
        return together ? List.of(texts.get(0).split(Pattern.quote(SEPARATORS.getOrDefault(style, ",")), -1)) : texts;
    }

    private static JsonValue json(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException e) {
            return JsonString.of(text);
        }
    }
}
