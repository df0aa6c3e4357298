package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract delete-version-tag}. */
@Command
final class DeleteVersionTagCommand extends BrokerTask {
    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private VersionOption version = new VersionOption();

    @Option(
            names = {"-t", "--tag"},
            required = true,
            paramLabel = "TAG",
            order = 3,
            description = "The tag. May be repeated, or be a list with commas.")
    private List<String> tags = new ArrayList<>();

    DeleteVersionTagCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        List<String> doomed = BuildOptions.pieces(tags);
        for (String tag : doomed) {
            if (!broker.at("pacticipants", pacticipant.name(), "versions", version.number(), "tags", tag)
                    .delete("delete the tag")) {
                throw unknown(tag);
            }
        }
        return Told.of(
                JsonArray.of(doomed.stream().map(JsonString::of).toList()),
                "Deleted: tag " + String.join(", ", doomed) + " of " + pacticipant.name() + " " + version.number());
    }

    private ContractException unknown(String tag) {
        return new ContractException(Problem.error(
                        "CONTRACT-BROKER",
                        pacticipant.name() + " " + version.number() + " has no tag " + Quoted.text(tag))
                .mend("check the names; \"contract describe-version -a " + pacticipant.name() + " -e "
                        + version.number() + "\" shows its tags"));
    }
}
