package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import java.util.Collection;
import java.util.function.Function;

/** An answer in the forms in which it can be printed. */
interface Report {
    /** For people at a terminal, without a line break at its end. */
    String text();

    JsonObject json();

    /** For people who read it in a pull request. */
    String markdown();

    /** Prints it in a form. */
    default void print(DiffOutputOption.Form form, Console console) {
        console.result(
                switch (form) {
                    case TEXT -> Console.plain(text());
                    case JSON -> JsonWriter.folded(json());
                    case MARKDOWN -> Console.plain(markdown());
                });
    }

    static <T> JsonArray array(Collection<T> all, Function<T, ? extends JsonValue> json) {
        return JsonArray.of(all.stream().map(json).toList());
    }
}
