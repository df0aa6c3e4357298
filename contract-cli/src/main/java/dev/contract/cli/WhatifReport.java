package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.MarkdownTable;
import dev.contract.compare.MarkdownText;
import dev.contract.compare.edit.Breakage;
import dev.contract.compare.edit.Difference;
import dev.contract.compare.edit.Unjudged;
import dev.contract.compare.edit.Whatif;
import dev.contract.compare.usage.Ignored;
import dev.contract.compare.usage.Unread;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Legible;
import dev.contract.core.problem.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who would break if a provider changed.
 *
 * @param ignored what consumers send and a new document does not know any more; empty without a new document
 */
record WhatifReport(String provider, Whatif whatif, Optional<List<Ignored>> ignored) implements Report {
    private static final String IGNORED =
            "Consumers send these, and the new document does not know them any more; nothing breaks by that alone:";
    private static final String NOT_COMPARED =
            "Not compared: bounds, patterns and values of answers, and of requests all but their examples.";

    @Override
    public String text() {
        return Stream.of(
                        whatif.breaks().stream().map(WhatifReport::block),
                        whatif.unjudged().stream().map(WhatifReport::block),
                        whatif.unread().stream().map(WhatifReport::block),
                        notes(),
                        Stream.of(summary()))
                .flatMap(blocks -> blocks)
                .collect(Collectors.joining("\n\n"));
    }

    private Stream<String> notes() {
        return ignored.stream()
                .flatMap(all -> all.isEmpty()
                        ? Stream.of(NOT_COMPARED)
                        : Stream.of(
                                IGNORED
                                        + all.stream()
                                                .map(each -> "\n  " + Legible.text(each.toString()))
                                                .collect(Collectors.joining()),
                                NOT_COMPARED));
    }

    private static String block(Breakage breakage) {
        Facts facts = new Facts("BREAKS  " + Legible.text(named(breakage.contract())) + ": "
                        + breakage.interaction().quoted())
                .add("operation", breakage.operation().toString())
                .add("where", where(breakage.interaction()));
        String name = "differs";
        for (Difference difference : breakage.differences()) {
            facts.add(name, told(difference));
            name = "";
        }
        return facts.toString();
    }

    /** What is certain, and what the provider may do and need not. */
    private static String told(Difference difference) {
        return difference.sentence()
                + (difference.isPossible()
                        ? " (perhaps " + difference.by().get(0).alteration() + ")"
                        : "");
    }

    /** The consumer with its version, where a broker has given that to the contract. */
    private static String named(Contract contract) {
        return contract.consumer()
                + version(contract).map(number -> " " + number).orElse("");
    }

    private static Optional<String> version(Contract contract) {
        return contract.extra()
                .object("_links")
                .flatMap(links -> links.object("pb:consumer-version"))
                .flatMap(link -> link.string("name"));
    }

    private static String block(Unjudged unjudged) {
        return new Facts("UNKNOWN  " + Legible.text(named(unjudged.contract())) + ": "
                        + unjudged.interaction().quoted())
                .add("where", where(unjudged.interaction()))
                .add("reason", unjudged.reason())
                .toString();
    }

    private static String block(Unread unread) {
        return new Facts("UNKNOWN  " + Legible.text(unread.consumer()))
                .add("reason", Legible.text(unread.toString()))
                .toString();
    }

    private static @Nullable String where(Interaction interaction) {
        Location location = interaction.annotations().location();
        return location == null ? null : location.toString();
    }

    private String summary() {
        String all = Console.counted(whatif.interactions(), "interaction") + " of "
                + Console.counted(whatif.consumers().size(), "consumer") + " with " + provider;
        String unknown = whatif.unknown() == 0
                ? ""
                : ", and of " + whatif.unknown() + " nothing can be said"
                        + (whatif.unread().isEmpty() ? " without running them" : "");
        return whatif.breaks().isEmpty()
                ? (unknown.isEmpty() ? "Nobody would break" : "None is known to break") + ": " + all + unknown
                : whatif.breaks().size() + " of " + all + " would break" + unknown + ": " + Legible.text(broken());
    }

