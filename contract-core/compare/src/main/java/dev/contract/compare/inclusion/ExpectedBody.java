package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.ShapeCompiler;
import dev.contract.compare.accept.XmlShape;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.body.DecodedText;
import dev.contract.core.http.Headers;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.multipart.PartRules;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.multipart.MultipartPart;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlReader;
import dev.contract.core.xml.XmlSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of an expectation, with all that decides what it accepts. One thread at a time. */
final class ExpectedBody {
    private static final String MULTIPART = "multipart/form-data";
    private static final MatchingRules ANY_MULTIPART = MatchingRules.NONE.with(
            Category.HEADER, "Content-Type", RuleGroup.of(MatchingRule.regex("(?is)multipart/[\\w.+-]+\\s*(;.*)?")));

    private final Body body;
    private final @Nullable ContentType declared;
    private final @Nullable RuleGroup headerRules;
    private final Once<Boolean> alwaysMultipart;
    private final Map<String, RuleGroup> rules;
    private final Presence presence;
    private final boolean strict;
    private final Once<Optional<String>> text = new Once<>(this::decoded);
    private final Once<Optional<JsonValue>> json = new Once<>(this::readJson);
    private final Once<Optional<Shape>> shape = new Once<>(this::compiled);
    private final Once<Optional<XmlShape>> xml = new Once<>(this::compiledXml);

    private ExpectedBody(
            Body body,
            @Nullable ContentType declared,
            @Nullable RuleGroup headerRules,
            Supplier<Boolean> alwaysMultipart,
            Map<String, RuleGroup> rules,
            Presence presence,
            boolean strict) {
        this.body = body;
        this.declared = declared;
        this.headerRules = headerRules;
        this.alwaysMultipart = new Once<>(alwaysMultipart);
        this.rules = rules;
        this.presence = presence;
        this.strict = strict;
    }

    static ExpectedBody of(RequestPart part) {
        return of(part.example().body(), part.example().headers(), part.rules(), Presence.NONE, true);
    }

    static ExpectedBody of(ResponsePart part) {
        return of(part.example().body(), part.example().headers(), part.rules(), part.presence(), false);
    }

    private static ExpectedBody of(Body body, Headers headers, MatchingRules rules, Presence presence, boolean strict) {
        ContentType declared = headers.contentType().or(body::contentType).orElse(null);
        Map<String, RuleGroup> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(rules.of(Category.HEADER));
        return new ExpectedBody(
                body,
                declared,
                byName.get("Content-Type"),
                () -> HeaderInclusion.differences(headers, rules, Headers.of("Content-Type", MULTIPART), ANY_MULTIPART)
                        .isEmpty(),
                rules.of(Category.BODY),
                presence,
                strict);
    }

    static ExpectedBody of(MessagePart part) {
        Optional<ContentType> declared =
                part.contents().contentType().or(() -> MessagePart.contentType(part.metadata()));
        return new ExpectedBody(
                part.contents(),
                declared.orElse(null),
                null,
                () -> false,
                part.rules().of(Category.BODY),
                part.presence(),
                false);
    }

    /**
     * The contents of a part of this body.
     *
     * @throws dev.contract.core.multipart.MultipartSyntaxException if they are not encoded as the part says
     */
    ExpectedBody part(MultipartPart part, int position) {
        Map<String, RuleGroup> inPart = new PartRules(part.name().orElse(null), position).of(rules);
        ContentType type = part.contentType().orElse(null);
        return new ExpectedBody(Body.of(part.content()), type, null, () -> false, inPart, Presence.NONE, strict);
    }

    Body body() {
        return body;
    }

    /** Its type as headers, metadata or the body itself declare it; null when none does. */
    @Nullable
    ContentType declared() {
        return declared;
    }

    /** Null when the Content-Type header has none. */
    @Nullable
    RuleGroup headerRules() {
        return headerRules;
    }

    Map<String, RuleGroup> rules() {
        return rules;
    }

    /** Whether more than was expected is refused. */
    boolean strict() {
        return strict;
    }

    /** The declared type, or what the body looks like. */
    ContentType type() {
        return declared != null && isDeclared() ? declared : ContentTypeDetection.detect(body.bytes());
    }

    boolean isDeclared() {
        return declared != null && !declared.base().equals("*/*");
    }

    /** Whether whatever is accepted declares that it is multipart, and so a boundary of its own: otherwise that of the example counts. */
    boolean isAlwaysMultipart() {
        return alwaysMultipart.get();
    }

