package dev.contract.compare.promise;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.promise.PromiseCode;
import dev.contract.openapi.promise.PromiseFinding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One finding on one interaction.
 *
 * <p>Immutable.
 *
 * @param index of the interaction in its file, from 0
 * @param description of the interaction
 * @param state its first provider state; null when it has none
 * @param sentence what the document asks for, or does not know, on one line
 * @param where in the interaction: {@code response.body.total}; {@code ""} for all of it
 * @param found what stands there; null when the sentence says it
 * @param method of the operation; null when none serves it
 * @param path of the operation as the document has it; null when none serves it
 * @param place which line of the document
 * @param pointer the same as a JSON pointer within the file
 */
public record Shortfall(
        PromiseCode code,
        int index,
        String description,
        @Nullable String state,
        String sentence,
        String where,
        @Nullable String found,
        @Nullable String method,
        @Nullable String path,
        Location place,
        String pointer) {

    static Shortfall of(int index, Interaction interaction, PromiseFinding finding) {
        return new Shortfall(
                finding.code(),
                index,
                interaction.description(),
                interaction.states().stream()
                        .findFirst()
                        .map(ProviderState::name)
                        .orElse(null),
                finding.sentence(),
                finding.where(),
                finding.found(),
                finding.operation().map(Operation::method).orElse(null),
                finding.operation()
                        .map(operation -> operation.path().toString())
                        .orElse(null),
                finding.place().location(),
                finding.place().pointer());
    }

    /** {@code [root].interactions[0].response.body.total}. */
    public String location() {
        return "[root].interactions[" + index + "]" + (where.isEmpty() ? "" : "." + where);
    }

    /** The finding with where it stands in contract and document, what was found there and how to mend it, a line each. */
    public String text(String file) {
        String given = state == null ? "" : ", given " + Quoted.text(state);
        String found = this.found == null ? "" : "\n  found  " + this.found;
        return code.severity() + " " + code.text() + "  " + sentence + "\n  where  " + file + ", interaction "
                + Quoted.text(description) + given + (where.isEmpty() ? "" : ", " + where) + "\n  by     " + place
                + " ("
                + pointer + ")" + found + "\n  mend   " + code.mend();
    }

    /** As other comparers of contracts with documents write it, with the lines and the mend beside. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("code", code.text())
                .put("type", code.severity().name().toLowerCase(Locale.ROOT))
                .put("message", sentence)
                .put("mend", code.mend())
                .put("mockDetails", inContract())
                .put("specDetails", inDocument())
                .build();
    }

    private JsonObject inContract() {
        return JsonObject.builder()
                .put("interactionDescription", description)
                .put("interactionState", orNull(state))
                .put("location", location())
                .put("value", orNull(found))
                .build();
    }

    private JsonObject inDocument() {
        String path = pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
        return JsonObject.builder()
                .put("location", "[root]" + path)
                .put("pathMethod", orNull(method == null ? null : method.toLowerCase(Locale.ROOT)))
                .put("pathName", orNull(this.path))
                .put("pointer", pointer)
                .put("file", place.source())
                .put("line", place.line())
                .put("column", place.column())
                .build();
    }

    private static JsonValue orNull(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }
}
