package dev.contract.cli;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract delete-webhook}. */
@Command
final class DeleteWebhookCommand extends BrokerTask {
    @Mixin
    private WebhookOption which = new WebhookOption();

    DeleteWebhookCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        if (!which.resource(broker).delete("delete the webhook")) {
            throw which.unknown();
        }
        return Told.of(JsonObject.of("deleted", JsonBoolean.of(true)), "Deleted: webhook " + which.uuid());
    }
}
