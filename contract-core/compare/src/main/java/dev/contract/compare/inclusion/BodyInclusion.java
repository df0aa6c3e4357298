package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.TextRule;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.accept.XmlShape;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether all bodies that one expectation accepts are accepted by another. One comparison. */
final class BodyInclusion {
    private static final String NOTHING = "no body";
    private static final String REASON =
            "bodies of this type are followed only where the same is expected, and no body shows it";

    private static final String UNDECLARED =
            "no type is declared, and a body that has another one is compared in another way";

    private final ExpectedBody inner;
    private final ExpectedBody outer;

    private BodyInclusion(ExpectedBody inner, ExpectedBody outer) {
        this.inner = inner;
        this.outer = outer;
    }

    static List<Difference<Body>> differences(ExpectedBody inner, ExpectedBody outer) {
        return new BodyInclusion(inner, outer).differences();
    }

    /** Without looking into them, as if they were nothing but bytes. */
    static List<Difference<Body>> opaque(ExpectedBody inner, ExpectedBody outer) {
        return new BodyInclusion(inner, outer).opaque();
    }

    private List<Difference<Body>> differences() {
        return switch (outer.body().state()) {
            case MISSING -> List.of();
            case NULL, EMPTY ->
                inner.body().isPresent() || inner.body().isMissing()
                        ? List.of(root(words(inner), NOTHING, some()))
                        : List.of();
            case PRESENT ->
                inner.body().isPresent()
                        ? present()
                        : List.of(root(inner.body().isMissing() ? "any body" : NOTHING, words(outer), some()));
        };
    }

    /** Bodies that differ in whether there is one. */
    private List<Body> some() {
        return List.of(
                inner.body(),
                Body.EMPTY,
                Body.text("text", ContentType.TEXT),
                Body.text("{}", ContentType.JSON),
                Body.text("{}", outer.declared()));
    }

    private static Difference<Body> root(String inner, String outer, List<Body> candidates) {
        return new Difference<>("$", inner, outer, REASON, candidates);
    }

    private static String words(ExpectedBody body) {
        return body.body().isMissing()
                ? "any body"
                : "a body of type " + body.type().base();
    }

    private List<Difference<Body>> present() {
        List<Difference<Body>> found = new ArrayList<>();
        if (inner.acceptsNothing() && !outer.acceptsNothing()) {
            found.add(root(words(inner) + ", or " + NOTHING, words(outer), List.of(Body.EMPTY, Body.MISSING)));
        }
        if (!hasSameType()) {
            Body odd = inner.body().withContentType(ContentType.of("application/vnd.other+json"));
            found.add(root(words(inner), words(outer), List.of(inner.body(), odd)));
        } else if (!inner.isSame(outer)) {
            found.addAll(contents());
        }
        if (found.isEmpty() && !inner.isReadAs(outer)) {
            found.add(new Difference<>("$", words(inner), words(outer), UNDECLARED, List.of()));
        }
        return found;
    }

    private boolean hasSameType() {
        return (inner.isDeclared() || !outer.isDeclared())
                && isSame(inner.type(), outer.type())
                && acceptsNoOtherTypes();
    }

    private static boolean isSame(ContentType one, ContentType other) {
        return one.base().equals(other.base()) || (isXml(one) && isXml(other));
    }

    private static boolean isXml(ContentType type) {
        return type.base().equals("application/xml") || type.base().equals("text/xml");
    }

    /** A rule on the header may let other types pass, which then are read as the expected one. */
    private boolean acceptsNoOtherTypes() {
        RuleGroup own = inner.headerRules();
        if (own == null || (own.equals(outer.headerRules()) && outer.isDeclared())) {
            return true;
        }
        Texts types = types(own, inner);
        String same = "(?s)" + Pattern.quote(inner.type().base()) + "\\s*(;.*)?";
        Texts only = Texts.of(RuleGroup.of(MatchingRule.regex(same)), JsonString.of(""), Carrier.HEADER);
        RuleGroup others = outer.headerRules();
        return TextInclusion.of(types, only, Carrier.HEADER).isIncluded()
                || (others != null
                        && TextInclusion.of(types, types(others, outer), Carrier.HEADER)
                                .isIncluded());
    }

    private static Texts types(RuleGroup group, ExpectedBody body) {
        return Texts.of(group, JsonString.of(body.type().toString()), Carrier.HEADER);
    }

