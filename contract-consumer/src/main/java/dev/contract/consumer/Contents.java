package dev.contract.consumer;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, as it is given with a body of HTTP or with a message. Immutable.
 *
 * <p>Its type is settled when it is written: a header or metadata that say otherwise may still come.
 *
 * @param type as the author gave it; null for JSON
 * @param raw the bytes where the author gave bytes; null otherwise
 */
record Contents(
        @Nullable String type, Shape shape, @Nullable Body raw) {

    static Contents json(Matcher json) {
        return new Contents(null, json.shape(), null);
    }

    static Contents of(String type, Matcher example) {
        return new Contents(type, example.shape(), null);
    }

    /** A text of this type: for a JSON type it is JSON text. */
    static Contents of(String type, String text) {
        boolean json = ContentType.parse(type).map(ContentType::isJson).orElse(false);
        JsonValue example = json ? Examples.parse(text) : JsonString.of(text);
        return new Contents(type, new Shape.Plain(example), null);
    }

    static Contents of(String type, byte[] bytes) {
        return new Contents(type, Shape.Plain.NULL, Body.of(bytes.clone()));
    }

    /** Bytes that stand for all others that look like this type. */
    static Contents like(String type, byte[] bytes) {
        MatchingRule rule = new MatchingRule(
                "contentType", JsonObject.builder().put("value", type).build());
        Shape ruled = new Shape.Ruled(Shape.Plain.NULL, RuleGroup.of(rule));
        return new Contents(type, ruled, Body.of(bytes.clone()));
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
        JsonValue example = shape.write(draft, RulePath.ROOT);
        if (raw != null) {
            return raw.withContentType(settled);
        }
        return settled.isJson() ? json(example, settled) : text(example, settled);
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