    /** The rules of the whole body; null when there are none. */
    @Nullable
    Rules rootRules() {
        return PathSelection.compile(rules, problem -> {}).selected();
    }

    /** Whether nothing is accepted but these bytes. */
    boolean isExactBytes() {
        return isDeclared() && type().isBinary() && !type().isMultipart() && !judgesBytes() && rootRules() == null;
    }

    /** Whether bytes are looked at in place of what they mean. */
    boolean judgesBytes() {
        RuleGroup root = rules.get("$");
        return root != null
                && root.rules().stream().anyMatch(rule -> rule.type().equals("contentType"));
    }

    /** Whether no body will do although one is expected: where one of several rules at the root suffices, one of them may not mind. */
    boolean acceptsNothing() {
        RuleGroup root = rules.get("$");
        if (root == null) {
            return false;
        }
        Rules compiled = CompiledGroups.of(root);
        return compiled.demandsContent()
                && compiled.refusalsOfBytes(body.bytes(), new byte[0]).isEmpty();
    }

    boolean isUtf8() {
        return !type().hasUnknownCharset() && type().charset().equals(StandardCharsets.UTF_8);
    }

    /** The body as text in the charset of its type; empty when its bytes are none, which then are compared as they stand. */
    Optional<String> text() {
        return text.get();
    }

    private Optional<String> decoded() {
        DecodedText decoded = DecodedText.of(body.bytes(), type());
        return decoded.isText() ? Optional.of(decoded.text()) : Optional.empty();
    }

    /** The body as JSON; empty when it is none, or in another charset. */
    Optional<JsonValue> json() {
        return json.get();
    }

    /** What JSON is accepted; empty when the example is none. */
    Optional<Shape> shape() {
        return shape.get();
    }

    /** What XML is accepted; empty when the example is none. */
    Optional<XmlShape> xml() {
        return xml.get();
    }

    private Optional<XmlShape> compiledXml() {
        return readXml().map(root -> XmlShape.compile(root, rules, strict));
    }

    private Optional<XmlElement> readXml() {
        if (!type().isXml()) {
            return Optional.empty();
        }
        try {
            if (type().parameter("charset").isEmpty()) {
                return Optional.of(XmlReader.read(body.bytes()));
            }
            return text().isPresent() ? Optional.of(XmlReader.read(text().get())) : Optional.empty();
        } catch (XmlSyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Shape> compiled() {
        return json().map(example -> ShapeCompiler.compile(example, rules, presence, strict));
    }

    private Optional<JsonValue> readJson() {
        return type().isJson() && isUtf8() ? body.readJson() : Optional.empty();
    }

    /** Whether the same is expected. */
    boolean isSame(ExpectedBody other) {
        return Sameness.ofBody(rules, other.rules)
                && hasSameCharset(other)
                && hasSameBoundary(other)
                && body.equals(other.body)
                && Sameness.of(presence, other.presence);
    }

    /**
     * Whether bodies of whichever type are compared by both in the same way. If no type is declared, what comes may have one, and then is read
     * as that: a number or word of JSON as text, or as a form.
     */
    boolean isReadAs(ExpectedBody other) {
        if (isDeclared()) {
            return other.isDeclared() || other.type().isJson() || other.type().equals(ContentType.TEXT);
        }
        return !other.isDeclared()
                && (isSame(other)
                        || (isStructure() && other.isStructure())
                        || (hasSameText(other)
                                && FormInclusion.differences(this, other).isEmpty()));
    }

    /** Objects and arrays are compared with nothing but JSON. */
    private boolean isStructure() {
        return json().filter(
                        json -> json.asObject().isPresent() || json.asArray().isPresent())
                .isPresent();
    }

    private boolean hasSameText(ExpectedBody other) {
        return json().isPresent()
                && Arrays.equals(body.bytes(), other.body.bytes())
                && Objects.equals(rules.get("$"), other.rules.get("$"));
    }

    /** The same bytes are other text in another charset. */
    private boolean hasSameCharset(ExpectedBody other) {
        return type().charset().equals(other.type().charset())
                && type().hasUnknownCharset() == other.type().hasUnknownCharset();
    }

    /** Where the parts of a body lie is told by its type alone. */
    boolean hasSameBoundary(ExpectedBody other) {
        return !type().isMultipart()
                || type().parameter("boundary").equals(other.type().parameter("boundary"));
    }
}
