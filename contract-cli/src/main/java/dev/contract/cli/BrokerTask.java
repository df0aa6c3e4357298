package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.provider.broker.BrokerClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that asks the broker, or tells it something, and shows what it says: all that is left to it are its options and the question. */
@Command(abbreviateSynopsis = true)
abstract class BrokerTask implements Callable<Integer> {
    final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    BrokerTask(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What the broker said.
     *
     * @param json for programs
     * @param id the identifier, where there is one; otherwise the text
     * @param text for people; nothing is printed where it is empty
     * @param isNo whether it is a no, which the exit code tells
     */
    record Told(JsonValue json, String id, String text, boolean isNo) {
        Told(JsonValue json, String id, String text) {
            this(json, id, text, false);
        }

        Told asNo() {
            return new Told(json, id, text, true);
        }

        static Told of(JsonValue json, String text) {
            return new Told(json, text, text);
        }

        static Told of(JsonObject json, String id, String text) {
            return new Told(json, json.string(id).orElse(""), text);
        }
    }

    abstract Told run(BrokerClient broker);

    /** Whether it may be the first that a new broker hears; all others only make sense to one that knows something. */
    boolean begins() {
        return false;
    }

    /** What has to be settled before anybody asks the broker. */
    void prepare(BrokerOptions broker) {}

    @Override
    public final Integer call() {
        prepare(brokerOptions);
        try (BrokerAccess broker =
                begins() ? brokerOptions.open(surroundings) : brokerOptions.openToAsk(surroundings)) {
            Told told = run(broker.client());
            String text = output.isJson() ? output.json(told.json()) : output.isId() ? told.id() : told.text();
            if (!text.isEmpty()) {
                surroundings.console().result(text);
            }
            return told.isNo() ? ExitCode.NO : ExitCode.YES;
        }
    }
}
