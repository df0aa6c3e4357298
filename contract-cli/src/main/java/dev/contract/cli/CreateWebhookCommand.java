package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;

/** {@code contract create-webhook}. */
@Command
final class CreateWebhookCommand extends WebhookTask {
    CreateWebhookCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told store(BrokerClient broker, JsonObject webhook) {
        return told("Created: webhook ", broker.at("webhooks").post("create the webhook", webhook));
    }
}
