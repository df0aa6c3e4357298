package dev.contract.consumer;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of any message while a test writes it: metadata and contents. One thread at a time.
 *
 * @param <B> the kind of builder, which every word returns
 */
public abstract sealed class MessageWords<B extends MessageWords<B>>
        permits AsyncMessageBuilder, SyncMessageBuilder, MessageBuilder {
    private JsonObject metadata = JsonObject.EMPTY;
    private MatchingRules rules = MatchingRules.NONE;
    private Generators generators = Generators.NONE;
    private @Nullable Contents contents;

    MessageWords() {}

    abstract B self();

    /**
     * Demands what goes with the message, such as a topic, a key, an exchange; the provider may send other metadata beside it.
     *
     * <p>The type of the contents goes into the metadata as {@code contentType}, unless it is given here under that name or as
     * {@code Content-Type}.
     *
     * @param value any value that JSON can hold, kept with its type, or a matcher of the whole value
     * @throws dev.contract.core.problem.ContractException if the name was given before, or matchers stand inside the value
     */
    public B withMetadata(String name, @Nullable Object value) {
        if (metadata.has(name)) {
            throw Mistake.of(
                    Problem.error("CONTRACT-INTERACTION", "the metadata " + Quoted.text(name) + " are given twice")
                            .mend("remove one of the two"));
        }
        Draft draft = new Draft();
        JsonValue example = Examples.shape(value).write(draft, RulePath.ROOT);
        refuseMatchersInside(name, draft);
        RuleGroup rule = draft.rules().get(RulePath.ROOT);
        Generator generator = draft.generators().get(RulePath.ROOT);
        metadata = metadata.with(name, example);
        rules = rule == null ? rules : rules.with(Category.METADATA, name, rule);
        generators = generator == null ? generators : generators.with(Category.METADATA, name, generator);
        return self();
    }

    private static void refuseMatchersInside(String name, Draft draft) {
        boolean inside = Stream.of(draft.rules().keySet(), draft.generators().keySet())
                .flatMap(Set::stream)
                .anyMatch(path -> !path.equals(RulePath.ROOT));
        if (inside) {
            throw Mistake.of(
                    Problem.error("CONTRACT-MATCHER", "a matcher stands inside the metadata " + Quoted.text(name))
                            .found("a contract file holds one rule for the whole value of a name")
                            .mend("put one matcher around the whole value, or none"));
        }
    }

    /** Demands JSON contents, of type {@code application/json} unless the metadata say otherwise. */
    public B withContent(Matcher json) {
        return content(Contents.json(json));
    }

    /** Demands contents that are no JSON: {@code form(…)}, {@code xml(…)} or {@code multipart(…)}, of their types unless the metadata say otherwise. */
    public B withContent(ExampleBody example) {
        return content(example.contents());
    }

    /** Demands a text of this type: JSON, XML and form fields are compared by what they say, other texts exactly. */
    public B withContent(String contentType, String text) {
        return content(Contents.of(contentType, text));
    }

    /** Demands contents of this type that are like the matcher's example: JSON for a JSON type, a text otherwise. */
    public B withContent(String contentType, Matcher example) {
        return content(Contents.of(contentType, example));
    }

    /** Demands exactly these bytes. */
    public B withContent(String contentType, byte[] bytes) {
        return content(Contents.of(contentType, bytes));
    }

    /** Demands bytes that look like this media type, whatever their content: an image, a document. */
    public B withContentLike(String contentType, byte[] example) {
        return content(Contents.like(contentType, example));
    }

    private B content(Contents given) {
        if (contents != null) {
            throw Mistake.of(Problem.error("CONTRACT-INTERACTION", "two contents are given for one message")
                    .mend("remove one of them"));
        }
        contents = given;
        return self();
    }

    /** The message, whose example is held against its own matchers. */
    MessagePart part(String place) {
        MessagePart part = contents == null
                ? new MessagePart(Body.MISSING, metadata, rules, generators, JsonObject.EMPTY)
                : part(contents);
        OwnExample.check(place, part);
        return part;
    }

    private MessagePart part(Contents given) {
        Draft draft = new Draft();
        String stated = metadata.names().stream()
                .filter(MessagePart::namesContentType)
                .findFirst()
                .flatMap(metadata::string)
                .orElse(null);
        Body body = given.write(given.type(stated), draft);
        JsonObject complete = stated == null ? withType(body) : metadata;
        JsonObject extra = draft.presence().addTo(JsonObject.EMPTY);
        return new MessagePart(body, complete, draft.addTo(rules), draft.addTo(generators), extra);
    }

    private JsonObject withType(Body body) {
        return body.contentType()
                .map(type -> metadata.with("contentType", JsonString.of(type.toString())))
                .orElse(metadata);
    }
}
