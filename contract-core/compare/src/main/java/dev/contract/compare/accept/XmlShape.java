package dev.contract.compare.accept;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.core.json.JsonString;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.matching.xml.XmlPaths;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The XML elements that are accepted in one place, made as {@code matching.xml} makes its nodes: what one changes, the other has to follow.
 * Immutable.
 */
public final class XmlShape {

    /**
     * The children of one name.
     *
     * @param nodes what they are compared with, in order
     * @param any whether there may be any number of them but none, each like the first
     */
    public record Children(List<XmlShape> nodes, boolean any) {
        public Children {
            nodes = List.copyOf(nodes);
        }

        /** What the child at a position among those of the name is compared with. */
        public XmlShape at(int position) {
            return nodes.get(any ? 0 : position);
        }
    }

    private final XmlElement example;
    private final RuleState state;
    private final boolean strict;
    private final Map<XmlName, Texts> attributes = new LinkedHashMap<>();
    private final Map<XmlName, Children> children = new LinkedHashMap<>();
    private final Texts text;

    private XmlShape(XmlElement example, RuleState state, boolean strict) {
        this.example = example;
        this.state = state;
        this.strict = strict;
        this.text = texts(example.text(), state.field("#text"));
        example.attributes().forEach((name, value) -> attributes.put(name, texts(value, step(state, "@", name))));
        Map<XmlName, List<XmlElement>> byName = example.children().stream()
                .collect(Collectors.groupingBy(XmlElement::name, LinkedHashMap::new, Collectors.toList()));
        byName.forEach((name, elements) -> children.put(name, children(elements, step(state, "", name))));
    }

    /**
     * The shape of a document.
     *
     * @param strict whether there may be no more than was expected
     */
    public static XmlShape compile(XmlElement root, Map<String, RuleGroup> rules, boolean strict) {
        RuleState document = PathSelection.compile(XmlPaths.withoutIndices(rules), problem -> {});
        return new XmlShape(root, step(document, "", root.name()), strict);
    }

    private Children children(List<XmlElement> elements, RuleState child) {
        List<XmlShape> nodes = new ArrayList<>();
        elements.forEach(each -> nodes.add(new XmlShape(each, child, strict)));
        return new Children(nodes, child.selected() != null);
    }

    /** Rules name elements and attributes as the document does, or by their local part. */
    private static RuleState step(RuleState state, String prefix, XmlName name) {
        return state.field(prefix + name.written(), prefix + name.local());
    }

    /** Nothing in place of nothing is fine whatever the rules say. */
    private static Texts texts(String example, RuleState state) {
        Rules rules = state.selected();
        JsonString expected = JsonString.of(example);
        Texts equal = Texts.only(expected, Carrier.PLAIN);
        Texts ruled = rules == null ? equal : Texts.of(rules.asGroup(), expected, Carrier.PLAIN);
        return example.isEmpty() ? ruled.or(equal) : ruled;
    }

    /** One that the contract has for it. */
    public XmlElement example() {
        return example;
    }

    /** The step of the element in paths: {@code .name}. */
    public String step() {
        return RulePath.step(example.name().written());
    }

    /** Whether there may be neither attributes nor children but the expected ones. */
    public boolean strict() {
        return strict;
    }

    /** Whether a root may have any name, for its rules are about its text. */
    public boolean mayHaveAnyName() {
        Rules rules = state.selected();
        return rules != null && !rules.judgesStructure();
    }

    /** Whether there may be so many child elements, of whatever names. */
    public boolean accepts(int count) {
        Rules rules = state.selected();
        return rules == null || rules.refusalsOfCount(List.of(), count).isEmpty();
    }

    /** Whether {@link #accepts} says the same of both for the same reason. */
    public boolean countsAs(XmlShape other) {
        Rules rules = state.selected();
        Rules others = other.state.selected();
        if (rules == null || others == null) {
            return rules == null && others == null;
        }
        return rules.asGroup().equals(others.asGroup());
    }

    /** From this number of children on either all are accepted or none. */
    public int lastBound() {
        Rules rules = state.selected();
        return rules == null
                ? 0
                : rules.asGroup().rules().stream()
                        .flatMap(rule -> Stream.of("min", "max").map(rule.attributes()::find))
                        .mapToInt(bound -> bound == null ? 0 : bound.count().orElse(0))
                        .max()
                        .orElse(0);
    }

    /** Those that there must be. */
    public Map<XmlName, Texts> attributes() {
        return attributes;
    }

    /** Those of the names that there must be. */
    public Map<XmlName, Children> children() {
        return children;
    }

    public Texts text() {
        return text;
    }

    /**
     * Whether a child of a name that is not expected is refused, or may be under another prefix: where all children must be of a type, there is
     * none for it.
     */
    public boolean refusesOther(XmlName name) {
        return refusesOtherAsWritten(name)
                || state.fieldNames().stream()
                        .filter(known -> known.endsWith(":" + name.local()))
                        .anyMatch(known -> refuses(state.field(known, name.local())));
    }

    /** The same of the very name, prefix included. */
    public boolean refusesOtherAsWritten(XmlName name) {
        return refuses(step(state, "", name));
    }

    /** Whether a child is refused whose name neither the example nor any rule knows. */
    public boolean refusesOthers() {
        return refuses(state.otherField());
    }

    private boolean refuses(RuleState child) {
        Rules rules = child.selected();
        return strict || (rules != null && rules.judgesType());
    }

    /** The names that rules say of what lies in the element. */
    public Set<String> namedByRules() {
        return state.fieldNames();
    }

    /** {@code an element <name/>}. */
    @Override
    public String toString() {
        return "an element " + example;
    }
}
