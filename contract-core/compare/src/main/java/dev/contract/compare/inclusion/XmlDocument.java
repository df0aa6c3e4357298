package dev.contract.compare.inclusion;

import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import dev.contract.core.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Elements with a change, and as text. */
final class XmlDocument {
    private XmlDocument() {}

    static XmlElement element(XmlName name) {
        return new XmlElement(name, Map.of(), List.of(), "", 0, 0);
    }

    static XmlElement withText(XmlElement element, String text) {
        return of(element, element.attributes(), element.children(), text);
    }

    static XmlElement withAttribute(XmlElement element, XmlName name, String value) {
        Map<XmlName, String> attributes = new LinkedHashMap<>(element.attributes());
        attributes.put(name, value);
        return of(element, attributes, element.children(), element.text());
    }

    static XmlElement without(XmlElement element, XmlName attribute) {
        Map<XmlName, String> attributes = new LinkedHashMap<>(element.attributes());
        attributes.remove(attribute);
        return of(element, attributes, element.children(), element.text());
    }

    static XmlElement withChildren(XmlElement element, List<XmlElement> children) {
        return of(element, element.attributes(), children, element.text());
    }

    static XmlElement with(XmlElement element, XmlElement child) {
        List<XmlElement> children = new ArrayList<>(element.children());
        children.add(child);
        return withChildren(element, children);
    }

    static XmlElement without(XmlElement element, int position) {
        List<XmlElement> children = new ArrayList<>(element.children());
        children.remove(position);
        return withChildren(element, children);
    }

    static XmlElement replaced(XmlElement element, int position, XmlElement other) {
        List<XmlElement> children = new ArrayList<>(element.children());
        children.set(position, other);
        return withChildren(element, children);
    }

    static XmlElement of(XmlElement model, Map<XmlName, String> attributes, List<XmlElement> children, String text) {
        return new XmlElement(model.name(), attributes, children, text, model.line(), model.column());
    }

    /** How many elements there are. */
    static int size(XmlElement root) {
        return 1 + root.children().stream().mapToInt(XmlDocument::size).sum();
    }

    /** The element as a document; each namespace is declared where it is needed first. */
    static String text(XmlElement root) {
        StringBuilder text = new StringBuilder();
        write(root, Map.of("", ""), text);
        return text.toString();
    }

    /** @param declared namespaces by their prefixes */
    private static void write(XmlElement element, Map<String, String> declared, StringBuilder text) {
        Map<String, String> inside = new HashMap<>(declared);
        text.append('<').append(element.name().written());
        declare(element.name(), inside, text);
        element.attributes().forEach((name, value) -> {
            if (!prefix(name).isEmpty()) {
                declare(name, inside, text);
            }
            text.append(' ')
                    .append(name.written())
                    .append("=\"")
                    .append(XmlText.attribute(value))
                    .append('"');
        });
        text.append('>').append(XmlText.escaped(element.text()));
        element.children().forEach(child -> write(child, inside, text));
        text.append("</").append(element.name().written()).append('>');
    }

    private static void declare(XmlName name, Map<String, String> declared, StringBuilder text) {
        String prefix = prefix(name);
        boolean fixed =
                prefix.equals("xml") || (!prefix.isEmpty() && name.namespace().isEmpty());
        if (!fixed && !name.namespace().equals(declared.put(prefix, name.namespace()))) {
            text.append(" xmlns")
                    .append(prefix.isEmpty() ? "" : ":" + prefix)
                    .append("=\"")
                    .append(XmlText.attribute(name.namespace()))
                    .append('"');
        }
    }

    private static String prefix(XmlName name) {
        int colon = name.written().indexOf(':');
        return colon < 0 ? "" : name.written().substring(0, colon);
    }
}
