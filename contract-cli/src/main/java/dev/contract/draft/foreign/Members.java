package dev.contract.draft.foreign;

import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a tool has in objects of one kind.
 *
 * @param used of what they say something becomes
 * @param left they say what no contract does
 */
record Members(Set<String> used, Set<String> left) {

    /**
     * Tells of each member that nothing becomes of. One that is nearly the name of another was meant for that, and without it the whole would be
     * another interaction.
     *
     * @param what they are all: {@code nothing that two services agree on}
     */
    void check(JsonObject object, String what, String mend, Ported ported) {
        object.forEach((name, value) -> {
            Optional<String> meant = left.contains(name) ? Optional.empty() : NearNames.nearest(name, used);
            if (used.contains(name)) {
                return;
            }
            if (meant.isPresent()) {
                ported.cannot(
                        value,
                        "there is no " + Quoted.text(name) + " here",
                        "did you mean " + Quoted.text(meant.get()) + "?");
            } else {
                ported.without(value, Quoted.text(name) + " is " + what, mend);
            }
        });
    }
}
