package dev.contract.provider;

import dev.contract.core.model.Interaction;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each request may take.
 *
 * <p>Immutable.
 *
 * @param usual for interactions of which nothing is said
 * @param special by a text that descriptions contain; of several that fit the longest text counts
 */
record TimeLimits(Duration usual, Map<String, Duration> special) {
    TimeLimits {
        special = Map.copyOf(special);
    }

    TimeLimits withUsual(Duration limit) {
        return new TimeLimits(checked(limit), special);
    }

    TimeLimits with(String description, Duration limit) {
        Map<String, Duration> more = new LinkedHashMap<>(special);
        more.put(description, checked(limit));
        return new TimeLimits(usual, more);
    }

    private static Duration checked(Duration limit) {
        if (limit.isNegative() || limit.toMillis() == 0) {
            throw new IllegalArgumentException("the time limit of an exchange must be at least one millisecond");
        }
        return limit;
    }

    Duration of(Interaction interaction) {
        if (special.isEmpty()) {
            return usual;
        }
        return special.keySet().stream()
                .filter(interaction.description()::contains)
                .max(Comparator.comparingInt(String::length))
                .map(special::get)
                .orElse(usual);
    }

    /** A warning for each text that no description contains: the limit that was meant is not kept. */
    List<Problem> unused(List<Interaction> interactions) {
        if (special.isEmpty()) {
            return List.of();
        }
        List<String> descriptions =
                interactions.stream().map(Interaction::description).distinct().toList();
        return special.keySet().stream()
                .sorted()
                .filter(text -> descriptions.stream().noneMatch(each -> each.contains(text)))
                .map(text -> unused(text, descriptions))
                .toList();
    }

    private static Problem unused(String text, List<String> descriptions) {
        return Problem.warning("CONTRACT-LIMIT", "a time limit is for no interaction: " + Quoted.text(text))
                .found(
                        descriptions.isEmpty()
                                ? "no interactions"
                                : "interactions " + NearNames.listed(text, descriptions))
                .mend("give a text that the description contains");
    }
}
