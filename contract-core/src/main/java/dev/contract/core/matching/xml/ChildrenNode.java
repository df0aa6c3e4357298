package dev.contract.core.matching.xml;

import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import java.util.List;

/**
 * The expected child elements of one name. Order counts among them, not between names.
 *
 * @param any whether there may be any number of them, each like the first, because rules reach them
 */
record ChildrenNode(XmlName name, List<ElementNode> nodes, boolean any, boolean strict) {

    /** What the child at a position among those of the name is compared with. */
    ElementNode at(int position) {
        return nodes.get(any ? 0 : position);
    }

    void match(List<XmlElement> actual, Place place) {
        if (any && !actual.isEmpty()) {
            for (XmlElement child : actual) {
                nodes.get(0).match(child, place);
            }
            return;
        }
        int pairs = Math.min(nodes.size(), actual.size());
        for (int i = 0; i < pairs; i++) {
            nodes.get(i).match(actual.get(i), place);
        }
        int missing = any ? 1 : nodes.size() - pairs;
        for (int i = 0; i < missing; i++) {
            place.refuse("<" + name + "/>", null, "Expected child <" + name + "/> but was missing");
        }
        for (int i = pairs; strict && i < actual.size(); i++) {
            place.refuse(null, actual.get(i).toString(), "Unexpected child " + actual.get(i));
        }
    }
}
