package dev.contract.core.matching.json;

import dev.contract.core.matching.select.RuleState;

/** A place of an expected document: which rules reach it, and what is agreed on keys there. Immutable. */
public record Place(RuleState rules, Keys keys) {

    /** Whether neither says anything of the place or of what lies below. */
    public boolean isPlain() {
        return rules.isPlain() && keys.isPlain();
    }

    public Place field(String name) {
        return new Place(rules.field(name), keys.field(name));
    }

    public Place otherField() {
        return new Place(rules.otherField(), keys.otherField());
    }

    public Place index(int position) {
        return new Place(rules.index(position), keys.index(position));
    }

    public Place otherIndex() {
        return new Place(rules.otherIndex(), keys.otherIndex());
    }
}
