package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract create-version-tag}. */
@Command
final class CreateVersionTagCommand extends BrokerTask {
    private static final String TASK = "tag the version";

    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private VersionOption version = new VersionOption();

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            order = 3,
            description = "The tag. May be repeated, or be a list with commas.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--auto-create-version",
            order = 4,
            description = "Make the version known when the broker does not know it.")
    private boolean creates;

    @Option(
            names = {"-g", "--tag-with-git-branch"},
            order = 5,
            description = "Tag it with the name of the branch that is built here.")
    private boolean tagsWithBranch;

    CreateVersionTagCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    Told run(BrokerClient broker) {
        List<String> wanted = wanted();
        String name = pacticipant.name();
        if (!creates && broker.version(name, version.number()).isEmpty()) {
            throw unknown();
        }
        List<JsonObject> stored = wanted.stream()
                .map(tag -> broker.at("pacticipants", name, "versions", version.number(), "tags", tag)
                        .put(TASK, JsonObject.EMPTY))
                .toList();
        return Told.of(
                JsonArray.of(stored),
                "Tagged: " + name + " " + version.number() + " with " + String.join(", ", wanted));
    }

    private List<String> wanted() {
        List<String> wanted = new ArrayList<>(BuildOptions.pieces(tags));
        if (tagsWithBranch) {
            String branch = BuildOptions.detected(surroundings).branch();
            if (branch == null) {
                throw new WrongUsage("there is no branch to tag the version with: name the tag with --tag");
            }
            wanted.add(branch);
        }
        if (wanted.isEmpty()) {
            throw new WrongUsage("say with what the version is to be tagged, with --tag or --tag-with-git-branch");
        }
        return wanted;
    }

    private ContractException unknown() {
        return new ContractException(Problem.error(
                        "CONTRACT-BROKER",
                        "the broker does not know version " + Quoted.text(version.number()) + " of "
                                + Quoted.text(pacticipant.name()))
                .mend("check the names, or let it be made known with --auto-create-version"));
    }
}
