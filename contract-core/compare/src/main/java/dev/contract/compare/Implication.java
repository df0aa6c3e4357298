package dev.contract.compare;

import dev.contract.compare.inclusion.Budget;
import dev.contract.core.model.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The interactions of a contract, to be asked whether they demand another one already: as sent the same, with all answers accepted. */
final class Implication {
    private final Map<Sent, List<Interaction>> known = new HashMap<>();

    Implication(List<Interaction> interactions) {
        interactions.forEach(each ->
                known.computeIfAbsent(Sent.of(each), any -> new ArrayList<>()).add(each));
    }

    /** One of them counts no more. */
    void drop(Interaction interaction) {
        asked(interaction).removeIf(each -> each == interaction);
    }

    /** One that must hold, and whose answers are all fine for this one. */
    Optional<Interaction> of(Interaction interaction) {
        return asked(interaction).stream()
                .takeWhile(each -> !Budget.isSpent())
                .filter(each -> each != interaction)
                .filter(each -> !each.annotations().pending())
                .filter(each -> Answered.within(each, interaction).isIncluded())
                .findFirst();
    }

    /** Those to which the provider answers exactly what it answers to this one. */
    private List<Interaction> asked(Interaction interaction) {
        return known.getOrDefault(Sent.of(interaction), List.of());
    }
}
