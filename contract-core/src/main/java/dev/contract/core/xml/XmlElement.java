package dev.contract.core.xml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element.
 *
 * <p>Immutable.
 *
 * @param attributes in document order; namespace declarations are none
 * @param children its child elements in document order
 * @param text its own text: every run of text or CDATA between children, trimmed, one after the other
 * @param line where it starts, counted from 1
 * @param column where its start tag ends, counted from 1
 */
public record XmlElement(
        XmlName name, Map<XmlName, String> attributes, List<XmlElement> children, String text, int line, int column) {
    public XmlElement {
        attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** The element as messages show it: {@code <name/>}. */
    @Override
    public String toString() {
        return "<" + name + "/>";
    }
}
