package dev.contract.cli.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the build that runs this command.
 *
 * <p>Immutable.
 *
 * @param source who told: {@code GitHub Actions}, {@code git}
 * @param commit null when it is not known
 * @param branch null when it is not known, as on a detached head
 * @param url the page of the build; null when there is none
 */
public record BuildFacts(
        String source,
        @Nullable String commit,
        @Nullable String branch,
        @Nullable String url) {

    /** What the build server's variables say, and git where there is no build server. */
    public static BuildFacts detect(Map<String, String> variables, Path directory) {
        return BuildServer.ALL.stream()
                .filter(server -> server.runs(variables))
                .findFirst()
                .map(server -> server.facts(variables))
                .orElseGet(() -> Git.facts(directory));
    }

    /** These facts, and those of the other where they are not known. */
    public BuildFacts or(BuildFacts other) {
        return new BuildFacts(
                source,
                commit == null ? other.commit : commit,
                branch == null ? other.branch : branch,
                url == null ? other.url : url);
    }

    /** {@code version 7f3c2a1 and branch main from git}. */
    @Override
    public String toString() {
        List<String> known = new ArrayList<>();
        if (commit != null) {
            known.add("version " + commit);
        }
        if (branch != null) {
            known.add("branch " + branch);
        }
        if (url != null) {
            known.add("build URL " + url);
        }
        return (known.isEmpty() ? "nothing" : String.join(", ", known)) + " from " + source;
    }
}
