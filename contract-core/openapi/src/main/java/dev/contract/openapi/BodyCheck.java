package dev.contract.openapi;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.DecodedText;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.multipart.MultipartSyntaxException;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.CompiledSchema;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.Node;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Parameter;
import java.util.List;
import java.util.Optional;

/** A body held against what the document says of its type: JSON, forms and plain text; of others nothing can be told. Used once. */
final class BodyCheck {
    private final OpenApiDocument document;
    private final Direction direction;
    private final OpenApiRule rule;
    private final Findings findings;
    private final String half;

    BodyCheck(OpenApiDocument document, Direction direction, OpenApiRule rule, Findings findings) {
        this.document = document;
        this.direction = direction;
        this.rule = rule;
        this.findings = findings;
        this.half = direction == Direction.REQUEST ? "request" : "response";
    }

    /** @param fields of a form, where the document has them as parameters */
    void check(Body body, ContentType type, MediaType media, List<Parameter> fields) {
        if (!fields.isEmpty()) {
            form(body, type, fields.get(0).node()).ifPresent(form -> fields.forEach(field -> field(field, form)));
        } else if (media.schema().isPresent()) {
            schema(body, type, media, media.schema().get());
        }
    }

    private void schema(Body body, ContentType type, MediaType media, Node schema) {
        CompiledSchema compiled = document.schema(schema, direction);
        if (type.isJson()) {
            json(body, type, schema).ifPresent(value -> compiled.check(value)
                    .forEach(each -> findings.add(rule, direction, half + " $", each)));
        } else if (type.isForm() || type.isMultipart()) {
            form(body, type, schema)
                    .ifPresent(form -> Texts.differences(compiled, form.object(schema, media.encoding()))
                            .forEach(each -> findings.add(rule, direction, half + " $", each)));
        } else if (type.isText() && !SchemaTypes.of(media.schema()).isEmpty()) {
            text(body, type, schema).ifPresent(text -> Texts.differences(compiled, TextValue.of(text, media.schema()))
                    .forEach(each -> findings.add(rule, direction, half + " $", each)));
        }
    }

    private Optional<JsonValue> json(Body body, ContentType type, Node schema) {
        try {
            return text(body, type, schema).map(JsonReader::read);
        } catch (JsonSyntaxException e) {
            unreadable("JSON: " + e.reason(), schema);
            return Optional.empty();
        }
    }

    private Optional<String> text(Body body, ContentType type, Node schema) {
        DecodedText text = DecodedText.of(body.bytes(), type);
        if (text.isText()) {
            return Optional.of(text.text());
        }
        unreadable("text: " + text.fault(), schema);
        return Optional.empty();
    }

    private Optional<FormFields> form(Body body, ContentType type, Node place) {
        try {
            return type.isMultipart()
                    ? Optional.of(FormFields.multipart(body, type))
                    : text(body, type, place).map(FormFields::urlEncoded);
        } catch (MultipartSyntaxException e) {
            unreadable("multipart: " + e.reason(), place);
            return Optional.empty();
        }
    }

    private void unreadable(String reason, Node place) {
        findings.add(rule, half + " body", "is not readable as " + reason, null, place);
    }

    private void field(Parameter field, FormFields form) {
        String where = half + " form field " + Quoted.text(field.name());
        List<String> texts = form.texts(field.name());
        if (texts.isEmpty()) {
            if (field.required()) {
                findings.add(rule, where, "is required", null, field.node());
            }
            return;
        }
        boolean mayBeEmpty = field.allowsEmpty() && texts.stream().allMatch(String::isEmpty);
        if (!field.isFile() && !mayBeEmpty) {
            Texts.differences(document.schema(field.node(), direction), ParameterValue.of(field, texts))
                    .forEach(each -> findings.add(rule, direction, where + " $", each));
        }
    }
}
