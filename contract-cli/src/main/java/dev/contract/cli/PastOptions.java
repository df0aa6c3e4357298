package dev.contract.cli;

import dev.contract.cli.ContractFiles.Merged;
import dev.contract.cli.ContractFiles.Pair;
import dev.contract.cli.console.Console;
import dev.contract.cli.history.Document;
import dev.contract.cli.history.GitHistory;
import dev.contract.cli.history.GitHistory.Revision;
import dev.contract.compare.FollowedPlace;
import dev.contract.compare.usage.Part;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.Place;
import dev.contract.compare.usage.Usage;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.ContractVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                    "The field: $.address.zip, /address/zip, status, or a header or query parameter as \"header Location\";"
                            + " of one side alone as \"response $.id\".")
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

    /** The versions that were told as unreadable; some are looked at more than once. */
    private final Set<String> passedOver = new HashSet<>();

    /**
     * A contract at some time.
     *
     * @param name of the version
     * @param date when it came to be, as git or the broker write it
     * @param subject of its commit; empty in a broker
     * @param contract read when it is looked at; without interactions where there was none, empty where it cannot be read
     */
    record Past(String name, String date, String subject, Supplier<Optional<Contract>> contract) {

        @Override
        public String toString() {
            return Stream.of(name, date, subject)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining("  "));
        }
    }

    /** {@code 9 commits}: of a directory they need not be of this contract. */
    String counted(List<Past> versions) {
        return Console.counted(versions.size(), place == null ? "version" : "commit");
    }

    /** What is done with the versions, the oldest first, while they can be read; the oldest of them certainly can. */
    interface Work {
        int with(FollowedPlace path, List<Past> versions);
    }

    /** Does something with the path and the versions, and returns the exit code of that. */
    int follow(Surroundings surroundings, Work work) {
        FollowedPlace parsed = parsedPath();
        if (place != null) {
            return work.with(parsed, fromReadable(revisions(surroundings, place)));
        }
        try (BrokerAccess access = broker.openToAsk(surroundings, "name contracts in git with --in")) {
            return work.with(parsed, fromReadable(versions(surroundings, access.client())));
        }
    }

    private List<Past> fromReadable(List<Past> versions) {
        int first = 0;
        while (versions.get(first).contract().get().isEmpty()) {
            first++;
            if (first == versions.size()) {
                throw new ContractException(Problem.error("CONTRACT-FILE", "no version of the contract can be read")
                        .at(new Pair(consumer, provider).quoted())
                        .found(Console.counted(versions.size(), "version"))
                        .mend("mend the newest one first"));
            }
        }
        return versions.subList(first, versions.size());
    }

    /** The contract of the version at a position; of one that cannot be read, that of the version before. */
    static Contract at(List<Past> versions, int position) {
        return versions.get(position).contract().get().orElseGet(() -> at(versions, position - 1));
    }

    private FollowedPlace parsedPath() {
        return FollowedPlace.parse(path)
                .orElseThrow(() -> new WrongUsage(Quoted.text(path)
                        + " is no path; write it as $.address.zip, /address/zip, status or \"header Location\""));
    }

    private List<Past> revisions(Surroundings surroundings, String followed) {
        GitHistory git = GitHistory.around(surroundings.path(followed));
        List<Past> versions = new ArrayList<>();
        List<Revision> revisions = git.revisions(surroundings.path(followed));
        for (Revision each : revisions) {
            versions.add(new Past(
                    each.shortId(),
                    each.date(),
                    each.subject(),
                    () -> contract(surroundings, each.shortId(), git.documents(each))));
        }
        mustBeKnown(ContractFiles.readable(surroundings, git.documents(revisions.get(revisions.size() - 1))), followed);
        return versions;
    }

    /** Names that nobody has would be told as a field that never changed. */
    private void mustBeKnown(ContractFiles newest, String followed) {
        Pair wanted = new Pair(consumer, provider);
        if (newest.contracts().containsKey(wanted)) {
            return;
        }
        if (!newest.errors().isEmpty()) {
            throw new ContractException(newest.errors());
        }
        List<String> names = newest.contracts().keySet().stream()
                .map(pair -> pair.consumer() + " " + pair.provider())
                .toList();
        throw new ContractException(Problem.error(
                        "CONTRACT-GIT", "the newest revision has no contract of " + wanted.quoted())
                .at(followed)
                .found(names.isEmpty() ? "no contracts" : NearNames.listed(consumer + " " + provider, names))
                .mend(NearNames.nearest(consumer + " " + provider, names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("name a consumer and, behind it, a provider of these; where both are gone, check out a"
                                + " commit that has them")));
    }

    private List<Past> versions(Surroundings surroundings, BrokerClient client) {
        List<Past> versions = new ArrayList<>();
        for (ContractVersion each : client.contractVersions(consumer, provider)) {
            versions.add(new Past(
                    each.number(),
                    each.createdAt(),
                    "",
                    () -> contract(
                            surroundings,
                            each.number(),
                            List.of(new Document(
                                    each.url(), client.fetch(each.url()).body())))));
        }
        Collections.reverse(versions);
        return versions;
    }

    /** Nobody can mend the past: a version that cannot be read is told, and no more. */
    private Optional<Contract> contract(Surroundings surroundings, String version, List<Document> documents) {
        ContractFiles files = ContractFiles.readable(surroundings, documents);
        Merged found = files.contracts().get(new Pair(consumer, provider));
        if (found != null) {
            return Optional.of(found.contract());
        }
        if (files.errors().isEmpty()) {
            return Optional.of(Contract.of(consumer, provider, List.of()));
        }
        if (passedOver.add(version)) {
            surroundings.console().tell(version + " is passed over, because it cannot be read:");
            surroundings.console().problems(files.errors());
        }
        return Optional.empty();
    }

    /** A field that no version has, which would be told as one that never changed. */
    ContractException unknown(FollowedPlace field, List<Past> versions) {
        Contract newest = at(versions, versions.size() - 1);
        List<String> names =
                Usage.of(provider, List.of(newest), PathTemplates.of(List.of(newest))).operations().stream()
                        .flatMap(operation -> operation.places().stream())
                        .map(each -> name(each.place()))
                        .distinct()
                        .toList();
        return new ContractException(Problem.error(
                        "CONTRACT-FIELD", "no version of the contract has " + Quoted.text(field.toString()))
                .at(new Pair(consumer, provider).quoted())
                .found(names.isEmpty() ? "no fields" : "in the newest " + NearNames.listed(field.toString(), names))
                .mend(NearNames.didYouMean(
                        nameWithoutPart(field, names),
                        names,
                        "name a field, a header, a query parameter or status as contract usage shows them")));
    }

    /** Of a header that was named without saying that it is one, {@code location}, all of its name: {@code header Location}. */
    private static String nameWithoutPart(FollowedPlace field, List<String> names) {
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT)
                        .endsWith(" " + field.toString().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(field.toString());
    }

    /** As paths name it, whichever side of an exchange it is on. */
    private static String name(Place place) {
        return place.part() == Part.STATUS ? "status" : place.toString().replaceFirst("^request ", "");
    }
}
