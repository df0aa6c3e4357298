package dev.contract.cli;

import dev.contract.cli.build.RemoteBranches;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.broker.BrokerClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract sync-branches}. */
@Command
final class SyncBranchesCommand extends BrokerTask {
    private static final int PAGE = 100;

    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Option(
            names = "--remote",
            paramLabel = "NAME",
            defaultValue = "origin",
            order = 2,
            description = "The remote of the git repository here that is asked for its branches. Default: origin.")
    private String remote = "origin";

    @Option(
            names = "--keep",
            paramLabel = "BRANCH",
            order = 3,
            description =
                    "A branch that stays although git does not have it. May be repeated, or be a list with commas.")
    private List<String> keep = new ArrayList<>();

    @Option(
            names = "--with-versions",
            order = 4,
            description = "Delete their versions, too, unless they are on another branch, deployed or released.")
    private boolean withVersions;

    @Option(names = "--dry-run", order = 5, description = "Only show what would be deleted.")
    private boolean dryRun;

    SyncBranchesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        Set<String> kept = new HashSet<>(branchesInGit());
        kept.addAll(BuildOptions.pieces(keep));
        broker.at("pacticipants", pacticipant.name())
                .get("find the main branch")
                .string("mainBranch")
                .ifPresent(kept::add);
        List<String> doomed = branches(broker).stream()
                .filter(branch -> !kept.contains(branch))
                .toList();
        if (!dryRun) {
            doomed.forEach(branch -> DeleteBranchCommand.delete(broker, pacticipant.name(), branch, withVersions));
        }
        String did = dryRun ? "Would be deleted: " : "Deleted: ";
        return Told.of(
                JsonArray.of(doomed.stream().map(JsonString::of).toList()),
                doomed.isEmpty()
                        ? "Every branch of " + pacticipant.name() + " is there in git."
                        : did + String.join(", ", doomed));
    }

    /** Whatever goes wrong here must not look like a repository without branches. */
    private List<String> branchesInGit() {
        List<String> branches = RemoteBranches.of(surroundings.directory().toAbsolutePath(), remote);
        if (branches.isEmpty()) {
            throw new ContractException(Problem.error("CONTRACT-GIT", "git does not tell the branches of " + remote)
                    .at(surroundings.directory().toAbsolutePath().toString())
                    .found("git ls-remote --heads " + remote + " fails, or there are none")
                    .mend("run it in a clone that can reach its remote, or name another one with --remote"));
        }
        return branches;
    }

    private List<String> branches(BrokerClient broker) {
        List<String> names = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<JsonObject> some = broker.at("pacticipants", pacticipant.name(), "branches")
                    .with("page", String.valueOf(page))
                    .with("size", String.valueOf(PAGE))
                    .list("list the branches", "branches");
            some.forEach(branch -> branch.string("name").ifPresent(names::add));
            if (some.size() < PAGE) {
                return names;
            }
        }
    }
}
