package dev.contract.provider.process;

import java.util.function.UnaryOperator;

/**
 * What a service knows of the group it belongs to.
 *
 * @param name empty for a service of its own
 * @param neighbours fills the addresses of others into a text
 */
record Membership(String name, UnaryOperator<String> neighbours) {
    static final Membership NONE = new Membership("", UnaryOperator.identity());

    String fillIn(String text) {
        return neighbours.apply(text);
    }

    /** Whether nobody else ends the service when this JVM ends. */
    boolean isAlone() {
        return name.isEmpty();
    }
}
