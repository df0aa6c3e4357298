package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.matrix.Failure;
import dev.contract.broker.domain.remedy.Action;
import dev.contract.broker.domain.remedy.Candidate;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action as clients read it: what kind it is, the sentence, the command, and what it is about. */
final class ActionDocument implements Action.Cases<JsonObject> {
    private final CommandText commands;

    private ActionDocument(Links links) {
        this.commands = new CommandText(links);
    }

    static JsonArray of(List<Action> actions, Links links) {
        ActionDocument document = new ActionDocument(links);
        return JsonArray.of(
                actions.stream().map(action -> action.fold(document)).toList());
    }

    private JsonObject.Builder described(String type, Action action, JsonValue version) {
        return JsonObject.builder()
                .put("type", type)
                .put("text", action.text() + ".")
                .put("command", action.fold(commands))
                .put("pacticipant", action.actor().name().value())
                .put("version", version);
    }

    private JsonObject.Builder described(String type, Action action, Candidate version) {
        return described(type, action, text(version.number()));
    }

    /** Null stands for a version that is yet to be made. */
    private static JsonValue text(@Nullable Object value) {
        return value == null ? JsonNull.NULL : JsonString.of(value.toString());
    }

    static JsonObject contract(Pact pact) {
        return JsonObject.builder()
                .put("consumer", pact.consumer().owner().name().value())
                .put("version", pact.consumer().number().value())
                .put("provider", pact.provider().name().value())
                .build();
    }

    static JsonArray failures(List<Failure> failures) {
        return JsonArray.of(failures.stream()
                .map(failure -> JsonObject.builder()
                        .put("interaction", text(failure.interaction()))
                        .put("place", text(failure.place()))
                        .put("difference", text(failure.difference()))
                        .build())
                .toList());
    }

    @Override
    public JsonObject publish(Action.Publish action) {
        return described("publish", action, action.version()).build();
    }

    @Override
    public JsonObject verify(Action.Verify action) {
        return described("verify", action, action.provider())
                .put("contract", contract(action.pact()))
                .build();
    }

    @Override
    public JsonObject mend(Action.Mend action) {
        return described("mend", action, text(action.provider().number()))
                .put("contract", contract(action.pact()))
                .put("failures", failures(action.failures()))
                .build();
    }

    @Override
    public JsonObject describe(Action.Describe action) {
        return described(
                        "describe",
                        action,
                        text(action.missing() == null ? action.provider().number() : null))
                .put("contract", contract(action.pact()))
                .put("missing", text(action.missing()))
                .build();
    }

    @Override
    public JsonObject nameMainBranch(Action.NameMainBranch action) {
        return described("name-main-branch", action, JsonNull.NULL)
                .put("branch", action.branch().value())
                .build();
    }

    @Override
    public JsonObject putOnBranch(Action.PutOnBranch action) {
        return described("put-on-branch", action, action.version())
                .put("branch", action.branch().value())
                .build();
    }

    @Override
    public JsonObject tag(Action.Tag action) {
        return described("tag", action, action.version())
                .put("tag", action.tag().value())
                .build();
    }

    @Override
    public JsonObject deploy(Action.Deploy action) {
        return described("deploy", action, action.version())
                .put("environment", action.environment().name().value())
                .put("applicationInstance", text(action.instance()))
                .put(
                        "instead",
                        action.instead() == null
                                ? JsonNull.NULL
                                : text(action.instead().number()))
                .build();
    }
}
