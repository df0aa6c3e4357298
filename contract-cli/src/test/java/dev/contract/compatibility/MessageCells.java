package dev.contract.compatibility;

import dev.contract.consumer.MessageWords;
import dev.contract.consumer.message.Message;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SpecVersion;
import io.cucumber.datatable.DataTable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What cells say of a message: contents, metadata, and what may differ from them. */
final class MessageCells {
    private static final Set<String> KNOWN = Set.of("body", "content type", "metadata", "matching rules", "generators");

    /** A name and a value, up to the semicolon before the next name. */
    private static final Pattern ENTRY = Pattern.compile("([\\w-]+)=(.*?)(?:;\\s*(?=[\\w-]+=)|;?\\s*$)");

    private final SpecVersion version;
    private Optional<Content> content = Optional.empty();
    private Optional<String> type = Optional.empty();
    private JsonObject metadata = JsonObject.EMPTY;
    private Optional<String> rules = Optional.empty();
    private Optional<String> generators = Optional.empty();

    MessageCells(SpecVersion version) {
        this.version = version;
    }

    MessageCells content(Content given) {
        content = Optional.of(given);
        return this;
    }

    /** A row, or the rows of a table of two columns as one map. */
    MessageCells row(Map<String, String> cells) {
        if (!KNOWN.containsAll(cells.keySet())) {
            throw new IllegalArgumentException("a column of the table is not known here: " + cells.keySet());
        }
        cell(cells, "body").map(Content::of).ifPresent(this::content);
        type = cell(cells, "content type").or(() -> type);
        rules = cell(cells, "matching rules").or(() -> rules);
        generators = cell(cells, "generators").or(() -> generators);
        cell(cells, "metadata").map(MessageCells::entries).ifPresent(this::metadata);
        return this;
    }

    private static Optional<String> cell(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.get(column)).filter(text -> !text.isBlank());
    }

    /** A table of keys and values. */
    MessageCells metadata(DataTable table) {
        JsonObject.Builder entries = JsonObject.builder();
        table.asMaps().forEach(row -> entries.put(row.get("key"), value(row.get("value"))));
        return metadata(entries.build());
    }

    private MessageCells metadata(JsonObject entries) {
        metadata = metadata.toBuilder().putAll(entries).build();
        return this;
    }

    /** A JSON object, or {@code A=x; B=JSON: {…}}. */
    private static JsonObject entries(String cell) {
        String text = cell.strip();
        if (text.startsWith("{") || text.startsWith("JSON:")) {
            return (JsonObject) JsonReader.read(text.replaceFirst("^JSON:", ""));
        }
        JsonObject.Builder entries = JsonObject.builder();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            entries.put(entry.group(1), value(entry.group(2).strip()));
        }
        return entries.build();
    }

    /** {@code JSON: 100.5}, or a text. */
    static JsonValue value(String cell) {
        return cell.startsWith("JSON:") ? JsonReader.read(cell.substring(5)) : JsonString.of(cell);
    }

    /** Says all this in the words of a consumer's test, but for the rules and generators: tests have other words for them. */
    <B extends MessageWords<B>> B in(B words) {
        metadata.forEach(words::withMetadata);
        content.ifPresent(each -> words.withContent(type(each), each.body().bytes()));
        return words;
    }

    private String type(Content given) {
        return type.orElseGet(
                () -> given.body().contentType().orElse(ContentType.TEXT).toString());
    }

    /** A message that was declared in words, with the rules and generators of the cells. */
    MessagePart ruled(MessagePart declared) {
        if (rules.isEmpty() && generators.isEmpty()) {
            return declared;
        }
        Rules read = Rules.read(version, rules, generators);
        return new MessagePart(
                declared.contents(), declared.metadata(), read.matching(), read.generators(), declared.extra());
    }

    /** The contents and their type, as a provider would send them. */
    Body contents() {
        return content.map(each -> each.body().withContentType(ContentType.of(type(each))))
                .orElse(Body.MISSING);
    }

    JsonObject metadata() {
        return metadata;
    }

    void checkFreshMetadata(String name, String kind, Message received) {
        GeneratedKind.check(
                kind,
                received.metadata().get(name).orElseThrow(),
                metadata.get(name).orElseThrow());
    }

    void checkFreshContents(String path, String kind, Message received) {
        GeneratedKind.check(
                kind,
                JsonPlace.of(path, received.contents()),
                JsonPlace.of(path, content.orElseThrow().body()));
    }
}
