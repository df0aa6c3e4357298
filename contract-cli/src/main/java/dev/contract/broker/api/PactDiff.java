package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.publishing.ContentDiff;
import dev.contract.compare.ContractDiff;
import dev.contract.compare.DiffReport;
import dev.contract.compare.Difference;
import dev.contract.compare.Duty;
import dev.contract.compare.InteractionDiff;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Contract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Two pacts of the same two applications, and what changed from one to the other. */
record PactDiff(Pact from, JsonValue before, Pact to, JsonValue after) {

    static PactDiff of(Pact from, Pact to, Transaction kept) {
        return new PactDiff(
                from, kept.pacts().document(from.contentId()), to, kept.pacts().document(to.contentId()));
    }

    /** For people, where there is nothing to compare with. */
    static String noneText() {
        return "There is no earlier version with another contract.\n";
    }

    /** For programs, where there is nothing to compare with. */
    static JsonObject noneJson(Links links, Pact to) {
        return json(JsonNull.NULL, side(links, to), JsonArray.EMPTY);
    }

    /** For people: who and when, what changed, and where to look. */
    String text(Links links) {
        String changes = contracts()
                .map(diff -> new DiffReport(diff).text())
                .orElseGet(() -> ContentDiff.between(before, after));
        return "The contract of " + to.consumer().owner() + " with " + to.provider() + "\n  from " + named(from)
                + "\n  to   " + named(to) + "\n\n" + changes + "\n\n" + links.pact(from) + "\n" + links.pact(to) + "\n";
    }

    private static String named(Pact pact) {
        return "version " + pact.consumer().number() + ", published " + Hal.time(pact.createdAt());
    }

    /** For programs; without interactions where one of the two is no contract that we can read. */
    JsonObject json(Links links) {
        JsonArray interactions = contracts()
                .map(diff -> JsonArray.of(
                        diff.changed().stream().map(PactDiff::interaction).toList()))
                .orElse(JsonArray.EMPTY);
        return json(side(links, from), side(links, to), interactions);
    }

    private static JsonObject json(JsonValue from, JsonValue to, JsonArray interactions) {
        return JsonObject.builder()
                .put("from", from)
                .put("to", to)
                .put("interactions", interactions)
                .build();
    }

    private static JsonObject side(Links links, Pact pact) {
        return new Hal()
                .put("consumerVersion", pact.consumer().number().value())
                .put("sha", pact.sha().value())
                .put("createdAt", pact.createdAt())
                .self(links.pact(pact))
                .build();
    }

    /** Empty where one of the two is no contract that we can read. */
    Optional<ContractDiff> contracts() {
        return contract(before).flatMap(old -> contract(after).map(fresh -> ContractDiff.of(old, fresh)));
    }

    /** Empty when not all of it can be read: nobody knows what changed in the rest. */
    private static Optional<Contract> contract(JsonValue document) {
        byte[] text = withoutIds(document).toJson().getBytes(StandardCharsets.UTF_8);
        ReadResult read = ContractReader.read("pact", text);
        return read.errors().isEmpty() ? read.contract() : Optional.empty();
    }

    /** Without what the broker itself put in. */
    private static JsonValue withoutIds(JsonValue document) {
        JsonObject pact = document.asObject().orElse(JsonObject.EMPTY);
        for (String list : List.of("interactions", "messages")) {
            Optional<JsonArray> elements = pact.array(list);
            if (elements.isPresent()) {
                pact = pact.with(
                        list,
                        JsonArray.of(elements.get().stream()
                                .map(each -> each instanceof JsonObject object ? object.without("_id") : each)
                                .toList()));
            }
        }
        return pact;
    }

    private static JsonObject interaction(InteractionDiff diff) {
        return JsonObject.builder()
                .put("description", diff.interaction().description())
                .put("change", change(diff))
                .put("breakingFor", breakingFor(diff.duty()))
                .put(
                        "paths",
                        JsonArray.of(
                                diff.differences().stream().map(PactDiff::path).toList()))
                .build();
    }

    private static String change(InteractionDiff diff) {
        if (diff.before().isEmpty()) {
            return "added";
        }
        return diff.after().isEmpty() ? "removed" : "changed";
    }

    private static String breakingFor(Duty duty) {
        return switch (duty) {
            case MORE -> "provider";
            case UNKNOWN -> "unknown";
            case LESS, SAME -> "none";
        };
    }

    private static JsonObject path(Difference difference) {
        return JsonObject.builder()
                .put("path", difference.where())
                .put("before", difference.before())
                .put("after", difference.after())
                .build();
    }
}
