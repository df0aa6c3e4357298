package dev.contract.consumer.variation;

import dev.contract.core.model.Interaction;
import java.util.function.UnaryOperator;

/** One place of an answer that is otherwise than in its example. Immutable; each is equal to itself only. */
public final class Change {
    private final Subject subject;
    private final Spot spot;
    private final String example;
    private final String varied;
    private final UnaryOperator<Draft> edit;

    Change(Subject subject, Spot spot, String example, String varied, UnaryOperator<Draft> edit) {
        this.subject = subject;
        this.spot = spot;
        this.example = example;
        this.varied = varied;
        this.edit = edit;
    }

    Subject subject() {
        return subject;
    }

    /** Whose answer it is. */
    public Interaction interaction() {
        return subject.interaction();
    }

    public Spot spot() {
        return spot;
    }

    /** What the example has there, as people read it: {@code 42}, or {@code nothing}. */
    public String example() {
        return example;
    }

    /** What is there instead, and what is special about it: {@code 2147483648 (beyond 32 bits)}. */
    public String varied() {
        return varied;
    }

    Draft applied(Draft draft) {
        return edit.apply(draft);
    }

    boolean touches(Change other) {
        return subject == other.subject && spot.touches(other.spot);
    }

    @Override
    public String toString() {
        return spot + ": " + example + " → " + varied;
    }
}
