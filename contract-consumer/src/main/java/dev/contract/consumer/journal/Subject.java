package dev.contract.consumer.journal;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.Quoted;
import java.util.function.Predicate;

/**
 * Which exchanges somebody asks for.
 *
 * <p>Immutable.
 *
 * @param words behind "a request": {@code for "a payment"}
 */
record Subject(Predicate<Answered> answered, String words) {
    static final Subject ALL = new Subject(each -> true, "at all");

    static Subject described(String description) {
        return new Subject(each -> each.isDescribed(description), "for " + Quoted.text(description));
    }

    /** As contracts name interactions: by description and states. */
    static Subject of(HttpInteraction interaction) {
        return new Subject(Answered.by(interaction)::equals, "for " + interaction.quoted());
    }

    Subject and(Subject other) {
        return equals(ALL) ? other : new Subject(answered.and(other.answered), words + " and " + other.words);
    }

    boolean has(Exchange exchange) {
        return equals(ALL) || answered.test(Answered.by(exchange.interaction().orElse(null)));
    }

    @Override
    public String toString() {
        return words;
    }
}
