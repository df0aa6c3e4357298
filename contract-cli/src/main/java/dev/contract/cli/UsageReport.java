package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.MarkdownTable;
import dev.contract.compare.MarkdownText;
import dev.contract.compare.usage.Caller;
import dev.contract.compare.usage.OperationUsage;
import dev.contract.compare.usage.Part;
import dev.contract.compare.usage.Place;
import dev.contract.compare.usage.PlaceUsage;
import dev.contract.compare.usage.Reliance;
import dev.contract.compare.usage.Unread;
import dev.contract.compare.usage.Usage;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.Legible;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who relies on what of a provider. */
record UsageReport(Usage usage) implements Report {
    private static final String EQUALITY = "equality";

    @Override
    public String text() {
        return Stream.of(
                        usage.operations().stream().map(UsageReport::block),
                        notes(usage.unread()).map(Legible::text),
                        Stream.of(summary()))
                .flatMap(blocks -> blocks)
                .collect(Collectors.joining("\n\n"));
    }

    /** What all reports say where interactions could not be read. */
    static Stream<String> notes(List<Unread> unread) {
        return unread.stream().map(each -> each + ", and not counted");
    }

    static JsonArray json(List<Unread> unread) {
        return Report.array(unread, each -> JsonObject.builder()
                .put("consumer", each.consumer())
                .put("interactions", each.interactions())
                .build());
    }

    /** In front of the summary. */
    static String markdown(List<Unread> unread) {
        return notes(unread).map(each -> MarkdownText.of(each) + "\n\n").collect(Collectors.joining());
    }

    private String summary() {
        return Console.counted(usage.operations().size(), "operation") + " of " + usage.provider() + ": "
                + Console.counted(usage.consumers().size(), "consumer") + ", "
                + Console.counted(usage.interactions(), "interaction")
                + (crowds().allMatch(Crowd::isNamed) ? "" : "; -o json names all of them");
    }

    private Stream<Crowd> crowds() {
        return usage.operations().stream()
                .flatMap(used -> Stream.concat(
                        Stream.of(callers(used)), used.places().stream().map(UsageReport::by)));
    }

    private static String block(OperationUsage used) {
        List<String> labels = used.places().stream()
                .map(UsageReport::label)
                .map(Legible::text)
                .toList();
        int width = labels.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder block = new StringBuilder(Legible.text(used.operation() + "  " + callers(used)));
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            block.append('\n').append(label).append(" ".repeat(width - label.length() + 2));
            block.append(Legible.text(by(used.places().get(i)).toString()));
        }
        return block.toString();
    }

    /** Those who ask equally often together. */
    private static Crowd callers(OperationUsage used) {
        Map<Integer, List<String>> byInteractions = used.callers().stream()
                .collect(Collectors.groupingBy(
                        each -> each.interactions().size(),
                        TreeMap::new,
                        Collectors.mapping(Caller::consumer, Collectors.toList())));
        Crowd crowd = new Crowd();
        byInteractions.forEach((number, consumers) -> {
            String asked = Console.counted(number, "interaction");
            crowd.add(consumers, " (" + asked + ")", " with " + asked + " each");
        });
        return crowd;
    }

    /** What belongs to a response stands below its status. */
    private static String label(PlaceUsage used) {
        Place place = used.place();
        return (place.part() == Part.STATUS || place.status().isEmpty() ? "  " : "    ") + place;
    }

    /** A status is meant exactly unless a rule says otherwise: that needs no word. */
    private static Crowd by(PlaceUsage used) {
        Crowd crowd = new Crowd();
        for (Reliance each : used.by()) {
            boolean isPlain = used.place().part() == Part.STATUS && each.rules().equals(List.of(EQUALITY));
            String rules = isPlain ? "" : ": " + String.join(" and ", each.rules());
            crowd.add(each.consumers(), rules, rules);
        }
        return crowd;
    }

    @Override
    public JsonObject json() {
        return JsonObject.builder()
                .put("provider", usage.provider())
                .put("consumers", Report.array(usage.consumers(), JsonString::of))
                .put("interactions", usage.interactions())
                .put("operations", Report.array(usage.operations(), UsageReport::json))
                .put("unread", json(usage.unread()))
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
        List<JsonObject> by = used.by().stream()
                .flatMap(UsageReport::json)
                .sorted(Comparator.comparing(each -> each.string("consumer").orElseThrow()))
                .toList();
        return place(used.place()).put("by", JsonArray.of(by)).build();
    }

    private static Stream<JsonObject> json(Reliance reliance) {
        JsonArray rules = Report.array(reliance.rules(), JsonString::of);
        return reliance.consumers().stream().map(consumer -> JsonObject.builder()
                .put("consumer", consumer)
                .put("rules", rules)
                .build());
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
            table.row(used.operation().toString(), "", callers(used).toString());
            used.places().forEach(each -> table.row("", shown(each.place()), by(each).toString()));
        }
        return table + "\n\n" + markdown(usage.unread()) + MarkdownText.of(summary());
    }

    /** The place with the response that it is in. */
    private static String shown(Place place) {
        return place.part() == Part.STATUS || place.status().isEmpty()
                ? place.toString()
                : place.status() + " " + place;
    }
}
