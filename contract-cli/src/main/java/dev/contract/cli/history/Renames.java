package dev.contract.cli.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a commit gave another name to, by paths from the top of the repository. */
record Renames(List<Rename> all) {

    record Rename(String from, String to) {

        /**
         * The former name of what is called so now: the file, or a directory that the file lay in and lies in, under the same name in both.
         */
        Optional<String> formerName(String path) {
            String below = to.substring(Math.min(path.length(), to.length()));
            boolean isIn = to.startsWith(path) && (below.isEmpty() || below.startsWith("/"));
            return isIn && from.endsWith(below)
                    ? Optional.of(from.substring(0, from.length() - below.length()))
                    : Optional.empty();
        }
    }

    /** As {@code git diff-tree --diff-filter=R --name-status -z} prints them: likeness, old and new name, and again. */
    static Renames parse(String printed) {
        String[] words = printed.split("\0", -1);
        List<Rename> all = new ArrayList<>();
        for (int i = 0; i + 2 < words.length; i += 3) {
            all.add(new Rename(words[i + 1], words[i + 2]));
        }
        return new Renames(all);
    }

    /** The former name of a file or directory; empty when it has none, or several came together in it. */
    Optional<String> formerName(String path) {
        Set<String> names =
                all.stream().flatMap(each -> each.formerName(path).stream()).collect(Collectors.toSet());
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }
}
