package dev.contract.cli;

import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.FetchedContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code contract get-pacts}. */
@Command
final class GetPactsCommand extends BrokerTask {
    @Option(names = "--provider", required = true, paramLabel = "NAME", order = 1, description = "The provider.")
    private String provider = "";

    @Option(names = "--consumer", paramLabel = "NAME", order = 2, description = "Only the contracts of this consumer.")
    private @Nullable String consumer;

    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            order = 3,
            description = "Contracts from this branch, in place of the main branches of consumers.")
    private @Nullable String branch;

    @Option(names = "--latest", order = 4, description = "Only the latest of each consumer.")
    private boolean latest;

    @Option(names = "--download", order = 5, description = "Write the contracts into files.")
    private boolean downloads;

    @Option(
            names = "--download-dir",
            paramLabel = "DIR",
            defaultValue = "./pacts",
            order = 6,
            description = "Where the files go. Default: ./pacts.")
    private String directory = "./pacts";

    GetPactsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        List<String> urls = broker.at(path()).targets("list the contracts with " + provider, "pb:pacts");
        List<String> shown = downloads
                ? urls.stream().map(url -> download(broker.fetch(url))).toList()
                : urls;
        Table table = new Table(downloads ? "FILE" : "CONTRACT");
        shown.forEach(table::row);
        return new Told(
                JsonArray.of(shown.stream().map(JsonString::of).toList()),
                shown.stream().collect(Collectors.joining("\n")),
                shown.isEmpty() ? "There are no such contracts." : table.toString());
    }

    private String[] path() {
        List<String> path = new ArrayList<>(List.of("pacts", "provider", provider));
        if (consumer != null) {
            path.addAll(List.of("consumer", consumer));
        }
        path.add("branch");
        if (branch != null) {
            path.add(branch);
        }
        if (latest) {
            path.add("latest");
        }
        if (consumer != null && (latest || branch == null)) {
            path.add("versions");
        }
        return path.toArray(String[]::new);
    }

    /** The names are anybody's, and must not lead out of the directory. */
    private String download(FetchedContract contract) {
        JsonObject json = contract.json();
        String version = json.object("_links")
                .flatMap(links -> links.object("pb:consumer-version"))
                .flatMap(link -> link.string("name"))
                .orElse("latest");
        String name = (party(json, "consumer") + "-" + party(json, "provider") + "-" + version + ".json")
                .replaceAll("[^A-Za-z0-9._-]", "_");
        Path file = surroundings.path(directory).resolve(name);
        try {
            Files.createDirectories(surroundings.path(directory));
            Files.write(file, contract.body().bytes());
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-FILE", "the contract cannot be written")
                            .at(file.toString())
                            .found(e.toString())
                            .mend("name a directory that can be written with --download-dir"),
                    e);
        }
        return Path.of(directory).resolve(name).toString();
    }

    private static String party(JsonObject contract, String side) {
        return contract.object(side).flatMap(party -> party.string("name")).orElse(side);
    }
}
