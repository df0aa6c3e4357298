package dev.contract.compare;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Legible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed between two contracts, as people and programs read it. Values are cut where they are long, and of very many differences the
 * first are shown.
 *
 * <p>Immutable.
 */
public record DiffReport(ContractDiff diff) {

    /** For people: what was and what is, side by side, and what shows the difference. */
    public String text() {
        List<String> parts = new ArrayList<>(List.of(headline(Legible::text)));
        parts.addAll(ofEach(DiffReport::text));
        return String.join("\n\n", parts);
    }

    private static String text(InteractionReport report) {
        List<String> lines = new ArrayList<>(List.of(report.verdict() + "  " + report.sentence()));
        lines.addAll(report.exchange());
        lines.addAll(table(report));
        lines.addAll(report.evidence());
        report.rest().ifPresent(lines::add);
        return String.join("\n  ", lines);
    }

    private <R> List<R> ofEach(Function<InteractionReport, R> words) {
        return Lanes.mapped(changed(), some -> some.stream().map(words).toList());
    }

    /** What weighs most comes first. */
    private List<InteractionReport> changed() {
        return diff.changed().stream()
                .sorted((one, other) -> other.duty().compareTo(one.duty()))
                .map(InteractionReport::new)
                .toList();
    }

    private static List<String> table(InteractionReport report) {
        List<List<String>> rows = new ArrayList<>(List.of(InteractionReport.COLUMNS));
        rows.addAll(report.rows());
        return rows.size() == 1 ? List.of() : new AlignedTable(rows).lines();
    }

    /** {@code web with users: breaking, the provider owes more; 1 added, 2 changed, 5 same}. */
    private String headline(UnaryOperator<String> name) {
        return name.apply(diff.after().consumer()) + " with "
                + name.apply(diff.after().provider()) + ": " + InteractionReport.verdict(diff.duty())
                + ", the provider " + diff.duty().words() + "; " + counts();
    }

    private String counts() {
        int added = 0;
        int removed = 0;
        for (InteractionDiff each : diff.changed()) {
            added += each.before().isEmpty() ? 1 : 0;
            removed += each.after().isEmpty() ? 1 : 0;
        }
        int changed = diff.changed().size() - added - removed;
        return count(added, "added") + count(removed, "removed") + count(changed, "changed") + same() + " same";
    }

    private static String count(int number, String word) {
        return number == 0 ? "" : number + " " + word + ", ";
    }

    private int same() {
        return diff.interactions().size() - diff.changed().size();
    }

    /** The same for a page that is written in Markdown, a comment of a pull request for example. */
    public String markdown() {
        List<String> parts = new ArrayList<>(List.of("### " + headline(MarkdownText::of)));
        parts.addAll(ofEach(DiffReport::markdown));
        return String.join("\n\n", parts);
    }

    private static String markdown(InteractionReport report) {
        return Stream.of(
                        "**" + report.verdict() + "** " + MarkdownText.of(report.sentence()),
                        block(report.exchange()),
                        markdownTable(report),
                        report.rest().orElse(""),
                        block(report.evidence()))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining("\n\n"));
    }

    private static String markdownTable(InteractionReport report) {
        MarkdownTable table = new MarkdownTable(InteractionReport.COLUMNS.toArray(String[]::new));
        report.rows().forEach(row -> table.row(row.toArray(String[]::new)));
        return table.isEmpty() ? "" : table.toString();
    }

    /** What is indented is code. */
    private static String block(List<String> lines) {
        return lines.isEmpty() ? "" : "    " + String.join("\n    ", lines);
    }

    /** What the provider owes by several, for programs: the heaviest, {@code more}. */
    public static String word(List<Duty> duties) {
        return InteractionReport.word(Duty.heaviest(duties));
    }

    /** A difference alone, for programs. */
    public static JsonObject json(Difference difference) {
        return InteractionReport.json(difference);
    }

    /** The same for programs. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("consumer", diff.after().consumer())
                .put("provider", diff.after().provider())
                .put("breaking", diff.duty() == Duty.MORE)
                .put("duty", InteractionReport.word(diff.duty()))
                .put("same", same())
                .put("interactions", JsonArray.of(ofEach(InteractionReport::json)))
                .build();
    }
}
