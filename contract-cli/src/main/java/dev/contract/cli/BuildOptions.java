package dev.contract.cli;

import dev.contract.cli.build.BuildFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which version is published, and where it comes from. */
@Command
final class BuildOptions {
    @Option(
            names = {"-a", "--consumer-app-version"},
            paramLabel = "VERSION",
            order = 1,
            description = "The consumer's version, best its commit. Needed unless it is detected.")
    private @Nullable String version;

    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            order = 2,
            description = "The branch that the version belongs to.")
    private @Nullable String branch;

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            split = ",",
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

    /** What was given; what was not, is detected if wished. An option always wins. */
    Build build(Surroundings surroundings) {
        BuildFacts facts = new BuildFacts("the command line", version, branch, buildUrl);
        if (detects || (tagsWithBranch && branch == null)) {
            BuildFacts detected = BuildFacts.detect(
                    surroundings.variables(), surroundings.directory().toAbsolutePath());
            surroundings.console().tell("Detected " + detected + ".");
            facts = detects
                    ? new BuildFacts(
                            detected.source(),
                            version == null ? detected.commit() : version,
                            branch == null ? detected.branch() : branch,
                            buildUrl == null ? detected.url() : buildUrl)
                    : new BuildFacts(detected.source(), version, detected.branch(), buildUrl);
        }
        if (facts.commit() == null || facts.commit().isBlank()) {
            throw new WrongUsage("the consumer's version is missing: give it with --consumer-app-version,"
                    + " or let it be detected with --auto-detect-version-properties");
        }
        return new Build(facts.commit(), detects || branch != null ? facts.branch() : null, tags(facts), facts.url());
    }

    private List<String> tags(BuildFacts facts) {
        List<String> all = new ArrayList<>(tags.stream()
                .flatMap(tag -> Arrays.stream(tag.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList());
        if (tagsWithBranch && facts.branch() != null && !all.contains(facts.branch())) {
            all.add(facts.branch());
        }
        return all;
    }
}
