package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.MarkdownTable;
import dev.contract.compare.MarkdownText;
import dev.contract.compare.usage.Offered;
import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.Unused;
import dev.contract.compare.usage.Unused.Only;
import dev.contract.compare.usage.Usage;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.Legible;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be dropped; or, of one consumer, what it does without, for of the others nothing is known then.
 *
 * @param consumer whose contracts alone were asked for; empty for all
 */
record UnusedReport(Usage usage, Unused unused, Optional<String> consumer) implements Report {
    private static final int MOST_NAMED = 3;
    private static final String ALIKE =
            "These look like one operation, so that what one of them needs counts for all; --openapi says which they are:";

    private static final String NOT_OFFERED =
            "Consumers rely on these, and the provider does not offer them by what was named:";
    private static final String WHOLE = "Of these everything counts as relied on, for somebody reads them as a whole:";

    @Override
    public String text() {
        String heading = consumer.map(name -> name + " relies on none of:").orElse("Nobody relies on:");
        return Stream.of(
                                block(NOT_OFFERED, unused.notOffered().stream().map(Offered::toString)),
                                block(heading, unused.nobody().stream().map(Offered::toString)),
                                block(
                                        "Only one consumer relies on:",
                                        unused.onlyOne().stream()
                                                .map(each -> each.what() + ": used only by " + each.consumer())),
                                block(WHOLE, unused.whole().stream().map(Offered::toString)),
                                block(ALIKE, groups()),
                                UsageReport.notes(usage.unread())
                                        .map(Legible::text)
                                        .collect(Collectors.joining("\n\n")))
                        .filter(Predicate.not(String::isEmpty))
                        .map(block -> block + "\n\n")
                        .collect(Collectors.joining())
                + summary();
    }

    private static String block(String heading, Stream<String> lines) {
        String block = lines.map(line -> "\n  " + Legible.text(line)).collect(Collectors.joining());
        return block.isEmpty() ? "" : Legible.text(heading) + block;
    }

    private Stream<String> groups() {
        return unused.alike().stream().map(group -> {
            String shown = names(group).stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            return group.size() <= MOST_NAMED ? shown : shown + " and " + (group.size() - MOST_NAMED) + " more";
        });
    }

    private static List<String> names(List<Operation> group) {
        return group.stream().map(Operation::toString).toList();
    }

    private String summary() {
        return consumer.map(this::summary).orElseGet(this::summaryOfAll);
    }

    private String summary(String only) {
        int unread = unused.nobody().size();
        return (unread == 0
                        ? only + " relies on all that " + usage.provider() + " offers"
                        : only + " does without " + Console.counted(unread, "place") + " of " + usage.provider()
                                + "; who else relies on them was not asked")
                + ": " + Console.counted(usage.interactions(), "interaction");
    }

    private String summaryOfAll() {
        int dropped = unused.nobody().size();
        return (dropped == 0 ? "Nothing" : Console.counted(dropped, "place")) + " that " + usage.provider()
                + " offers may be dropped as far as its contracts say: "
                + Console.counted(usage.consumers().size(), "consumer") + ", "
                + Console.counted(usage.interactions(), "interaction");
    }

    @Override
    public JsonObject json() {
        JsonObject.Builder json = JsonObject.builder().put("provider", usage.provider());
        consumer.ifPresent(name -> json.put("consumer", name));
        return json.put("unused", Report.array(unused.nobody(), each -> json(each)
                        .build()))
                .put("onlyOne", Report.array(unused.onlyOne(), UnusedReport::json))
                .put("alike", Report.array(unused.alike(), group -> Report.array(names(group), JsonString::of)))
                .put("whole", Report.array(unused.whole(), each -> json(each).build()))
                .put("notOffered", Report.array(unused.notOffered(), each -> json(each)
                        .build()))
                .put("unread", UsageReport.json(usage.unread()))
                .build();
    }

    private static JsonObject json(Only only) {
        return json(only.what()).put("consumer", only.consumer()).build();
    }

    static JsonObject.Builder json(Offered offered) {
        JsonObject.Builder json =
                JsonObject.builder().put("operation", offered.operation().toString());
        offered.place().ifPresent(place -> json.putAll(UsageReport.place(place).build()));
        return json;
    }

    @Override
    public String markdown() {
        MarkdownTable dropped =
                new MarkdownTable(consumer.isEmpty() ? "may be dropped" : "offered", "who relies on it");
        String nobody = consumer.map(name -> "not " + name).orElse("nobody");
        unused.nobody().forEach(each -> dropped.row(each.toString(), nobody));
        MarkdownTable needed = new MarkdownTable("needed by one consumer only", "who relies on it");
        unused.onlyOne().forEach(each -> needed.row(each.what().toString(), each.consumer()));
        return list(NOT_OFFERED, unused.notOffered().stream().map(Offered::toString))
                + (dropped.isEmpty() ? "" : dropped + "\n\n")
                + (needed.isEmpty() ? "" : needed + "\n\n")
                + list(WHOLE, unused.whole().stream().map(Offered::toString))
                + list(ALIKE, groups())
                + UsageReport.markdown(usage.unread())
                + MarkdownText.of(summary());
    }

    private static String list(String heading, Stream<String> lines) {
        String list = lines.map(each -> "\n- " + MarkdownText.of(each)).collect(Collectors.joining());
        return list.isEmpty() ? "" : heading + "\n" + list + "\n\n";
    }
}
