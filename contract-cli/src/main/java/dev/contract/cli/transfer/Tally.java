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
        APPLICATION,
        VERSION,
        BRANCH,
        TAG,
        ENVIRONMENT,
        CONTRACT,
        RESULT,
        DEPLOYMENT,
        RELEASE,
        WEBHOOK;

        private String counted(int number) {
            String noun = name().toLowerCase(Locale.ROOT);
            return number + " " + noun + (number == 1 ? "" : this == BRANCH ? "es" : "s");
        }
    }

    /** Counts one if it is new. A transaction may be repeated, so this is for what came of it. */
    void count(Kind kind, boolean isNew) {
        count(kind, isNew ? 1 : 0);
    }

    /** Counts some that are new. */
    void count(Kind kind, int some) {
        added.merge(kind, some, Integer::sum);
    }

    public int webhooks() {
        return number(Kind.WEBHOOK);
    }

    private int number(Kind kind) {
        return added.getOrDefault(kind, 0);
    }

    /** As in {@code 2 applications, 1 version}; what there is none of is left out. */
    @Override
    public String toString() {
        String text = Arrays.stream(Kind.values())
                .filter(kind -> number(kind) > 0)
                .map(kind -> kind.counted(number(kind)))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nothing new" : text;
    }
}
