package dev.contract.cli;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract test-webhook}: has its request sent now, and shows what came of it. */
@Command
final class TestWebhookCommand extends BrokerTask {
    @Mixin
    private WebhookOption which = new WebhookOption();

    TestWebhookCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        if (which.resource(broker).find("look for the webhook").isEmpty()) {
            throw which.unknown();
        }
        JsonObject execution = broker.at("webhooks", which.uuid(), "execute").post("run the webhook", JsonObject.EMPTY);
        boolean success =
                execution.get("success").filter(JsonBoolean.of(true)::equals).isPresent();
        Told told =
                Told.of(execution, execution.string("logs").orElse("") + (success ? "Delivered." : "Not delivered."));
        return success ? told : told.asNo();
    }
}
