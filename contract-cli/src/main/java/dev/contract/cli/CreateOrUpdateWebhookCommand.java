package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract create-or-update-webhook}. */
@Command
final class CreateOrUpdateWebhookCommand extends WebhookTask {
    @Mixin
    private WebhookOption which = new WebhookOption();

    CreateOrUpdateWebhookCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told store(BrokerClient broker, JsonObject webhook) {
        BrokerResource resource = which.resource(broker);
        boolean known = resource.find("look for the webhook").isPresent();
        return told(known ? "Updated: webhook " : "Created: webhook ", resource.put("write the webhook", webhook));
    }
}
