package dev.contract.core.matching.xml;

import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.model.RulePath;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An expected element, compiled with the rules that reach it and what lies in it. Immutable and thread-safe. */
final class ElementNode {
    private static final String TEXT = "['#text']";

    private final XmlElement expected;
    private final String step;
    private final RuleState state;
    private final boolean strict;
    private final List<AttributeNode> attributes = new ArrayList<>();
    private final Map<XmlName, ChildrenNode> children = new LinkedHashMap<>();
    private final TextNode text;

    /** What the children are compared with if they come in the order of the example, as they do as a rule. */
    private final List<ElementNode> inOrder = new ArrayList<>();

    private ElementNode(XmlElement expected, RuleState state, boolean strict) {
        this.expected = expected;
        this.step = RulePath.step(expected.name().written());
        this.state = state;
        this.strict = strict;
        expected.attributes()
                .forEach((name, value) -> attributes.add(AttributeNode.of(name, value, step(state, "@", name))));
        byName(expected).forEach((name, elements) -> children.put(name, children(name, elements)));
        this.text = TextNode.of(expected.text(), state.field("#text"));
        Map<XmlName, Integer> counts = new HashMap<>();
        for (XmlElement child : expected.children()) {
            int position = counts.merge(child.name(), 1, Integer::sum) - 1;
            inOrder.add(Objects.requireNonNull(children.get(child.name())).at(position));
        }
    }

    /** The node of a document's root element. */
    static ElementNode root(XmlElement expected, RuleState document, boolean strict) {
        return new ElementNode(expected, step(document, "", expected.name()), strict);
    }

    private ChildrenNode children(XmlName name, List<XmlElement> elements) {
        RuleState child = step(state, "", name);
        List<ElementNode> nodes = elements.stream()
                .map(element -> new ElementNode(element, child, strict))
                .toList();
        return new ChildrenNode(name, nodes, child.selected() != null, strict);
    }

    /** Rules name elements and attributes as the document does, or by their local part. */
    private static RuleState step(RuleState state, String prefix, XmlName name) {
        return state.field(prefix + name.written(), prefix + name.local());
    }

    private static Map<XmlName, List<XmlElement>> byName(XmlElement element) {
        Map<XmlName, List<XmlElement>> groups = new LinkedHashMap<>();
        for (XmlElement child : element.children()) {
            groups.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(child);
        }
        return groups;
    }

    /** Compares the root element, whose name is not known to be right. */
    void matchRoot(XmlElement actual, Place document) {
        Rules rules = state.selected();
        boolean valueOnly = rules != null && !rules.judgesStructure();
        if (valueOnly || expected.name().equals(actual.name())) {
            match(actual, document);
        } else {
            document.refuse(expected.toString(), actual.toString(), names(actual));
        }
    }

    private String names(XmlElement actual) {
        return "Expected element " + described(expected) + " but was " + described(actual);
    }

    private static String described(XmlElement element) {
        String namespace = element.name().namespace();
        return element + (namespace.isEmpty() ? "" : " of namespace '" + namespace + "'");
    }

    /** Compares an element of the expected name. */
    void match(XmlElement actual, Place above) {
        Place place = above.below(step);
        Rules rules = state.selected();
        if (rules != null) {
            List<XmlElement> elements = actual.children();
            for (String sentence : rules.refusalsOfCount(elements, elements.size())) {
                place.refuse(null, null, sentence);
            }
        }
        matchAttributes(actual, place);
        matchChildren(actual, place);
        text.match(actual.text(), place, TEXT);
    }

    private void matchAttributes(XmlElement actual, Place place) {
        int met = 0;
        for (AttributeNode attribute : attributes) {
            met += attribute.match(actual, place) ? 1 : 0;
        }
        if (strict && met < actual.attributes().size()) {
            actual.attributes().forEach((name, value) -> {
                if (!expected.attributes().containsKey(name)) {
                    place.below(AttributeNode.step(name)).refuse(null, value, "Unexpected attribute '" + name + "'");
                }
            });
        }
    }

    private void matchChildren(XmlElement actual, Place place) {
        List<XmlElement> came = actual.children();
        if (isInOrder(came)) {
            for (int i = 0; i < came.size(); i++) {
                inOrder.get(i).match(came.get(i), place);
            }
        } else {
            matchByName(byName(actual), place);
        }
    }

    private boolean isInOrder(List<XmlElement> came) {
        boolean same = came.size() == inOrder.size();
        for (int i = 0; same && i < came.size(); i++) {
            same = came.get(i).name().equals(inOrder.get(i).expected.name());
        }
        return same;
    }

    private void matchByName(Map<XmlName, List<XmlElement>> groups, Place place) {
        children.forEach((name, node) -> node.match(groups.getOrDefault(name, List.of()), place));
        groups.forEach((name, elements) -> {
            if (!children.containsKey(name) && (strict || isTyped(name))) {
                place.refuse(null, elements.get(0).toString(), "Unexpected child " + elements.get(0));
            }
        });
    }

    /** Where every child must be of the type of an example, one that has no example is wrong, in responses, too. */
    private boolean isTyped(XmlName name) {
        Rules rules = step(state, "", name).selected();
        return rules != null && rules.judgesType();
    }
}
