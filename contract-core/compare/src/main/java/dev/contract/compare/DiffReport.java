package dev.contract.compare;

import static java.util.stream.Collectors.joining;

import dev.contract.compare.inclusion.Witness;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two contracts, as people and programs read it. Values are cut where they are long, and of very many differences the
 * first are shown.
 *
 * <p>Immutable.
 */
public record DiffReport(ContractDiff diff) {
    private static final int MOST_SHOWN = 20;
    private static final int WIDEST = 44;

    /** For people: what was and what is, side by side, and what shows the difference. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(headline()));
        for (InteractionDiff each : changed()) {
            lines.add("");
            lines.addAll(block(each));
        }
        return String.join("\n", lines);
    }

    /** What weighs most comes first. */
    private List<InteractionDiff> changed() {
        return diff.changed().stream()
                .sorted((one, other) -> other.duty().compareTo(one.duty()))
                .toList();
    }

    /** {@code web with users: breaking, the provider owes more; 1 added, 2 changed, 5 same}. */
    private String headline() {
        return diff.after().consumer() + " with " + diff.after().provider() + ": " + verdict(diff.duty())
                + ", the provider " + diff.duty().words() + "; " + counts();
    }

    private static String verdict(Duty duty) {
        return switch (duty) {
            case MORE -> "breaking";
            case UNKNOWN -> "unclear";
            case LESS, SAME -> "not breaking";
        };
    }

    private String counts() {
        List<String> counts = new ArrayList<>();
        count(counts, Change.ADDED, "added");
        count(counts, Change.REMOVED, "removed");
        long changed = diff.changed().stream()
                .filter(each -> each.before().isPresent() && each.after().isPresent())
                .count();
        if (changed > 0) {
            counts.add(changed + " changed");
        }
        counts.add((diff.interactions().size() - diff.changed().size()) + " same");
        return String.join(", ", counts);
    }

    private void count(List<String> counts, Change change, String word) {
        long number = diff.interactions().stream()
                .filter(each -> each.before().isEmpty() == (change == Change.ADDED)
                        && each.after().isEmpty() == (change == Change.REMOVED))
                .count();
        if (number > 0) {
            counts.add(number + " " + word);
        }
    }

    private static List<String> block(InteractionDiff each) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict(each.duty()) + "  " + sentence(each));
        List<Difference> shown = each.differences().stream().limit(MOST_SHOWN).toList();
        if (!shown.isEmpty()) {
            lines.addAll(table(shown));
            shown.forEach(difference -> lines.addAll(evidence(difference)));
        }
        if (each.differences().size() > MOST_SHOWN) {
            lines.add("  and " + (each.differences().size() - MOST_SHOWN) + " more differences");
        }
        return lines;
    }

    private static String sentence(InteractionDiff each) {
        String name = each.interaction().quoted();
        if (each.change() == Change.ADDED) {
            return "added: " + name
                    + each.impliedBy()
                            .map(by -> ", which asks no more than " + by.quoted())
                            .orElse("");
        }
        return each.change() == Change.REMOVED
                ? "removed: " + name
                : name + (each.renamed() ? ", formerly " + former(each).quoted() : "");
    }

    private static Interaction former(InteractionDiff each) {
        return each.before().orElseThrow();
    }

    private static List<String> table(List<Difference> differences) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("where", "change", "before", "after"));
        differences.forEach(
                each -> rows.add(List.of(each.where(), each.change().word(), cell(each.before()), cell(each.after()))));
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> width(rows, column))
                .toArray();
        return rows.stream().map(row -> "  " + line(row, widths)).toList();
    }

    private static String cell(String text) {
        return text.isEmpty() ? "–" : Shortened.to(WIDEST, text.replaceAll("\\s+", " "));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column]))
                .collect(joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - length(cell));
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** What shows that more is owed, or why nobody knows. */
    private static List<String> evidence(Difference each) {
        List<String> lines = new ArrayList<>();
        Witness witness = each.witness();
        if (witness != null) {
            WitnessText text = new WitnessText(witness);
            lines.add("  witness  " + text.exchange());
            lines.add("           " + WitnessText.verdict(each, text));
        }
        String reason = each.reason();
        if (reason != null && witness == null) {
            lines.add("  unclear  " + each.where() + ": " + reason);
        }
        return lines;
    }

    /** The same for a page that is written in Markdown, a comment of a pull request for example. */
    public String markdown() {
        List<String> lines = new ArrayList<>(List.of("### " + escaped(headline())));
        for (InteractionDiff each : changed()) {
            lines.add("");
            lines.add("**" + verdict(each.duty()) + "** " + escaped(sentence(each)));
            lines.addAll(markdown(each));
        }
        return String.join("\n", lines);
    }

    private static List<String> markdown(InteractionDiff each) {
        if (each.differences().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", "| where | change | before | after |", "|---|---|---|---|"));
        List<Difference> shown = each.differences().stream().limit(MOST_SHOWN).toList();
        shown.forEach(difference -> lines.add("| " + escaped(difference.where()) + " | "
                + difference.change().word() + " | " + escaped(cell(difference.before())) + " | "
                + escaped(cell(difference.after())) + " |"));
        if (each.differences().size() > MOST_SHOWN) {
            lines.add("");
            lines.add("and " + (each.differences().size() - MOST_SHOWN) + " more differences");
        }
        shown.stream()
                .flatMap(difference -> evidence(difference).stream())
                .findFirst()
                .ifPresent(any -> {
                    lines.add("");
                    shown.forEach(difference -> evidence(difference)
                            .forEach(line -> lines.add("    " + line.replaceAll("\\s*\\R\\s*", " "))));
                });
        return lines;
    }

    /** Nothing of a contract may become markup. */
    private static String escaped(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("([\\\\`*_\\[\\]<>|#~&@])", "\\\\$1");
    }

    /** The same for programs. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("consumer", diff.after().consumer())
                .put("provider", diff.after().provider())
                .put("breaking", diff.duty() == Duty.MORE)
                .put("duty", word(diff.duty()))
                .put("same", diff.interactions().size() - diff.changed().size())
                .put(
                        "interactions",
                        JsonArray.of(changed().stream().map(DiffReport::json).toList()))
                .build();
    }

    private static String word(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject json(InteractionDiff each) {
        return JsonObject.builder()
                .put("description", each.interaction().description())
                .put(
                        "states",
                        JsonArray.of(each.interaction().states().stream()
                                .map(state -> JsonString.of(state.name()))
                                .toList()))
                .put("change", each.change().word())
                .put("duty", word(each.duty()))
                .put("formerly", each.renamed() ? JsonString.of(former(each).description()) : JsonNull.NULL)
                .put("impliedBy", text(each.impliedBy().map(Interaction::description)))
                .put(
                        "differences",
                        JsonArray.of(each.differences().stream()
                                .map(DiffReport::json)
                                .toList()))
                .build();
    }

    private static JsonObject json(Difference each) {
        return JsonObject.builder()
                .put("side", each.side())
                .put("place", each.place())
                .put("movedFrom", text(each.movedFrom()))
                .put("change", each.change().word())
                .put("duty", word(each.duty()))
                .put("before", each.before())
                .put("after", each.after())
                .put("reason", text(each.reason()))
                .put("witness", witness(each.witness()))
                .build();
    }

    private static JsonValue witness(@Nullable Witness witness) {
        return witness == null ? JsonNull.NULL : new WitnessText(witness).json();
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }

    private static JsonValue text(Optional<String> text) {
        return text(text.orElse(null));
    }
}