    /** {@code app 1, 2; web 7}, and without versions {@code app, web}. */
    private String broken() {
        Map<String, Set<String>> versions = new TreeMap<>();
        whatif.breaks().forEach(each -> versions.computeIfAbsent(each.consumer(), any -> new LinkedHashSet<>())
                .addAll(version(each.contract()).stream().toList()));
        boolean areKnown = versions.values().stream().anyMatch(each -> !each.isEmpty());
        return versions.entrySet().stream()
                .map(each -> (each.getKey() + " " + String.join(", ", each.getValue())).strip())
                .collect(Collectors.joining(areKnown ? "; " : ", "));
    }

    @Override
    public JsonObject json() {
        return JsonObject.builder()
                .put("provider", provider)
                .put("interactions", whatif.interactions())
                .put("consumers", Report.array(whatif.consumers(), JsonString::of))
                .put("breaking", !whatif.breaks().isEmpty())
                .put("breaks", Report.array(whatif.breaks(), WhatifReport::json))
                .put("unknown", JsonArray.of(unknown()))
                .put("ignored", Report.array(ignored.orElse(List.of()), WhatifReport::json))
                .build();
    }

    private List<JsonObject> unknown() {
        return Stream.concat(
                        whatif.unjudged().stream().map(WhatifReport::json),
                        whatif.unread().stream().map(WhatifReport::json))
                .toList();
    }

    private static JsonObject json(Breakage breakage) {
        return json(breakage.contract(), breakage.interaction())
                .put("operation", breakage.operation().toString())
                .put("differences", Report.array(breakage.differences(), WhatifReport::json))
                .build();
    }

    /** In the words of the report of a verification. */
    private static JsonObject json(Difference difference) {
        return JsonObject.builder()
                .put("attribute", difference.kind())
                .put("identifier", difference.where())
                .put("description", difference.sentence())
                .put("by", Report.array(difference.by(), edit -> JsonString.of(edit.toString())))
                .build();
    }

    private static JsonObject json(Ignored ignored) {
        return UnusedReport.json(ignored.what())
                .put("consumers", Report.array(ignored.consumers(), JsonString::of))
                .build();
    }

    private static JsonObject json(Unjudged unjudged) {
        return json(unjudged.contract(), unjudged.interaction())
                .put("reason", unjudged.reason())
                .build();
    }

    /** As the others have it, without any of them. */
    private static JsonObject json(Unread unread) {
        return JsonObject.builder()
                .put("consumer", unread.consumer())
                .put("version", JsonNull.NULL)
                .put("interaction", JsonNull.NULL)
                .put("states", JsonArray.EMPTY)
                .put("where", JsonNull.NULL)
                .put("reason", unread.toString())
                .build();
    }

    private static JsonObject.Builder json(Contract contract, Interaction interaction) {
        String where = where(interaction);
        JsonValue place = where == null ? JsonNull.NULL : JsonString.of(where);
        return JsonObject.builder()
                .put("consumer", contract.consumer())
                .put("version", version(contract).<JsonValue>map(JsonString::of).orElse(JsonNull.NULL))
                .put("interaction", interaction.description())
                .put("states", Report.array(interaction.states(), state -> JsonString.of(state.name())))
                .put("where", place);
    }

    @Override
    public String markdown() {
        MarkdownTable table = new MarkdownTable("consumer", "interaction", "operation", "differs");
        whatif.breaks()
                .forEach(each -> table.row(
                        named(each.contract()),
                        each.interaction().quoted(),
                        each.operation().toString(),
                        each.differences().stream().map(WhatifReport::told).collect(Collectors.joining("; "))));
        whatif.unjudged()
                .forEach(each -> table.row(
                        named(each.contract()), each.interaction().quoted(), "", "unknown: " + each.reason()));
        whatif.unread().forEach(each -> table.row(each.consumer(), "", "", "unknown: " + each));
        List<Ignored> gone = ignored.orElse(List.of());
        String notes = (gone.isEmpty() ? "" : IGNORED + "\n")
                + gone.stream()
                        .map(each -> "\n- " + MarkdownText.of(each.toString()))
                        .collect(Collectors.joining())
                + (gone.isEmpty() ? "" : "\n\n")
                + (ignored.isEmpty() ? "" : NOT_COMPARED + "\n\n");
        return (table.isEmpty() ? "" : table + "\n\n") + notes + MarkdownText.of(summary());
    }
}
