package dev.contract.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How other tools, and people, write commands. */
final class Spelling {
    /** Scripts that call the Pact tools put one of these first; here they are what the program is called. */
    private static final Set<String> PROGRAMS = Set.of("pact-broker", "pact-broker-cli", "pactflow");

    private static final List<String> LIST_OF_STATES = List.of("provider-states", "list");

    private Spelling() {}

    /** {@code provider-states list} is {@code list-provider-states}, {@code help publish} is {@code publish --help}. */
    static String[] ours(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        if (words.size() > 1 && PROGRAMS.contains(words.get(0))) {
            words.remove(0);
        }
        if (words.size() > 1 && words.subList(0, 2).equals(LIST_OF_STATES)) {
            words.remove(0);
            words.set(0, "list-provider-states");
        }
        if (!words.isEmpty() && words.get(0).equals("help")) {
            words.remove(0);
            words.add("--help");
        }
        return words.toArray(String[]::new);
    }
}
