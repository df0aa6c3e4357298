package dev.contract.cli;

import dev.contract.cli.console.MarkdownTable;
import dev.contract.compare.usage.Caller;
import dev.contract.compare.usage.OperationUsage;
import dev.contract.compare.usage.Part;
import dev.contract.compare.usage.Place;
import dev.contract.compare.usage.PlaceUsage;
import dev.contract.compare.usage.Reliance;
import dev.contract.compare.usage.Usage;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who relies on what of a provider. */
record UsageReport(Usage usage) implements Report {
    private static final String EQUALITY = "equality";

    @Override
    public String text() {
        return Stream.concat(usage.operations().stream().map(UsageReport::block), Stream.of(summary()))
                .collect(Collectors.joining("\n\n"));
    }

    private String summary() {
        return Report.counted(usage.operations().size(), "operation") + " of " + usage.provider() + ": "
                + Report.counted(usage.consumers().size(), "consumer") + ", "
                + Report.counted(usage.interactions(), "interaction");
    }

    private static String block(OperationUsage used) {
        List<String> labels = used.places().stream().map(UsageReport::label).toList();
        int width = labels.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder block =
                new StringBuilder().append(used.operation()).append("  ").append(callers(used));
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            block.append('\n').append(label).append(" ".repeat(width - label.length() + 2));
            block.append(by(used.places().get(i)));
        }
        return block.toString();
    }

    private static String callers(OperationUsage used) {
        return used.callers().stream()
                .map(each -> each.consumer() + " ("
                        + Report.counted(each.interactions().size(), "interaction") + ")")
                .collect(Collectors.joining(", "));
    }

    /** What belongs to a response stands below its status. */
    private static String label(PlaceUsage used) {
        Place place = used.place();
        return (place.part() == Part.STATUS || place.status().isEmpty() ? "  " : "    ") + place;
    }

    /** A status is meant exactly unless a rule says otherwise: that needs no word. */
    private static String by(PlaceUsage used) {
        return used.by().stream()
                .map(each -> used.place().part() == Part.STATUS && each.rules().equals(List.of(EQUALITY))
                        ? each.consumer()
                        : each.consumer() + ": " + String.join("; ", each.rules()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public JsonObject json() {
        return JsonObject.builder()
                .put("provider", usage.provider())
                .put("consumers", Report.array(usage.consumers(), JsonString::of))
                .put("interactions", usage.interactions())
                .put("operations", Report.array(usage.operations(), UsageReport::json))
                .build();
    }

    private static JsonObject json(OperationUsage used) {
        return JsonObject.builder()
                .put("operation", used.operation().toString())
                .put("consumers", Report.array(used.callers(), UsageReport::json))
                .put("places", Report.array(used.places(), UsageReport::json))
                .build();
    }

    private static JsonObject json(Caller caller) {
        return JsonObject.builder()
                .put("consumer", caller.consumer())
                .put("interactions", Report.array(caller.interactions(), JsonString::of))
                .build();
    }

    private static JsonObject json(PlaceUsage used) {
        return place(used.place())
                .put("by", Report.array(used.by(), UsageReport::json))
                .build();
    }

    private static JsonObject json(Reliance reliance) {
        return JsonObject.builder()
                .put("consumer", reliance.consumer())
                .put("rules", Report.array(reliance.rules(), JsonString::of))
                .build();
    }

    /** A place as all reports have it. */
    static JsonObject.Builder place(Place place) {
        return JsonObject.builder()
                .put("part", place.part().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .put("status", place.status())
                .put("name", place.name());
    }

    @Override
    public String markdown() {
        MarkdownTable table = new MarkdownTable("operation", "place", "who relies on it");
        for (OperationUsage used : usage.operations()) {
            table.row(used.operation().toString(), "", callers(used));
            used.places().forEach(each -> table.row("", shown(each.place()), by(each)));
        }
        return table + "\n\n" + MarkdownTable.text(summary());
    }

    /** The place with the response that it is in. */
    private static String shown(Place place) {
        return place.part() == Part.STATUS || place.status().isEmpty()
                ? place.toString()
                : place.status() + " " + place;
    }
}
