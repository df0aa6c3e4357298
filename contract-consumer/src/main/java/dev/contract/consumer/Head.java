package dev.contract.consumer;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every interaction has, of whatever kind, while it is being written: states, a description, notes. One thread at a time. */
final class Head {
    private final String describe;
    private final String end;
    private final List<ProviderState> states = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private @Nullable String description;
    private @Nullable Location line;
    private @Nullable String key;
    private @Nullable String transport;
    private boolean pending;

    /**
     * @param describe how this kind of interaction is described, as a user writes it
     * @param end how it ends
     */
    Head(String describe, String end) {
        this.describe = describe;
        this.end = end;
    }

    void state(String name, Map<String, ? extends @Nullable Object> parameters) {
        if (name.isBlank()) {
            throw Mistake.of(Problem.error("CONTRACT-INTERACTION", "a provider state has no name")
                    .mend("say what must be true of the provider, for example given(\"user 42 exists\")"));
        }
        JsonObject values = Examples.shape(parameters).example().asObject().orElse(JsonObject.EMPTY);
        states.add(new ProviderState(name, values));
    }

    void description(String text) {
        if (text.isBlank()) {
            throw noDescription();
        }
        if (description != null) {
            throw Mistake.of(Problem.error("CONTRACT-INTERACTION", "an interaction has two descriptions")
                    .found(Quoted.text(description) + " and " + Quoted.text(text))
                    .mend("end the first interaction with " + end));
        }
        description = text;
        line = Mistake.caller().orElse(null);
    }

    void key(String text) {
        if (text.isBlank()) {
            throw Mistake.of(Problem.error("CONTRACT-INTERACTION", "the key of an interaction is empty")
                    .mend("give a text that no other interaction of the contract has, or leave key(…) out"));
        }
        key = text;
    }

    void transport(String name) {
        if (name.isBlank()) {
            throw Mistake.of(Problem.error("CONTRACT-INTERACTION", "the transport of an interaction has no name")
                    .mend("give the name under which the provider's verification has its address, for example"
                            + " transport(\"admin\")"));
        }
        transport = name;
    }

    void pending() {
        pending = true;
    }

    void comment(String line) {
        comments.add(line);
    }

    /**
     * The description.
     *
     * @throws ContractException if there is none yet
     */
    String description() {
        if (description == null) {
            throw noDescription();
        }
        return description;
    }

    private ContractException noDescription() {
        return Mistake.of(Problem.error("CONTRACT-INTERACTION", "an interaction has no description")
                .mend("say what happens: " + describe));
    }

    List<ProviderState> states() {
        return states;
    }

    Annotations annotations() {
        Annotations annotations = Annotations.NONE
                .withKey(key)
                .withPending(pending)
                .withTransport(transport)
                .withLocation(line);
        return comments.isEmpty()
                ? annotations
                : annotations.withComments(JsonObject.of(
                        "text",
                        JsonArray.of(comments.stream().map(JsonString::of).toList())));
    }
}
