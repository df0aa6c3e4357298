package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one interaction of any kind and version; empty, with a problem, when it cannot be used. */
final class InteractionReader {
    private final SpecVersion version;
    private final Findings findings;
    private final PartReader parts;

    InteractionReader(SpecVersion version, Findings findings) {
        this.version = version;
        this.findings = findings;
        this.parts = new PartReader(version, findings);
    }

    /** An entry of {@code interactions}: since version 4 it says itself what it is. */
    Optional<Interaction> interaction(JsonValue value) {
        return read(value, this::ofItsKind);
    }

    /** An entry of {@code messages}, which only version 3 has. */
    Optional<Interaction> message(JsonValue value) {
        return read(value, fields -> Optional.of(asyncMessage(fields)));
    }

    private interface Reading {
        Optional<Interaction> read(Fields fields);
    }

    private Optional<Interaction> read(JsonValue value, Reading reading) {
        if (!(value instanceof JsonObject object)) {
            findings.add(
                    value,
                    Problem.error(Findings.FILE, "an interaction must be an object")
                            .found(Findings.found(value)));
            return Optional.empty();
        }
        findings.enter(object.string("description").orElse(null));
        try {
            return hasDescription(object) ? reading.read(new Fields(object, findings)) : Optional.empty();
        } finally {
            findings.enter(null);
        }
    }

    private boolean hasDescription(JsonObject object) {
        boolean described = object.string("description").isPresent();
        if (!described) {
            findings.add(
                    object.get("description").orElse(object),
                    Problem.error(Findings.FILE, "an interaction has no description")
                            .mend(
                                    "add \"description\": \"a request for a user\"; together with the states it names the interaction"));
        }
        return described;
    }

    private Optional<Interaction> ofItsKind(Fields fields) {
        if (version != SpecVersion.V4) {
            return Optional.of(http(fields));
        }
        Optional<InteractionType> type = fields.text("type").flatMap(InteractionType::named);
        if (type.isEmpty()) {
            ofNoType(fields.object());
            return Optional.empty();
        }
        return Optional.of(
                switch (type.get()) {
                    case HTTP -> http(fields);
                    case ASYNC_MESSAGE -> asyncMessage(fields);
                    case SYNC_MESSAGE -> syncMessage(fields);
                });
    }

    private void ofNoType(JsonObject interaction) {
        List<String> types = InteractionType.texts();
        String written = interaction.string("type").orElse("");
        findings.add(
                interaction.get("type").orElse(interaction),
                Problem.warning(Findings.TYPE, "an interaction is of no type that is known here, so it is left out")
                        .found(interaction.get("type").map(Findings::found).orElse("no \"type\""))
                        .mend(NearNames.didYouMean(written, types, "write one of " + String.join(", ", types))));
    }

    private HttpInteraction http(Fields fields) {
        String description = fields.text("description").orElseThrow();
        List<ProviderState> states = StatesReader.read(fields);
        RequestPart request = parts.request(part(fields, "request"));
        ResponsePart response = parts.response(part(fields, "response"));
        return new HttpInteraction(description, states, request, response, annotations(fields));
    }

    private JsonObject part(Fields fields, String name) {
        Optional<JsonObject> part = fields.object(name);
        if (part.isEmpty()) {
            findings.add(
                    fields.object(),
                    Problem.warning(Findings.FILE, "an interaction has no " + name + ", so an empty one is taken")
                            .mend("add \"" + name + "\": {…}"));
        }
        return part.orElse(JsonObject.EMPTY);
    }

    private AsyncMessage asyncMessage(Fields fields) {
        String description = fields.text("description").orElseThrow();
        List<ProviderState> states = StatesReader.read(fields);
        MessagePart message = parts.message(fields);
        Annotations annotations = annotations(fields);
        JsonObject rest = parts.rest(fields, "contents");
        return new AsyncMessage(description, states, message, annotations.withExtra(rest));
    }

    private SyncMessage syncMessage(Fields fields) {
        String description = fields.text("description").orElseThrow();
        List<ProviderState> states = StatesReader.read(fields);
        MessagePart request = parts.message(part(fields, "request"));
        List<MessagePart> responses = new ArrayList<>();
        for (JsonValue each : responses(fields)) {
            each.asObject()
                    .ifPresentOrElse(
                            response -> responses.add(parts.message(response)),
                            () -> findings.refused("response", "a list of objects", each));
        }
        return new SyncMessage(description, states, request, responses, annotations(fields));
    }

    /** One response may stand without its list. */
    private static JsonArray responses(Fields fields) {
        Optional<JsonObject> one = fields.object().object("response");
        if (one.isPresent()) {
            fields.take("response");
            return JsonArray.of(one.get());
        }
        return fields.array("response").orElse(JsonArray.EMPTY);
    }

    /** Before version 4 none of it means anything, so all of it is left over. */
    private Annotations annotations(Fields fields) {
        if (version != SpecVersion.V4) {
            return Annotations.NONE
                    .withExtra(fields.rest())
                    .withLocation(fields.object().location());
        }
        fields.take("type");
        return new Annotations(
                fields.text("key").orElse(null),
                fields.bool("pending").orElse(false),
                fields.object("comments").orElse(JsonObject.EMPTY),
                fields.object("interactionMarkup").orElse(JsonObject.EMPTY),
                fields.object("pluginConfiguration").orElse(JsonObject.EMPTY),
                fields.text("transport").orElse(null),
                fields.rest(),
                fields.object().location());
    }
}
