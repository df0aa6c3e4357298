package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code contract describe-pacticipant}. */
@Command
final class DescribePacticipantCommand extends BrokerTask {
    @Option(
            names = {"-a", "--name", "--pacticipant"},
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "The application.")
    private String name = "";

    DescribePacticipantCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        JsonObject found = broker.at("pacticipants", name)
                .find("describe the application")
                .orElseThrow(() -> unknown(broker.pacticipants()));
        String text = new Facts(name)
                .add("display name", found.string("displayName").orElse(null))
                .add("main branch", found.string("mainBranch").orElse(null))
                .add("repository", found.string("repositoryUrl").orElse(null))
                .add(
                        "latest version",
                        found.object("_embedded")
                                .flatMap(embedded -> embedded.object("latestVersion"))
                                .flatMap(version -> version.string("number"))
                                .orElse(null))
                .add("created", found.string("createdAt").orElse(null))
                .toString();
        return Told.of(found, "name", text);
    }

    private ContractException unknown(List<String> names) {
        return new ContractException(
                Problem.error("CONTRACT-BROKER", "the broker does not know the application " + Quoted.text(name))
                        .found(names.isEmpty() ? "no applications" : "applications " + NearNames.listed(name, names))
                        .mend(NearNames.didYouMean(name, names, "check the name, or publish its contracts first")));
    }
}
