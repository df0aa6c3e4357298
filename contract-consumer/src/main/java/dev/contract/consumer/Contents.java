package dev.contract.consumer;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generator;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlReader;
import dev.contract.core.xml.XmlSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, as it is given with a body of HTTP or with a message. Immutable.
 *
 * <p>Its type is settled when it is written: a header or metadata that say otherwise may still come.
 *
 * @param type as the author gave it; null for JSON
 * @param writing how it becomes a body
 */
record Contents(@Nullable String type, Writing writing) {
    private static final int LONGEST_FILE = 16 << 20;
    private static final String MULTIPART = "multipart/form-data";

    /** Makes a body of a type; its rules and generators go into a draft. */
    interface Writing {
        Body write(ContentType settled, Draft draft);
    }

    static Contents json(Matcher json) {
        return new Contents(null, example(json.shape()));
    }

    static Contents of(String type, Matcher example) {
        return new Contents(type, example(example.shape()));
    }

    /** A text of this type: for a JSON type it is JSON text. */
    static Contents of(String type, String text) {
        boolean json = ContentType.parse(type).map(ContentType::isJson).orElse(false);
        JsonValue example = json ? Examples.parse(text) : JsonString.of(text);
        return new Contents(type, example(new Shape.Plain(example)));
    }

    static Contents of(String type, byte[] bytes) {
        Body body = Body.of(bytes.clone());
        return new Contents(type, (settled, draft) -> body.withContentType(settled));
    }

    /** What a file holds. */
    static Contents file(String type, Path file) {
        byte[] bytes = bytes(file);
        boolean isText = ContentType.parse(type).map(each -> !each.isBinary()).orElse(false);
        return isText ? of(type, new String(bytes, StandardCharsets.UTF_8)) : of(type, bytes);
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw Mistake.of(Problem.error("CONTRACT-FILE", "the file of a body is too long")
                        .found(file + ", longer than " + LONGEST_FILE + " bytes")
                        .mend("take a smaller example"));
            }
            return bytes;
        } catch (IOException e) {
            throw Mistake.of(
                    Problem.error("CONTRACT-FILE", "the file of a body cannot be read")
                            .found(file.toAbsolutePath().toString())
                            .mend("give a file that is there, seen from "
                                    + Path.of("").toAbsolutePath()),
                    e);
        }
    }

    /** Bytes that stand for all others that look like this type. */
    static Contents like(String type, byte[] bytes) {
        MatchingRule rule = new MatchingRule(
                "contentType", JsonObject.builder().put("value", type).build());
        Body body = Body.of(bytes.clone());
        return new Contents(type, (settled, draft) -> {
            draft.rules(RulePath.ROOT, RuleGroup.of(rule));
            return body.withContentType(settled);
        });
    }

    /** Form fields, each a text or a list of texts. */
    static Contents form(Shape fields) {
        return new Contents(ContentType.FORM.toString(), (settled, draft) -> {
            Draft typed = new Draft();
            JsonValue example = fields.write(typed, RulePath.ROOT);
            draft.add(typed.withoutPresence("a form").withGenerators(Contents::asText));
            return Body.text(Forms.encoded(example), settled);
        });
    }

    /** A form has texts only, whatever the kind of its example. */
    private static Generator asText(Generator generator) {
        JsonObject attributes = generator.attributes();
        return generator.type().equals("ProviderState")
                ? new Generator(generator.type(), attributes.with("dataType", JsonString.of("STRING")))
                : generator;
    }

    static Contents xml(Element root) {
        return new Contents(
                ContentType.XML.toString(), (settled, draft) -> Body.text(wellFormed(root.document(draft)), settled));
    }

    private static String wellFormed(String document) {
        try {
            XmlElement unused = XmlReader.read(document);
            return document;
        } catch (XmlSyntaxException e) {
            throw Mistake.of(
                    Problem.error("CONTRACT-EXAMPLE", "the example is no XML document: " + e.reason())
                            .found(Quoted.text(document))
                            .mend("give elements and attributes names of XML, and no control characters in texts"),
                    e);
        }
    }

    /** Parts with a boundary of our own, the same in every run. */
    static Contents multipart(List<Part> parts) {
        String boundary = Part.boundary(parts);
        return new Contents(
                MULTIPART + "; boundary=" + boundary,
                (settled, draft) -> Body.of(
                        Part.written(parts, settled.parameter("boundary").orElse(boundary), draft), settled));
    }

    /**
     * What the header Content-Type must be like for senders that make up a boundary of their own; empty where it must be as it is
     * written. We never compare boundaries, but other tools do.
     */
    Optional<RuleGroup> typeRules() {
        return type != null && type.startsWith(MULTIPART)
                ? Optional.of(RuleGroup.of(MatchingRule.regex(MULTIPART + ";.*boundary=.+")))
                : Optional.empty();
    }

    /**
     * The type: what is stated elsewhere, else what the author gave here, else JSON.
     *
     * @param stated by a header or metadata; null when they say nothing
     */
    ContentType type(@Nullable String stated) {
        String given = type == null ? ContentType.JSON.toString() : type;
        String text = stated == null ? given : stated;
        return ContentType.parse(text)
                .orElseThrow(() -> Mistake.of(Problem.error("CONTRACT-INTERACTION", "the content type is no media type")
                        .found(Quoted.text(text))
                        .mend("write it as type/subtype, for example text/plain")));
    }

    /** The example as a body of this type; its rules and generators go into the draft. */
    Body write(ContentType settled, Draft draft) {
        return writing.write(settled, draft);
    }

    private static Writing example(Shape shape) {
        return (settled, draft) -> {
            JsonValue example = shape.write(draft, RulePath.ROOT);
            return settled.isJson() ? json(example, settled) : text(example, settled);
        };
    }

    private static Body json(JsonValue example, ContentType type) {
        return example instanceof JsonNull ? Body.NULL.withContentType(type) : Body.text(example.toJson(), type);
    }

    private static Body text(JsonValue example, ContentType type) {
        String text = example.asString()
                .orElseThrow(() ->
                        Mistake.of(Problem.error("CONTRACT-INTERACTION", "a body of type " + type + " needs a text")
                                .found(example.toJson())
                                .mend("give a text, or a JSON content type")));
        return Body.text(text, type);
    }
}
