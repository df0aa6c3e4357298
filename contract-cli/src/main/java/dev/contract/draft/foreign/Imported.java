package dev.contract.draft.foreign;

import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What files of another tool became.
 *
 * <p>Immutable.
 *
 * @param interactions each with a description of its own
 * @param problems errors tell what became no interaction, warnings what an interaction does not have
 */
public record Imported(List<Interaction> interactions, List<Problem> problems) {
    public Imported {
        interactions = List.copyOf(interactions);
        problems = List.copyOf(problems);
    }

    /** Other tools do without names, so that some of ours may be the same: they are numbered. */
    static Imported of(List<Interaction> interactions, List<Problem> problems) {
        Map<String, Integer> descriptions = new HashMap<>();
        List<Interaction> named = new ArrayList<>();
        for (Interaction each : interactions) {
            int count = descriptions.merge(each.description(), 1, Integer::sum);
            named.add(count == 1 ? each : described(each, each.description() + ", case " + count));
        }
        return new Imported(named, problems);
    }

    /** What several files became. */
    public static Imported all(List<Imported> files) {
        return of(
                files.stream().flatMap(each -> each.interactions().stream()).toList(),
                files.stream().flatMap(each -> each.problems().stream()).toList());
    }

    private static Interaction described(Interaction interaction, String words) {
        if (interaction instanceof HttpInteraction http) {
            return new HttpInteraction(words, http.states(), http.request(), http.response(), http.annotations());
        }
        return interaction instanceof AsyncMessage message
                ? new AsyncMessage(words, message.states(), message.message(), message.annotations())
                : interaction;
    }
}
