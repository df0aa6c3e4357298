package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body object of version 4: content, its type, and how it is encoded. */
final class BodyObjectReader {
    /** How a string becomes the body. */
    private enum Encoding {
        NONE,
        BASE64,
        JSON
    }

    private static final Set<String> KNOWN = Set.of("content", "contentType", "encoded", "contentTypeHint");

    /** Some writers call the content so. */
    private static final Set<String> KNOWN_WITHOUT_CONTENT =
            Set.of("contents", "contentType", "encoded", "contentTypeHint");

    private final Fields fields;
    private final Findings findings;
    private final @Nullable ContentType declared;
    private final @Nullable ContentType type;

    private BodyObjectReader(Fields fields, @Nullable ContentType outer) {
        this.fields = fields;
        this.findings = fields.findings();
        this.declared = declared(fields).orElse(null);
        this.type = declared == null ? outer : declared;
    }

    static Body read(JsonValue value, @Nullable ContentType outer, Findings findings) {
        if (value instanceof JsonObject object) {
            BodyObjectReader reader = new BodyObjectReader(new Fields(object, findings), outer);
            return reader.body().withHint(reader.fields.text("contentTypeHint").orElse(null));
        }
        return value instanceof JsonNull ? Body.NULL : bare(value, outer, findings);
    }

    /** What this room has no place for; it is kept beside the part. */
    static JsonObject rest(JsonObject body) {
        return body.without(body.has("content") ? KNOWN : KNOWN_WITHOUT_CONTENT);
    }

    private static Body bare(JsonValue value, @Nullable ContentType outer, Findings findings) {
        findings.add(
                value,
                Problem.warning(
                                Findings.BODY,
                                "a body of version 4 must be an object, so the value itself is taken as the body")
                        .found(Findings.found(value))
                        .mend(
                                "write it as {\"content\": …, \"contentType\": \"application/json\", \"encoded\": false}"));
        return Body.text(value.text(), outer);
    }

    private static Optional<ContentType> declared(Fields fields) {
        Optional<String> text = fields.text("contentType");
        Optional<ContentType> parsed = text.flatMap(ContentType::parse);
        if (text.isPresent() && parsed.isEmpty()) {
            fields.findings()
                    .add(
                            fields.object(),
                            Problem.warning(
                                            Findings.BODY,
                                            "the content type of a body is no media type, so it is ignored")
                                    .found(Quoted.text(text.get()))
                                    .mend("write a type such as application/json"));
        }
        return parsed;
    }

    private Body body() {
        JsonValue content =
                fields.take("content").or(() -> fields.take("contents")).orElse(null);
        if (content == null) {
            warnOfMissingContent();
            return Body.MISSING.withContentType(declared);
        }
        if (content instanceof JsonNull) {
            return Body.NULL.withContentType(declared);
        }
        Encoding encoding = encoding();
        if (!(content instanceof JsonString string)) {
            return Body.json(content, type);
        }
        if (string.text().isEmpty()) {
            return Body.EMPTY.withContentType(declared);
        }
        return switch (encoding) {
            case NONE -> text(string);
            case JSON -> Body.text(string.text(), type);
            case BASE64 -> base64(string);
        };
    }

    /** An author may have written the body itself, as in older versions, and would be told that every body is fine. */
    private void warnOfMissingContent() {
        if (!rest(fields.object()).isEmpty()) {
            findings.add(
                    fields.object(),
                    Problem.warning(Findings.BODY, "a body object has no content, so nothing is asked of the body")
                            .found("the attributes "
                                    + String.join(", ", fields.object().names()))
                            .mend(
                                    "write the body as {\"content\": …, \"contentType\": \"application/json\", \"encoded\": false}"));
        }
    }

    /** Under a JSON type an unencoded string is a JSON string, not JSON text. */
    private Body text(JsonString string) {
        return type != null && type.isJson() ? Body.json(string, type) : Body.text(string.text(), type);
    }

    private Body base64(JsonString string) {
        Optional<byte[]> bytes = BodyText.base64(string.text());
        if (bytes.isEmpty()) {
            findings.add(
                    string,
                    Problem.error(Findings.BODY, "the content of a body is not the base64 it is declared to be")
                            .found(Findings.found(string))
                            .mend("encode it as base64, or write \"encoded\": false"));
            return Body.text(string.text(), type);
        }
        return Body.of(bytes.get(), type);
    }

    private Encoding encoding() {
        JsonValue value = fields.value("encoded").orElse(null);
        if (value == null) {
            return Encoding.NONE;
        }
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "false", "" -> Encoding.NONE;
            case "true", "base64" -> Encoding.BASE64;
            case "json" -> Encoding.JSON;
            default -> {
                findings.add(
                        value,
                        Problem.warning(
                                        Findings.BODY,
                                        "a body has an encoding that is not known, so its content is taken as it stands")
                                .found(Findings.found(value))
                                .mend("write false, \"base64\" or \"JSON\""));
                yield Encoding.NONE;
            }
        };
    }
}
