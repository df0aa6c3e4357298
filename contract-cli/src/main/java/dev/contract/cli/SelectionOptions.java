package dev.contract.cli;

import dev.contract.cli.build.BuildFacts;
import dev.contract.provider.broker.ProviderVersion;
import dev.contract.provider.broker.VerificationSelection;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which contracts to take from the broker, and the provider's version whose result is published there. */
@Command
final class SelectionOptions {
    @Mixin
    private SelectorOption selectors = new SelectorOption();

    @Option(
            names = "--enable-pending",
            order = 41,
            description = "Contracts that the provider never honoured yet may fail without failing the command.")
    private boolean pending;

    @Option(
            names = "--include-wip-pacts-since",
            paramLabel = "DATE",
            order = 42,
            description = "Also contracts of unmerged branches since this date.")
    private @Nullable String workInProgress;

    @Option(
            names = {"--publish", "--publish-verification-results"},
            order = 43,
            description = "Publish the result of every contract to the broker, also when it failed.")
    private boolean publishes;

    @Option(
            names = {"--provider-version", "--provider-app-version"},
            paramLabel = "VERSION",
            order = 44,
            description = "The provider's version, best its commit. Needed to publish, unless it is detected.")
    private @Nullable String version;

    @Option(
            names = {"--provider-branch", "--provider-version-branch"},
            paramLabel = "BRANCH",
            order = 45,
            description = "The branch that the version belongs to.")
    private @Nullable String branch;

    @Option(
            names = {"--provider-tag", "--provider-tags", "--provider-version-tag"},
            paramLabel = "TAG",
            order = 46,
            description = "A tag of the version. May be repeated, or be a list with commas.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--build-url", paramLabel = "URL", order = 47, description = "The page of the build.")
    private @Nullable String buildUrl;

    @Option(
            names = {"-r", "--auto-detect-version-properties"},
            order = 48,
            description = "Take version, branch and build URL from the build server's variables, or from git.")
    private boolean detects;

    /** The options that make the broker choose the same contracts again. */
    List<String> replayOptions() {
        List<String> words = new ArrayList<>();
        selectors.addTo(words);
        if (pending) {
            words.add("--enable-pending");
        }
        ServiceOptions.addOption(words, "--include-wip-pacts-since", workInProgress);
        ServiceOptions.addOption(words, "--provider-branch", branch);
        tags.forEach(tag -> ServiceOptions.addOption(words, "--provider-tag", tag));
        return words;
    }

    boolean publishes() {
        return publishes;
    }

    /** The provider's version as far as it is known; its number is empty when it is not. */
    ProviderVersion version(Surroundings surroundings) {
        BuildFacts given = new BuildFacts("the command line", version, branch, buildUrl);
        BuildFacts known = detects ? given.or(BuildOptions.detected(surroundings)) : given;
        if (publishes && known.commit() == null) {
            throw new WrongUsage("--publish needs the provider's version: give it with --provider-version,"
                    + " or let it be detected with --auto-detect-version-properties");
        }
        return new ProviderVersion(
                known.commit() == null ? "" : known.commit(), known.branch(), BuildOptions.pieces(tags), known.url());
    }

    VerificationSelection selection(ProviderVersion provider) {
        checkDate();
        return new VerificationSelection(
                selectors.selectors(), provider.branch(), provider.tags(), pending, workInProgress);
    }

    /** A date, or a time with or without offset. */
    private void checkDate() {
        try {
            if (workInProgress != null) {
                DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss][.SSS][XXX]]")
                        .parse(workInProgress);
            }
        } catch (DateTimeParseException e) {
            throw new WrongUsage("--include-wip-pacts-since is a date such as 2026-08-30, not " + workInProgress);
        }
    }
}
