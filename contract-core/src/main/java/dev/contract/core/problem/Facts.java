package dev.contract.core.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A headline and its facts, laid out the one way every message and report of this project shares.
 *
 * <pre>
 * CONTRACT-STATE  no handler for provider state "user 42 exists"
 *   where  web-users.json:37:9, interaction "get a user"
 *   mend   add .state("user 42 exists", …)
 * </pre>
 *
 * <p>Names are padded to the longest one; the lines of a value that has several stand below each other. One thread at a time.
 */
public final class Facts {
    private static final String INDENT = "  ";

    private final String headline;
    private final List<Fact> facts = new ArrayList<>();

    private record Fact(String name, String value) {}

    public Facts(String headline) {
        this.headline = headline;
    }

    /** Adds a fact; a null value adds nothing. An empty name continues the fact before it. */
    public Facts add(String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
        return this;
    }

    @Override
    public String toString() {
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(headline);
        for (Fact fact : facts) {
            String name = fact.name();
            for (String line : fact.value().split("\n", -1)) {
                text.append('\n').append(INDENT).append(name);
                text.append(" ".repeat(width - name.length())).append(INDENT).append(line);
                name = "";
            }
        }
        return text.toString();
    }
}
