package dev.contract.broker.api;

import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Reason;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reason as programs read it; the notices say the same to people. */
final class ReasonDocument {
    private ReasonDocument() {}

    static JsonArray of(List<Reason> reasons) {
        return JsonArray.of(reasons.stream().map(ReasonDocument::of).toList());
    }

    private static JsonObject of(Reason reason) {
        JsonObject.Builder json =
                JsonObject.builder().put("code", reason.code().name()).put("text", reason.text());
        if (reason.cause() != null) {
            json.put("cause", word(reason.cause()));
        }
        Reason.Subject subject = reason.subject();
        if (subject != null) {
            Version consumer = subject.pact().consumer();
            json.put("consumer", side(consumer.owner(), consumer))
                    .put("provider", side(subject.pact().provider(), subject.provider()))
                    .put("failures", ActionDocument.failures(subject.failures()));
        }
        return json.build();
    }

    private static String word(Reason.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject side(Party party, @Nullable Version version) {
        return JsonObject.builder()
                .put("name", party.name().value())
                .put(
                        "version",
                        version == null
                                ? JsonNull.NULL
                                : JsonString.of(version.number().value()))
                .build();
    }
}
