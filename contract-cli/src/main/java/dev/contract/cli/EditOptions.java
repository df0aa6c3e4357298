package dev.contract.cli;

import dev.contract.compare.edit.Alteration;
import dev.contract.compare.edit.Edit;
import dev.contract.compare.edit.FieldPath;
import dev.contract.compare.edit.JsonType;
import dev.contract.compare.edit.RequestAlteration;
import dev.contract.compare.usage.Operation;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How a provider would change; each option may be repeated, and all changes are made together. */
@Command
final class EditOptions {
    @Option(
            names = "--drop",
            paramLabel = "PATH",
            order = 3,
            description =
                    "A field of responses and messages is gone: /address/zip, /items/*/id. May be repeated, as all of these.")
    private List<String> dropped = new ArrayList<>();

    @Option(
            names = "--rename",
            paramLabel = "PATH=NAME",
            order = 4,
            description = "A field has another name: /name=fullName.")
    private List<String> renamed = new ArrayList<>();

    @Option(
            names = "--retype",
            paramLabel = "PATH=TYPE",
            order = 5,
            description = "A field has another type: string, integer, number, boolean, object, array or null.")
    private List<String> retyped = new ArrayList<>();

    @Option(names = "--nullable", paramLabel = "PATH", order = 6, description = "A field may be null.")
    private List<String> nullable = new ArrayList<>();

    @Option(names = "--drop-header", paramLabel = "NAME", order = 7, description = "A header of responses is gone.")
    private List<String> droppedHeaders = new ArrayList<>();

    @Option(
            names = "--status",
            paramLabel = "OLD=NEW",
            order = 8,
            description = "Another status comes in place of one: 200=204.")
    private List<String> statuses = new ArrayList<>();

    @Option(
            names = "--require-header",
            paramLabel = "NAME",
            order = 9,
            description = "Requests without a header are refused.")
    private List<String> requiredHeaders = new ArrayList<>();

    @Option(
            names = "--require-query",
            paramLabel = "NAME",
            order = 10,
            description = "Requests without a query parameter are refused.")
    private List<String> requiredQuery = new ArrayList<>();

    @Option(
            names = "--require-field",
            paramLabel = "PATH",
            order = 11,
            description =
                    "Requests whose JSON body or form has no such field are refused, and POST, PUT and PATCH without a body.")
    private List<String> requiredFields = new ArrayList<>();

    @Option(
            names = "--drop-operation",
            paramLabel = "'METHOD PATH'",
            order = 11,
            description = "An operation is gone: 'GET /users/{id}'.")
    private List<String> droppedOperations = new ArrayList<>();

    boolean dropOperations() {
        return !droppedOperations.isEmpty();
    }

    /**
     * All of them.
     *
     * @throws WrongUsage if one is not understood
     */
    List<Edit> edits() {
        List<Alteration> changes = new ArrayList<>();
        dropped.forEach(text -> changes.add(new Alteration.Drop(path("--drop", text))));
        renamed.forEach(text -> changes.add(renamed(NamedValue.parse("--rename", text, '=', "PATH=NAME"))));
        retyped.forEach(text -> changes.add(retyped(NamedValue.parse("--retype", text, '=', "PATH=TYPE"))));
        droppedHeaders.forEach(name -> changes.add(new Alteration.DropHeader(name)));
        statuses.forEach(text -> changes.add(status(NamedValue.parse("--status", text, '=', "OLD=NEW"))));
        requiredHeaders.forEach(
                text -> changes.add(new RequestAlteration.RequireHeader(name("--require-header", "header", text))));
        requiredQuery.forEach(text ->
                changes.add(new RequestAlteration.RequireQuery(name("--require-query", "query parameter", text))));
        requiredFields.forEach(text -> changes.add(new RequestAlteration.RequireField(path("--require-field", text))));
        List<Edit> edits =
                new ArrayList<>(changes.stream().map(Edit::everywhere).toList());
        nullable.forEach(
                text -> edits.add(Edit.everywhere(new Alteration.Retype(path("--nullable", text), JsonType.NULL))
                        .perhaps()));
        droppedOperations.forEach(text -> edits.add(
                Edit.everywhere(new RequestAlteration.DropOperation()).of(operation("--drop-operation", text))));
        return edits;
    }

    private static Alteration renamed(NamedValue renamed) {
        FieldPath path = path("--rename", renamed.name());
        String name = name("--rename", "field behind the =", renamed.value());
        if (name.startsWith("/") || name.startsWith("$.")) {
            throw new WrongUsage("--rename takes a name behind the =, not the path " + Quoted.text(name)
                    + ": a field stays where it is");
        }
        if (path.steps().get(path.steps().size() - 1).equals(name)) {
            throw new WrongUsage(
                    "--rename needs another name: " + path + " is called " + Quoted.text(name) + " already");
        }
        return new Alteration.Rename(path, name);
    }

    private static Alteration retyped(NamedValue retyped) {
        JsonType type = JsonType.named(retyped.value())
                .orElseThrow(() -> new WrongUsage("--retype knows no type " + Quoted.text(retyped.value()) + ": "
                        + NearNames.didYouMean(
                                retyped.value(),
                                JsonType.names(),
                                "it is one of " + String.join(", ", JsonType.names()))));
        return new Alteration.Retype(path("--retype", retyped.name()), type);
    }

    private static Alteration status(NamedValue status) {
        return new Alteration.Status(status(status.name()), status(status.value()));
    }

    private static int status(String text) {
        if (!text.matches("[1-9]\\d\\d")) {
            throw new WrongUsage("--status takes two statuses, such as 200=204, not " + Quoted.text(text));
        }
        return Integer.parseInt(text);
    }

    private static String name(String option, String what, String text) {
        if (text.isBlank()) {
            throw new WrongUsage(option + " needs the name of a " + what);
        }
        return text;
    }

    private static FieldPath path(String option, String text) {
        return FieldPath.parse(text)
                .orElseThrow(() -> new WrongUsage(
                        option + " takes a path within a body, such as /address/zip, not " + Quoted.text(text)));
    }

    /**
     * An operation of a text such as {@code GET /users/{id}}.
     *
     * @throws WrongUsage if it is none
     */
    static Operation operation(String option, String text) {
        String[] words = text.split(" ", 2);
        if (words.length < 2 || !words[1].startsWith("/")) {
            throw new WrongUsage(
                    option + " takes a method and a path, such as 'GET /users/{id}', not " + Quoted.text(text));
        }
        return new Operation(words[0].toUpperCase(Locale.ROOT), words[1]);
    }
}
