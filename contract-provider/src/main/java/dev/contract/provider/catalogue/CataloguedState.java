package dev.contract.provider.catalogue;

import dev.contract.core.problem.Quoted;
import java.util.List;

/**
 * One state, for which one handler will do.
 *
 * <p>Immutable.
 *
 * @param name with {@code {placeholders}}, as a handler would be called: {@code user {id} exists}
 * @param names as contracts write it, each once
 * @param parameters those in the name, and those that contracts give with the state
 * @param uses who names it, at least one; an interaction that several versions of a contract have stands here once
 */
public record CataloguedState(String name, List<String> names, List<StateParameter> parameters, List<StateUse> uses) {
    public CataloguedState {
        names = List.copyOf(names);
        parameters = List.copyOf(parameters);
        uses = List.copyOf(uses);
    }

    /** The first place where it is named, with its interaction, and how many more there are. */
    String where() {
        StateUse first = uses.get(0);
        String more = uses.size() == 1 ? "" : ", and " + (uses.size() - 1) + " more";
        return first.place() + ", interaction " + Quoted.text(first.interaction()) + more;
    }
}
