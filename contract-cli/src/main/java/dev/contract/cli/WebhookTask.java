package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that tells the broker what a webhook is to be. */
@Command
abstract class WebhookTask extends BrokerTask {
    private @Nullable String shortUser;

    @Mixin
    private WebhookOptions options = new WebhookOptions();

    WebhookTask(Surroundings surroundings) {
        super(surroundings);
    }

    /** Scripts for the Pact Broker's tools mean the request by -u here, and everywhere else who asks the broker. */
    @Override
    final void prepare(BrokerOptions broker) {
        shortUser = broker.takePair(surroundings).orElse(null);
    }

    @Override
    final boolean begins() {
        return true;
    }

    @Override
    final Told run(BrokerClient broker) {
        return store(broker, options.document(surroundings, shortUser));
    }

    abstract Told store(BrokerClient broker, JsonObject webhook);

    static Told told(String what, JsonObject stored) {
        String uuid = stored.string("uuid").orElse("");
        return Told.of(
                stored,
                "uuid",
                what + uuid + ", \"" + stored.string("description").orElse("") + "\"");
    }
}
