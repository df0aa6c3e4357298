package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.MarkdownTable;
import dev.contract.compare.MarkdownText;
import dev.contract.compare.usage.Offered;
import dev.contract.compare.usage.Unused;
import dev.contract.compare.usage.Unused.Only;
import dev.contract.compare.usage.Usage;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Legible;
import java.util.stream.Collectors;

/** What may be dropped. */
record UnusedReport(Usage usage, Unused unused) implements Report {
    @Override
    public String text() {
        String nobody = unused.nobody().stream()
                .map(each -> "\n  " + Legible.text(each.toString()))
                .collect(Collectors.joining());
        String onlyOne = unused.onlyOne().stream()
                .map(each -> "\n  " + Legible.text(each.what() + ": used only by " + each.consumer()))
                .collect(Collectors.joining());
        return (nobody.isEmpty() ? "" : "Nobody relies on:" + nobody + "\n\n")
                + (onlyOne.isEmpty() ? "" : "Only one consumer relies on:" + onlyOne + "\n\n")
                + summary();
    }

    private String summary() {
        int dropped = unused.nobody().size();
        return (dropped == 0 ? "Nothing" : Console.counted(dropped, "place")) + " that " + usage.provider()
                + " offers may be dropped as far as its contracts say: "
                + Console.counted(usage.consumers().size(), "consumer") + ", "
                + Console.counted(usage.interactions(), "interaction");
    }

    @Override
    public JsonObject json() {
        return JsonObject.builder()
                .put("provider", usage.provider())
                .put("unused", Report.array(unused.nobody(), each -> json(each).build()))
                .put("onlyOne", Report.array(unused.onlyOne(), UnusedReport::json))
                .build();
    }

    private static JsonObject json(Only only) {
        return json(only.what()).put("consumer", only.consumer()).build();
    }

    private static JsonObject.Builder json(Offered offered) {
        JsonObject.Builder json =
                JsonObject.builder().put("operation", offered.operation().toString());
        offered.place().ifPresent(place -> json.putAll(UsageReport.place(place).build()));
        return json;
    }

    @Override
    public String markdown() {
        MarkdownTable table = new MarkdownTable("may be dropped", "who relies on it");
        unused.nobody().forEach(each -> table.row(each.toString(), "nobody"));
        unused.onlyOne().forEach(each -> table.row(each.what().toString(), "only " + each.consumer()));
        return (table.isEmpty() ? "" : table + "\n\n") + MarkdownText.of(summary());
    }
}
