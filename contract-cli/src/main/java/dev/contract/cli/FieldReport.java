package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.compare.Cells;
import dev.contract.compare.Changelog;
import dev.contract.compare.Changelog.Entry;
import dev.contract.compare.DiffReport;
import dev.contract.compare.Difference;
import dev.contract.compare.Duty;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of one field, for people and for programs. */
final class FieldReport {
    private static final int MOST_SHOWN = 10;
    private static final int LONGEST = 100;

    private FieldReport() {}

    static String text(Changelog changes, Console console) {
        return listed(changes, each -> text(each, console));
    }

    /** Of the oldest version, before which nothing is known: nothing changed there, and nobody owes more by it. */
    static String oldest(Changelog changes) {
        return listed(
                changes,
                each -> "  there from the oldest version on: "
                        + each.interaction().interaction().quoted() + ", "
                        + each.difference().where());
    }

    private static String listed(Changelog changes, Function<Entry, String> text) {
        String shown =
                changes.differences().stream().limit(MOST_SHOWN).map(text).collect(Collectors.joining("\n"));
        int more = changes.differences().size() - MOST_SHOWN;
        return more > 0 ? shown + "\n  and " + more + " more" : shown;
    }

    private static String text(Entry entry, Console console) {
        Difference difference = entry.difference();
        Cells cells = Cells.of(difference.before(), difference.after(), LONGEST);
        Duty duty = difference.duty();
        String change = console.style(
                duty.isSafe() ? Style.GOOD : Style.BAD, difference.change().word());
        return "  " + change + ", the provider " + duty.words() + ": "
                + entry.interaction().interaction().quoted() + ", " + difference.where()
                + line("before", cells.before()) + line("after ", cells.after());
    }

    private static String line(String name, String words) {
        return words.isEmpty() ? "" : "\n    " + name + "  " + words;
    }

    static JsonArray json(Changelog changes) {
        return JsonArray.of(
                changes.differences().stream().map(FieldReport::json).toList());
    }

    private static JsonObject json(Entry entry) {
        return JsonObject.of(
                        "interaction",
                        JsonString.of(entry.interaction().interaction().description()))
                .toBuilder()
                .putAll(DiffReport.json(entry.difference()))
                .build();
    }
}
