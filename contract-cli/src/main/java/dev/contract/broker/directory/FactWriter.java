package dev.contract.broker.directory;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.fact.ContentKey;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Place;
import dev.contract.broker.domain.fact.VersionKey;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one fact: its fields in order, without those that are empty. The names of fields are those that {@link FactReader} knows. */
final class FactWriter {
    private final JsonObject.Builder out = JsonObject.builder();

    private FactWriter(String word) {
        out.put("fact", word);
    }

    /** The text of a file, ended by a line end. */
    static String file(List<Fact> facts) {
        JsonObject file = JsonObject.of(
                "facts", JsonArray.of(facts.stream().map(FactWriter::json).toList()));
        return JsonWriter.folded(file) + "\n";
    }

    private static JsonObject json(Fact fact) {
        FactKind<?> kind = FactKind.of(fact);
        FactWriter writer = new FactWriter(kind.word());
        kind.write(fact, writer);
        return writer.out.build();
    }

    FactWriter text(String name, String value) {
        out.put(name, value);
        return this;
    }

    FactWriter textOrNull(String name, @Nullable String value) {
        return value == null ? this : text(name, value);
    }

    FactWriter flag(String name, boolean value) {
        out.put(name, value);
        return this;
    }

    FactWriter flagOrNull(String name, @Nullable Boolean value) {
        return value == null ? this : flag(name, value);
    }

    FactWriter jsonOrNull(String name, @Nullable JsonValue value) {
        if (value != null) {
            out.put(name, value);
        }
        return this;
    }

    FactWriter application(PacticipantName name) {
        return text("application", name.value());
    }

    FactWriter consumer(PacticipantName name) {
        return text("consumer", name.value());
    }

    FactWriter provider(PacticipantName name) {
        return text("provider", name.value());
    }

    FactWriter version(VersionKey key) {
        return application(key.application()).text("version", key.number().value());
    }

    FactWriter consumerVersion(VersionKey key) {
        return consumer(key.application()).text("consumerVersion", key.number().value());
    }

    /** The application is that of the content. */
    FactWriter providerVersion(VersionKey key) {
        return text("providerVersion", key.number().value());
    }

    FactWriter branch(BranchName name) {
        return text("branch", name.value());
    }

    FactWriter tag(TagName name) {
        return text("tag", name.value());
    }

    FactWriter content(ContentKey key) {
        return consumer(key.consumer())
                .provider(key.provider())
                .text("content", key.sha().value());
    }

    FactWriter document(Fact.Published fact) {
        out.put("content", fact.content().sha().value())
                .put("interactions", fact.content().interactions())
                .put("messages", fact.content().messages())
                .put("file", PactFile.of(fact).name());
        return this;
    }

    FactWriter place(Place place) {
        return text("environment", place.name().value()).text("environmentUuid", place.uuid());
    }

    FactWriter details(Environment.Details details) {
        return text("name", details.name().value())
                .textOrNull("displayName", details.displayName())
                .flag("production", details.production())
                .jsonOrNull("contacts", details.contacts());
    }
}
