package dev.contract.cli.build;

import java.nio.file.Path;
import java.util.List;

/** The branches that the remote of a clone has: a clone itself may know only some of them, as those of build servers do. */
public final class RemoteBranches {
    private static final String HEADS = "refs/heads/";

    private RemoteBranches() {}

    /** Their names; none where git cannot tell. */
    public static List<String> of(Path directory, String remote) {
        String printed = Git.printed(directory, "ls-remote", "--heads", "--", remote);
        return printed == null
                ? List.of()
                : printed.lines()
                        .filter(line -> line.contains(HEADS))
                        .map(line -> line.substring(line.indexOf(HEADS) + HEADS.length()))
                        .toList();
    }
}
