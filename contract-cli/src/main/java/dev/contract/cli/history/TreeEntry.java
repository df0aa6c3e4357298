package dev.contract.cli.history;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What stands in a directory of git.
 *
 * @param kind {@code blob} for a file, {@code tree} for a directory, {@code commit} for another repository
 * @param object the id under which git has it
 */
record TreeEntry(String kind, String object, String name) {

    /** As {@code git ls-tree -z} prints them: mode, kind and object, a tab, the name, and again. */
    static List<TreeEntry> parse(String printed) {
        return Stream.of(printed.split("\0", -1))
                .filter(Predicate.not(String::isEmpty))
                .map(TreeEntry::one)
                .toList();
    }

    private static TreeEntry one(String printed) {
        String[] words = printed.split("[ \t]", 4);
        return new TreeEntry(words[1], words[2], words[3]);
    }

    /** Whether it is a file that may be a contract. */
    boolean isContract() {
        return kind.equals("blob") && name.endsWith(".json") && !name.startsWith(".");
    }
}
