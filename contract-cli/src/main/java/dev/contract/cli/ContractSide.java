package dev.contract.cli;

import dev.contract.cli.ContractFiles.Pair;
import dev.contract.cli.history.Document;
import dev.contract.cli.history.GitHistory;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.ContractPick;
import dev.contract.provider.broker.FetchedContract;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The contracts on one side of a comparison.
 *
 * @param name what the user called them
 */
record ContractSide(String name, Map<Pair, Contract> contracts) {

    /** Where sides are found: on disk, in git, behind URLs, in a broker. */
    record Places(Surroundings surroundings, SourceOptions sources, BrokerOptions broker) {

        /** Both as they are {@link #named}; files are read side by side, for reading is half of what comparing them takes. */
        List<ContractSide> both(String one, String other) {
            return isFile(one) && isFile(other)
                    ? Stream.of(one, other).parallel().map(this::ofFiles).toList()
                    : List.of(named(one, other), named(other, one));
        }

        private boolean isFile(String text) {
            return !text.contains("://") && Files.isRegularFile(surroundings.path(text));
        }

        /**
         * Files, a directory, a glob, {@code REVISION:PATH} or a URL.
         *
         * @param other what the other side is called: somebody who names a revision alone means that in it
         * @throws ContractException if there is no contract, or one that cannot be read
         */
        ContractSide named(String text, String other) {
            if (text.contains("://")) {
                return broker.covers(text) ? ofBroker(text) : ofUrl(text);
            }
            if (Files.exists(surroundings.path(text))) {
                return ofFiles(text);
            }
            GitHistory git = new GitHistory(surroundings.directory());
            if (GitHistory.isRevisionPath(text)) {
                return of(text, git.documents(text));
            }
            if (git.isRevision(text)) {
                throw withoutPath(text, other);
            }
            return ofFiles(text);
        }

        private ContractException withoutPath(String revision, String other) {
            String path = GitHistory.isRevisionPath(other) ? other.substring(other.indexOf(':') + 1) : other;
            boolean both = !Files.exists(surroundings.path(other))
                    && new GitHistory(surroundings.directory()).isRevision(other);
            return new ContractException(
                    Problem.error("CONTRACT-GIT", "a revision alone does not say which contracts are meant")
                            .at(revision)
                            .found("no file of this name, but a revision")
                            .mend(
                                    both
                                            ? "name a file or directory in each of the two: " + revision + ":DIR and "
                                                    + other + ":DIR"
                                            : "name a file or directory in it: " + revision + ":" + path));
        }

        private ContractSide ofFiles(String text) {
            return of(text, ContractFiles.read(surroundings, List.of(text), false));
        }

        /** The contract of a pair as the broker has it. */
        ContractSide picked(Pair pair, String version) {
            ContractPick pick = ContractPick.parse(version);
            try (BrokerAccess access = broker.openToAsk(surroundings)) {
                return of(pick.words(), access.client().contract(pair.consumer(), pair.provider(), pick));
            }
        }

        /**
         * The contract of a pair as the broker has it and, first, that of the version to compare it with: the last before it with another
         * contract, or where there is none the one before it.
         *
         * @throws ContractException if there is no version before it
         */
        List<ContractSide> lastTwo(Pair pair, String version) {
            ContractPick pick = ContractPick.parse(version);
            try (BrokerAccess access = broker.openToAsk(surroundings)) {
                BrokerClient client = access.client();
                FetchedContract after = client.contract(pair.consumer(), pair.provider(), pick);
                FetchedContract before =
                        client.previous(after, pair.consumer(), pair.provider()).orElseThrow(() -> alone(pair, after));
                return List.of(of(numbered(before), before), of(numbered(after), after));
            }
        }

        private static String numbered(FetchedContract contract) {
            return "version " + contract.consumerVersion();
        }

        private static ContractException alone(Pair pair, FetchedContract only) {
            return new ContractException(Problem.error("CONTRACT-DIFF", "there is no version before to compare with")
                    .at(pair.quoted())
                    .found("as the first contract that of " + numbered(only))
                    .mend("publish another version; or compare with a file: contract diff OLD NEW"));
        }

        private ContractSide ofBroker(String url) {
            try (BrokerAccess access = broker.openToAsk(surroundings)) {
                return of(url, access.client().fetch(url));
            }
        }

        private ContractSide of(String name, FetchedContract fetched) {
            return of(name, List.of(new Document(fetched.url(), fetched.body())));
        }

        private ContractSide ofUrl(String url) {
            LoadedContracts loaded = sources.source(url).load("");
            List<Problem> errors =
                    loaded.problems().stream().filter(Problem::isError).toList();
            if (!errors.isEmpty()) {
                throw new ContractException(errors);
            }
            Map<Pair, Contract> contracts = new LinkedHashMap<>();
            for (LocatedContract each : loaded.contracts()) {
                contracts.put(
                        new Pair(each.contract().consumer(), each.contract().provider()), each.contract());
            }
            return new ContractSide(url, contracts);
        }

        private ContractSide of(String name, List<Document> documents) {
            return of(name, ContractFiles.of(surroundings, documents));
        }

        private static ContractSide of(String name, ContractFiles files) {
            Map<Pair, Contract> contracts = new LinkedHashMap<>();
            files.contracts().forEach((pair, merged) -> contracts.put(pair, merged.contract()));
            return new ContractSide(name, contracts);
        }
    }
}
