package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The webhook that a command is about. */
@Command
final class WebhookOption {
    @Option(names = "--uuid", required = true, paramLabel = "UUID", order = 20, description = "The webhook.")
    private String uuid = "";

    String uuid() {
        return uuid;
    }

    BrokerResource resource(BrokerClient broker) {
        return broker.at("webhooks", uuid);
    }

    ContractException unknown() {
        return new ContractException(
                Problem.error("CONTRACT-BROKER", "the broker does not know a webhook " + Quoted.text(uuid))
                        .mend("check the UUID; GET /webhooks lists them all"));
    }
}
