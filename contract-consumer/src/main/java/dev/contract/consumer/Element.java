package dev.contract.consumer;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.xml.XmlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML document, with matchers where attributes and texts may vary; made by {@link Matchers#element}.
 *
 * <pre>{@code
 * xml(element("people").attribute("xmlns", "urn:people")
 *         .child(element("count").text(integer(1)))
 *         .eachChild(element("person").attribute("id", regex("\\d+", "7")).text(like("Alice"))))
 * }</pre>
 *
 * <p>Attributes and texts are texts, numbers, booleans, or matchers of them. Immutable: every call returns another element.
 */
public final class Element {
    private final String name;
    private final Map<String, Shape> attributes;
    private final @Nullable Shape text;
    private final List<Element> children;
    private final boolean typed;

    Element(String name, Map<String, Shape> attributes, @Nullable Shape text, List<Element> children, boolean typed) {
        this.name = name;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.text = text;
        this.children = List.copyOf(children);
        this.typed = typed;
    }

    static Element named(String name) {
        return new Element(name, Map.of(), null, List.of(), false);
    }

    /** This element with an attribute; namespaces are declared like attributes: {@code attribute("xmlns:p", "urn:people")}. */
    public Element attribute(String attribute, Object example) {
        Map<String, Shape> more = new LinkedHashMap<>(attributes);
        if (more.put(attribute, Examples.shape(example)) != null) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-EXAMPLE",
                            "the element " + Quoted.text(name) + " has the attribute " + Quoted.text(attribute)
                                    + " twice")
                    .mend("remove one of the two"));
        }
        return new Element(name, more, text, children, typed);
    }

    /** This element with a text, which stands in front of its children. */
    public Element text(Object example) {
        if (text != null) {
            throw Mistake.of(Problem.error("CONTRACT-EXAMPLE", "the element " + Quoted.text(name) + " has two texts")
                    .mend("give the whole text in one call"));
        }
        return new Element(name, attributes, Examples.shape(example), children, typed);
    }

    /** This element with one more child: exactly one of its name is expected for each one that is given. */
    public Element child(Element child) {
        List<Element> more = new ArrayList<>(children);
        more.add(child);
        return new Element(name, attributes, text, more, typed);
    }

    /** This element with children of one name, at least one, each {@linkplain #like() like} the example. */
    public Element eachChild(Element example) {
        return child(example.like());
    }

    /** This element, but attributes, texts and children inside it may have other values, and it may stand any number of times, unless
     * a matcher says otherwise. */
    public Element like() {
        return new Element(name, attributes, text, children, true);
    }

    /** The document with this element at its root; its rules and generators go into the draft. */
    String document(Draft draft) {
        StringBuilder document = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(document, draft, RulePath.ROOT.then(new Field(name)));
        return document.toString();
    }

    private void write(StringBuilder document, Draft draft, RulePath at) {
        if (typed) {
            draft.rules(at, RuleGroup.of(MatchingRule.of("type")));
        }
        document.append('<').append(name);
        attributes.forEach((attribute, shape) -> {
            String value = text(shape, draft, at.then(new Field("@" + attribute)));
            document.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(XmlText.attribute(value))
                    .append('"');
        });
        if (text == null && children.isEmpty()) {
            document.append("/>");
            return;
        }
        document.append('>');
        if (text != null) {
            document.append(XmlText.escaped(text(text, draft, at.then(new Field("#text")))));
        }
        writeChildren(document, draft, at);
        document.append("</").append(name).append('>');
    }

    /** Paths of XML have no indices: what is said of a child is said of all children of its name. */
    private void writeChildren(StringBuilder document, Draft draft, RulePath at) {
        Map<String, Draft> drafts = new HashMap<>();
        for (Element child : children) {
            Draft own = new Draft();
            child.write(document, own, at.then(new Field(child.name)));
            Draft first = drafts.putIfAbsent(child.name, own);
            if (first == null) {
                draft.add(own);
            } else if (!first.rules().equals(own.rules()) || !first.generators().equals(own.generators())) {
                throw Mistake.of(Problem.error(
                                "CONTRACT-MATCHER",
                                "the elements " + Quoted.text(child.name) + " in " + Quoted.text(name)
                                        + " have different matchers")
                        .found("a contract file holds one rule for all elements of a name")
                        .mend("give all of them the same matchers, or use eachChild(…) with one example"));
            }
        }
    }

    private String text(Shape shape, Draft draft, RulePath at) {
        JsonValue example = shape.write(draft, at);
        return switch (example.kind()) {
            case STRING, NUMBER, BOOLEAN -> example.text();
            case OBJECT, ARRAY, NULL ->
                throw Mistake.of(Problem.error(
                                "CONTRACT-EXAMPLE",
                                "the element " + Quoted.text(name) + " needs a text, a number or a boolean")
                        .found(example.toJson())
                        .mend("give a plain value, or a matcher of one such as regex(…) or integer(…)"));
        };
    }

    @Override
    public String toString() {
        return "<" + name + "/>";
    }
}
