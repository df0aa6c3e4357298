package dev.contract.cli.transfer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How much a transfer added. One thread at a time. */
public final class Tally {
    private final Map<Kind, Integer> added = new EnumMap<>(Kind.class);

    /** What can be added. */
    enum Kind {
        APPLICATIONS,
        VERSIONS,
        BRANCHES,
        TAGS,
        ENVIRONMENTS,
        CONTRACTS,
        RESULTS,
        DEPLOYMENTS,
        RELEASES,
        WEBHOOKS
    }

    /** Counts one that is new; returns whether it is. A transaction that is repeated counts twice, which is no harm but a wrong figure. */
    boolean count(Kind kind, boolean isNew) {
        if (isNew) {
            added.merge(kind, 1, Integer::sum);
        }
        return isNew;
    }

    public int webhooks() {
        return added.getOrDefault(Kind.WEBHOOKS, 0);
    }

    /** As in {@code 2 applications, 7 versions}; what there is none of is left out. */
    @Override
    public String toString() {
        String text = Arrays.stream(Kind.values())
                .filter(added::containsKey)
                .map(kind -> added.get(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nothing new" : text;
    }
}
