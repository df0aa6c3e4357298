package dev.contract.cli;

import dev.contract.cli.ContractFiles.Merged;
import dev.contract.cli.ContractFiles.Pair;
import dev.contract.cli.history.Document;
import dev.contract.cli.history.GitHistory;
import dev.contract.cli.history.GitHistory.Revision;
import dev.contract.compare.FieldPath;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.ContractVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which field of whose contract is followed through which versions. */
@Command
final class PastOptions {
    @Parameters(index = "0", paramLabel = "CONSUMER", description = "Whose contract it is.")
    private String consumer = "";

    @Parameters(index = "1", paramLabel = "PROVIDER", description = "With whom.")
    private String provider = "";

    @Parameters(
            index = "2",
            paramLabel = "PATH",
            description =
                    "The field: $.address.zip, /address/zip, status, or a header or query parameter as \"header Location\".")
    private String path = "";

    @Option(
            names = "--in",
            paramLabel = "FILE|DIR",
            order = 1,
            description =
                    "Follow the commits that changed this contract file, or the contracts in this directory. Without it:"
                            + " the versions in the broker.")
    private @Nullable String place;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    /**
     * A contract at some time.
     *
     * @param name of the version
     * @param told what else is known of it: {@code 2026-11-21  Ask for zip codes}
     * @param contract read when it is looked at; without interactions where there was none
     */
    record Past(String name, String told, Supplier<Contract> contract) {

        @Override
        public String toString() {
            return told.isEmpty() ? name : name + "  " + told;
        }
    }

    /** What is done with the versions, the oldest first, while they can be read. */
    interface Work {
        int with(FieldPath path, List<Past> versions);
    }

    /** Does something with the path and the versions, and returns the exit code of that. */
    int follow(Surroundings surroundings, Work work) {
        FieldPath parsed = parsedPath();
        if (place != null) {
            return work.with(parsed, revisions(surroundings, new GitHistory(surroundings.directory()), place));
        }
        try (BrokerAccess access = broker.open(surroundings)) {
            return work.with(parsed, versions(surroundings, access.client()));
        }
    }

    private FieldPath parsedPath() {
        return FieldPath.parse(path)
                .orElseThrow(() -> new WrongUsage(Quoted.text(path)
                        + " is no path; write it as $.address.zip, /address/zip, status or \"header Location\""));
    }

    private List<Past> revisions(Surroundings surroundings, GitHistory git, String followed) {
        List<Past> versions = new ArrayList<>();
        List<Revision> revisions = git.revisions(followed);
        for (Revision each : revisions) {
            String told = each.date() + "  " + each.subject();
            versions.add(new Past(each.shortId(), told, () -> contract(surroundings, git.documents(each))));
        }
        mustBeKnown(surroundings, git.documents(revisions.get(revisions.size() - 1)), followed);
        return versions;
    }

    /** Names that nobody has would be told as a field that never changed. */
    private void mustBeKnown(Surroundings surroundings, List<Document> newest, String followed) {
        Set<Pair> pairs = ContractFiles.of(surroundings, newest).contracts().keySet();
        if (!pairs.contains(new Pair(consumer, provider))) {
            List<String> names = pairs.stream()
                    .map(pair -> pair.consumer() + " " + pair.provider())
                    .toList();
            throw new ContractException(Problem.error(
                            "CONTRACT-GIT",
                            "the newest revision has no contract of " + new Pair(consumer, provider).quoted())
                    .at(followed)
                    .found(names.isEmpty() ? "no contracts" : NearNames.listed(consumer + " " + provider, names))
                    .mend(
                            "name a consumer and, behind it, a provider of these; where both are gone, check out a commit that"
                                    + " has them"));
        }
    }

    private List<Past> versions(Surroundings surroundings, BrokerClient client) {
        List<Past> versions = new ArrayList<>();
        for (ContractVersion each : client.contractVersions(consumer, provider)) {
            versions.add(new Past(
                    each.number(),
                    each.createdAt(),
                    () -> contract(
                            surroundings,
                            List.of(new Document(
                                    each.url(), client.fetch(each.url()).body())))));
        }
        Collections.reverse(versions);
        return versions;
    }

    private Contract contract(Surroundings surroundings, List<Document> documents) {
        Merged found = ContractFiles.of(surroundings, documents).contracts().get(new Pair(consumer, provider));
        return found == null ? Contract.of(consumer, provider, List.of()) : found.contract();
    }
}
