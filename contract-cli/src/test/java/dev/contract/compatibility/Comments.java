package dev.contract.compatibility;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import io.cucumber.datatable.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Comments of an interaction, as tables have them: lines of text, and others by their names. */
final class Comments {
    private Comments() {}

    static Interaction in(Interaction interaction, DataTable table) {
        JsonObject.Builder comments = JsonObject.builder();
        List<JsonValue> lines = new ArrayList<>();
        for (Map<String, String> cells : table.asMaps()) {
            JsonString comment = JsonString.of(cells.get("comment"));
            if (cells.get("type").equals("text")) {
                lines.add(comment);
            } else {
                comments.put(cells.get("type"), comment);
            }
        }
        if (!lines.isEmpty()) {
            comments.put("text", JsonArray.of(lines));
        }
        return interaction.withAnnotations(interaction.annotations().withComments(comments.build()));
    }
}
