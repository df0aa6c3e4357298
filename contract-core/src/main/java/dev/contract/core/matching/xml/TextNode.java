package dev.contract.core.matching.xml;

import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.select.RuleState;

/** An expected text: that of an element, or the value of an attribute. */
record TextNode(String expected, Rules rules) {

    static TextNode of(String expected, RuleState state) {
        Rules selected = state.selected();
        return new TextNode(expected, selected == null ? Rules.EQUALITY : selected);
    }

    void match(String actual, Place element, String step) {
        boolean nothing = expected.isEmpty() && actual.isEmpty();
        if (!nothing) {
            for (String sentence : rules.refusalsOfText(expected, actual)) {
                element.below(step).refuse(expected, actual, sentence);
            }
        }
    }
}
