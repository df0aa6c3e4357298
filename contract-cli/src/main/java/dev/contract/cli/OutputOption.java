package dev.contract.cli;

import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** In which form a result is printed. */
@Command
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|table|json|pretty|id",
            order = 90,
            description = "For people (text or table, the same), for programs (json; pretty is indented), or only the"
                    + " identifier (id) where there is one.")
    private Form form = Form.TEXT;

    private enum Form {
        TEXT,
        TABLE,
        JSON,
        PRETTY,
        ID
    }

    boolean isJson() {
        return form == Form.JSON || form == Form.PRETTY;
    }

    boolean isId() {
        return form == Form.ID;
    }

    /** The text of the broker's answer, in the form that was asked for. */
    String json(JsonValue value) {
        return form == Form.PRETTY ? JsonWriter.pretty(value) : value.toJson();
    }
}