    private List<Difference<Body>> contents() {
        if (inner.judgesBytes() || outer.judgesBytes()) {
            return bytes();
        }
        if (inner.type().isMultipart()) {
            return MultipartInclusion.differences(inner, outer).orElseGet(this::opaque);
        }
        Shape one = inner.shape().orElse(null);
        Shape other = outer.shape().orElse(null);
        if (one != null && other != null) {
            return json(one, other);
        }
        XmlShape element = inner.xml().orElse(null);
        XmlShape wanted = outer.xml().orElse(null);
        if (element != null && wanted != null) {
            return xml(element, wanted);
        }
        ContentType type = inner.type();
        String text = inner.text().orElse(null);
        String wantedText = outer.text().orElse(null);
        boolean plain = type.isText() && !type.isXml() && !type.isJson();
        if (text == null || wantedText == null || !inner.isUtf8() || !outer.isUtf8() || !(plain || type.isForm())) {
            return opaque();
        }
        return type.isForm() ? FormInclusion.differences(inner, outer) : text(text, wantedText);
    }

    private List<Difference<Body>> json(Shape one, Shape other) {
        return JsonInclusion.differences(one, other).stream()
                .map(each -> new Difference<>(
                        each.path(), each.inner(), each.outer(), each.reason(), bodies(each.candidates())))
                .toList();
    }

    private List<Difference<Body>> xml(XmlShape one, XmlShape other) {
        return XmlInclusion.differences(one, other).stream()
                .map(each -> new Difference<>(
                        each.path(),
                        each.inner(),
                        each.outer(),
                        each.reason(),
                        each.candidates().stream()
                                .map(root -> document(root, inner))
                                .toList()))
                .toList();
    }

    private static Body document(XmlElement root, ExpectedBody like) {
        return Body.text(XmlDocument.text(root), like.body().contentType().orElse(null));
    }

    private List<Body> bodies(List<JsonValue> values) {
        return values.stream().map(value -> Body.json(value, own())).toList();
    }

    private @Nullable ContentType own() {
        return inner.body().contentType().orElse(null);
    }

    private List<Difference<Body>> text(String own, String wanted) {
        Texts one = document(inner, own);
        Texts other = document(outer, wanted);
        TextInclusion.Answer answer = TextInclusion.of(one, other, Carrier.DOCUMENT);
        if (answer.isIncluded()) {
            return List.of();
        }
        List<Body> candidates = new ArrayList<>();
        if (answer.outside() != null) {
            candidates.add(Body.text(answer.outside(), own()));
        }
        candidates.add(inner.body());
        String reason = answer.reason().isEmpty() ? "no text shows it" : answer.reason();
        return List.of(new Difference<>("$", one.toString(), other.toString(), reason, candidates));
    }

    private static Texts document(ExpectedBody body, String text) {
        Rules rules = body.rootRules();
        return Texts.of((rules == null ? Rules.EQUALITY : rules).asGroup(), JsonString.of(text), Carrier.DOCUMENT);
    }

    private List<Difference<Body>> bytes() {
        Rules own = inner.rootRules();
        Rules wanted = outer.rootRules();
        boolean isIncluded = wanted != null
                && outer.judgesBytes()
                && (inner.judgesBytes()
                        ? own != null && own.asGroup().equals(wanted.asGroup()) && ignoresExample(wanted)
                        : inner.isExactBytes()
                                && wanted.refusalsOfBytes(
                                                outer.body().bytes(),
                                                inner.body().bytes())
                                        .isEmpty());
        return isIncluded ? List.of() : opaque();
    }

    private static boolean ignoresExample(Rules rules) {
        return rules.written().stream().allMatch(TextRule::ignoresExample);
    }

    /** Where nobody looks into a body: the example itself is one that may show it, and so is what differs from it a little. */
    private List<Difference<Body>> opaque() {
        return List.of(root(
                inner.judgesBytes() ? document(inner, "").toString() : words(inner),
                outer.judgesBytes() ? document(outer, "").toString() : words(outer) + " as expected",
                Mutants.of(inner.body())));
    }

    /** The example, but for what its own rules refuse. */
    static Body sample(ExpectedBody expected) {
        if (!expected.body().isPresent() || expected.judgesBytes()) {
            return expected.body();
        }
        ContentType type = expected.body().contentType().orElse(null);
        return expected.shape()
                .map(shape -> Body.json(Samples.of(shape), type))
                .or(() -> expected.xml().map(shape -> document(XmlSamples.of(shape), expected)))
                .orElse(expected.body());
    }
}
