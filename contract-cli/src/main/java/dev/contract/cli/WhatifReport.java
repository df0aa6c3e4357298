package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.MarkdownTable;
import dev.contract.compare.MarkdownText;
import dev.contract.compare.edit.Breakage;
import dev.contract.compare.edit.Unjudged;
import dev.contract.compare.edit.Whatif;
import dev.contract.compare.usage.Unread;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Legible;
import dev.contract.core.problem.Location;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who would break if a provider changed. */
record WhatifReport(String provider, Whatif whatif) implements Report {
    @Override
    public String text() {
        return Stream.of(
                        whatif.breaks().stream().map(WhatifReport::block),
                        whatif.unjudged().stream().map(WhatifReport::block),
                        whatif.unread().stream().map(WhatifReport::block),
                        Stream.of(summary()))
                .flatMap(blocks -> blocks)
                .collect(Collectors.joining("\n\n"));
    }

    private static String block(Breakage breakage) {
        Facts facts = new Facts("BREAKS  " + Legible.text(breakage.consumer()) + ": "
                        + breakage.interaction().quoted())
                .add("operation", breakage.operation().toString())
                .add("where", where(breakage.interaction()));
        String name = "differs";
        for (String difference : breakage.differences()) {
            facts.add(name, difference);
            name = "";
        }
        return facts.toString();
    }

    private static String block(Unjudged unjudged) {
        return new Facts("UNKNOWN  " + Legible.text(unjudged.consumer()) + ": "
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
                : whatif.breaks().size() + " of " + all + " would break" + unknown + ": "
                        + Legible.text(String.join(", ", whatif.broken()));
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
                .build();
    }

    private List<JsonObject> unknown() {
        return Stream.concat(
                        whatif.unjudged().stream().map(WhatifReport::json),
                        whatif.unread().stream().map(WhatifReport::json))
                .toList();
    }

    private static JsonObject json(Breakage breakage) {
        return json(breakage.consumer(), breakage.interaction())
                .put("operation", breakage.operation().toString())
                .put("differences", Report.array(breakage.differences(), JsonString::of))
                .build();
    }

    private static JsonObject json(Unjudged unjudged) {
        return json(unjudged.consumer(), unjudged.interaction())
                .put("reason", unjudged.reason())
                .build();
    }

    /** As the others have it, without any of them. */
    private static JsonObject json(Unread unread) {
        return JsonObject.builder()
                .put("consumer", unread.consumer())
                .put("interaction", JsonNull.NULL)
                .put("states", JsonArray.EMPTY)
                .put("where", JsonNull.NULL)
                .put("reason", unread.toString())
                .build();
    }

    private static JsonObject.Builder json(String consumer, Interaction interaction) {
        String where = where(interaction);
        JsonValue place = where == null ? JsonNull.NULL : JsonString.of(where);
        return JsonObject.builder()
                .put("consumer", consumer)
                .put("interaction", interaction.description())
                .put("states", Report.array(interaction.states(), state -> JsonString.of(state.name())))
                .put("where", place);
    }

    @Override
    public String markdown() {
        MarkdownTable table = new MarkdownTable("consumer", "interaction", "operation", "differs");
        whatif.breaks()
                .forEach(each -> table.row(
                        each.consumer(),
                        each.interaction().quoted(),
                        each.operation().toString(),
                        String.join("; ", each.differences())));
        whatif.unjudged()
                .forEach(each ->
                        table.row(each.consumer(), each.interaction().quoted(), "", "unknown: " + each.reason()));
        whatif.unread().forEach(each -> table.row(each.consumer(), "", "", "unknown: " + each));
        return (table.isEmpty() ? "" : table + "\n\n") + MarkdownText.of(summary());
    }
}
