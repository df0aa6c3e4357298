package dev.contract.openapi.value;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.DecodedText;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.multipart.MultipartSyntaxException;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.CompiledSchema;
import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.Node;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a body by what the document says of its type: JSON, forms and plain text; of others nothing can be told. */
public final class BodyFlaws {
    private final OpenApiDocument document;
    private final Direction direction;
    private final List<Flaw> flaws = new ArrayList<>();

    private BodyFlaws(OpenApiDocument document, Direction direction) {
        this.document = document;
        this.direction = direction;
    }

    /**
     * One thing that is wrong.
     *
     * @param place what the path of the difference goes on from: {@code $}, {@code body}, {@code form field "name" $}
     */
    public record Flaw(String place, Difference difference) {
        /** {@code $.items[0].id}, {@code body}, {@code form field "name" $}. */
        public String where() {
            return place + difference.path().substring(1);
        }
    }

    /**
     * What is wrong with a body; nothing where nothing can be told.
     *
     * @param fields of a form, where the document has them as parameters
     */
    public static List<Flaw> of(
            OpenApiDocument document,
            Direction direction,
            Body body,
            ContentType type,
            MediaType media,
            List<Parameter> fields) {
        BodyFlaws found = new BodyFlaws(document, direction);
        found.check(body, type, media, fields);
        return found.flaws;
    }

    /** Whether anything can be told of bodies of a type. */
    public static boolean canJudge(ContentType type) {
        return type.isJson() || type.isForm() || type.isMultipart();
    }

    private void check(Body body, ContentType type, MediaType media, List<Parameter> fields) {
        if (!fields.isEmpty()) {
            form(body, type, fields.get(0).node()).ifPresent(form -> fields.forEach(field -> field(field, form)));
        } else if (media.schema().isPresent()) {
            schema(body, type, media, media.schema().get());
        }
    }

    private void schema(Body body, ContentType type, MediaType media, Node schema) {
        CompiledSchema compiled = document.schema(schema, direction);
        if (type.isJson()) {
            json(body, type, schema).ifPresent(value -> add("$", compiled.check(value)));
        } else if (type.isForm() || type.isMultipart()) {
            form(body, type, schema)
                    .ifPresent(form -> add("$", Texts.differences(compiled, form.object(schema, media.encoding()))));
        } else if (type.isText() && !SchemaTypes.of(media.schema()).isEmpty()) {
            text(body, type, schema)
                    .ifPresent(text -> add("$", Texts.differences(compiled, TextValue.of(text, media.schema()))));
        }
    }

    private void add(String place, List<Difference> differences) {
        differences.forEach(each -> flaws.add(new Flaw(place, each)));
    }

    private void add(String place, String sentence, Node rule) {
        flaws.add(new Flaw(place, new Difference("$", sentence, "", rule, false)));
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
        add("body", "is not readable as " + reason, place);
    }

    private void field(Parameter field, FormFields form) {
        String place = "form field " + Quoted.text(field.name());
        List<String> texts = form.texts(field.name());
        if (texts.isEmpty()) {
            if (field.required()) {
                add(place, "is required", field.node());
            }
            return;
        }
        boolean mayBeEmpty = field.allowsEmpty() && texts.stream().allMatch(String::isEmpty);
        if (!field.isFile() && !mayBeEmpty) {
            add(
                    place + " $",
                    Texts.differences(document.schema(field.node(), direction), ParameterValue.of(field, texts)));
        }
    }
}
