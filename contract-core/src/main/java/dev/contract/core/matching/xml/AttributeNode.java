package dev.contract.core.matching.xml;

import dev.contract.core.matching.select.RuleState;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;

/** An expected attribute. */
record AttributeNode(XmlName name, TextNode value, String step) {

    static AttributeNode of(XmlName name, String value, RuleState state) {
        return new AttributeNode(name, TextNode.of(value, state), step(name));
    }

    /** The step of an attribute in paths, where no element can have it. */
    static String step(XmlName name) {
        return "['@" + name + "']";
    }

    /** Compares the attribute of an element; false when it has none. */
    boolean match(XmlElement actual, Place place) {
        String came = actual.attributes().get(name);
        if (came == null) {
            place.below(step).refuse(value.expected(), null, "Expected attribute '" + name + "' but was missing");
            return false;
        }
        value.match(came, place, step);
        return true;
    }
}
