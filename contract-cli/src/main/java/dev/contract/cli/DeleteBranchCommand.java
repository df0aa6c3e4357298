package dev.contract.cli;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract delete-branch}. */
@Command
final class DeleteBranchCommand extends BrokerTask {
    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Option(names = "--branch", required = true, paramLabel = "BRANCH", order = 2, description = "The branch.")
    private String branch = "";

    @Option(
            names = "--with-versions",
            order = 3,
            description = "Delete its versions, too, unless they are on another branch, deployed or released.")
    private boolean withVersions;

    @Option(
            names = "--error-when-not-found",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            order = 4,
            description = "Whether it is an error when there is no such branch; it is, unless told otherwise.")
    private boolean errs = true;

    DeleteBranchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        boolean deleted = delete(broker, pacticipant.name(), branch, withVersions);
        if (!deleted && errs) {
            throw unknown();
        }
        return Told.of(
                JsonObject.of("deleted", JsonBoolean.of(deleted)),
                (deleted ? "Deleted: branch " : "There was no branch ") + branch + " of " + pacticipant.name());
    }

    /** Whether there was such a branch. */
    static boolean delete(BrokerClient broker, String pacticipant, String branch, boolean withVersions) {
        return broker.at("pacticipants", pacticipant, "branches", branch)
                .with("withVersions", withVersions ? "true" : null)
                .delete("delete the branch");
    }

    private ContractException unknown() {
        return new ContractException(Problem.error(
                        "CONTRACT-BROKER", Quoted.text(pacticipant.name()) + " has no branch " + Quoted.text(branch))
                .mend("check the names, or take it as done with --no-error-when-not-found"));
    }
}
