package dev.contract.cli;

import dev.contract.cli.build.BuildFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where a version that is published comes from. */
@Command
final class BuildOptions {
    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            order = 2,
            description = "The branch that the version belongs to.")
    private @Nullable String branch;

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            order = 3,
            description = "A tag of the version. May be repeated, or be a list with commas.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = {"-g", "--tag-with-git-branch"},
            order = 4,
            description = "Tag the version with the name of its branch, too.")
    private boolean tagsWithBranch;

    @Option(names = "--build-url", paramLabel = "URL", order = 5, description = "The page of the build.")
    private @Nullable String buildUrl;

    @Option(
            names = {"-r", "--auto-detect-version-properties"},
            order = 6,
            description = "Take version, branch and build URL from the build server's variables, or from git.")
    private boolean detects;

    /** The version with its branch, tags and build. */
    record Build(
            String version,
            @Nullable String branch,
            List<String> tags,
            @Nullable String url) {}

    /**
     * What was given; what was not, is detected if wished. An option always wins.
     *
     * @param side whose version it is: {@code consumer} or {@code provider}
     */
    Build build(Surroundings surroundings, String side, @Nullable String version) {
        BuildFacts given = new BuildFacts("the command line", version, branch, buildUrl);
        boolean asks = detects || (tagsWithBranch && branch == null);
        BuildFacts detected = asks ? detected(surroundings) : given;
        BuildFacts known = detects ? given.or(detected) : given;
        if (known.commit() == null || known.commit().isBlank()) {
            throw new WrongUsage("the " + side + "'s version is missing: give it with --" + side + "-app-version,"
                    + " or let it be detected with --auto-detect-version-properties");
        }
        return new Build(known.commit(), known.branch(), tags(given.or(detected).branch()), known.url());
    }

    /** What the build server or git says; the user is told. */
    static BuildFacts detected(Surroundings surroundings) {
        BuildFacts facts = BuildFacts.detect(
                surroundings.variables(), surroundings.directory().toAbsolutePath());
        surroundings.console().tell("Detected " + facts + ".");
        return facts;
    }

    private List<String> tags(@Nullable String knownBranch) {
        List<String> all = new ArrayList<>(pieces(tags));
        if (tagsWithBranch && knownBranch != null && !all.contains(knownBranch)) {
            all.add(knownBranch);
        }
        return all;
    }

    /** The elements of lists with commas. */
    static List<String> pieces(List<String> lists) {
        return lists.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
