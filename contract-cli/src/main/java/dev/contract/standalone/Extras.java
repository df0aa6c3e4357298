package dev.contract.standalone;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Terms;
import dev.contract.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the stub does with an interaction beyond its contract.
 *
 * <p>Immutable.
 *
 * @param terms when it answers
 * @param behaviour how it answers; null for the response of the contract
 * @param json the same as it was written
 */
record Extras(Terms terms, @Nullable Behaviour behaviour, JsonObject json) {
    static final Extras NONE = new Extras(Terms.OF_CONTRACT, null, JsonObject.EMPTY);

    /** The same with other answers. */
    Extras withAnswers(Extras others) {
        JsonObject kept = json.without("answers").without("cycle");
        return new Extras(
                terms,
                others.behaviour(),
                kept.toBuilder().putAll(others.json()).build());
    }

    Optional<Behaviour> answers() {
        return Optional.ofNullable(behaviour);
    }
}
