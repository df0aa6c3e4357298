package dev.contract.openapi.yaml;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One reading of a text, event by event: the library's own trees know no places of scalars and compute aliases away. Used once.
 *
 * <p>A class of its own, so that {@link YamlReader} loads without the library.
 */
final class EventReader {
    private static final int MOST_VALUES = 1_000_000;
    private static final String MERGE = "<<";

    private final String source;
    private final JsonLimits limits;
    private final ParserImpl parser;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;
    private int depth;

    /** How deep the value that is being read has gone so far, aliases followed. */
    private int deepest;

    /**
     * A value that aliases may stand for.
     *
     * @param values how many it is made of
     * @param levels how many there are inside each other
     */
    private record Anchored(JsonValue value, int values, int levels) {}

    EventReader(String source, String text, JsonLimits limits) {
        this.source = source;
        this.limits = limits;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.bytes());
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    JsonDocument document() {
        try {
            return new JsonDocument(root(), problems);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            Location place = mark == null ? Location.of(source) : place(mark);
            throw new YamlSyntaxException(place, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new YamlSyntaxException(
                    Location.of(source),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private JsonValue root() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw new YamlSyntaxException(Location.of(source), "the text is empty");
        }
        parser.getEvent();
        JsonValue root = value(parser.getEvent());
        parser.getEvent();
        Event end = parser.getEvent();
        if (!end.is(Event.ID.StreamEnd)) {
            throw fault(end, "a second document", "keep one document in a file");
        }
        return root;
    }

    private JsonValue value(Event event) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        int before = values;
        int outside = deepest;
        deepest = depth;
        count(event, 1);
        JsonValue value = fresh(event).at(place(event));
        String anchor = event instanceof NodeEvent node ? node.getAnchor() : null;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, values - before, deepest - depth));
        }
        deepest = Math.max(outside, deepest);
        return value;
    }

    private JsonValue fresh(Event event) {
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> nested(event, this::sequence);
            case MappingStart -> nested(event, this::mapping);
            case Alias, Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw new IllegalStateException("the parser let " + event + " through");
        };
    }

    private interface Nested {
        JsonValue read();
    }

    private JsonValue nested(Event event, Nested reader) {
        reach(event, ++depth);
        JsonValue value = reader.read();
        depth--;
        return value;
    }

    private void reach(Event event, int level) {
        deepest = Math.max(deepest, level);
        if (level > limits.depth()) {
            throw fault(
                    event,
                    "mappings and sequences inside each other, more than " + limits.depth() + " levels deep",
                    "make the document flatter");
        }
    }

    /** A tag of one's own makes no object here; a text that is tagged or quoted is a text. */
    private static JsonValue scalar(ScalarEvent scalar) {
        boolean isPlain = scalar.isPlain() && scalar.getTag() == null;
        return isPlain ? PlainScalar.of(scalar.getValue()) : JsonString.of(scalar.getValue());
    }

    private JsonValue sequence() {
        List<JsonValue> elements = new ArrayList<>();
        for (Event event = parser.getEvent(); !event.is(Event.ID.SequenceEnd); event = parser.getEvent()) {
            elements.add(value(event));
        }
        return JsonArray.of(elements);
    }

    private JsonValue mapping() {
        Map<String, JsonValue> own = new LinkedHashMap<>();
        JsonObject.Builder merged = JsonObject.builder();
        for (Event event = parser.getEvent(); !event.is(Event.ID.MappingEnd); event = parser.getEvent()) {
            String name = name(event);
            JsonValue value = value(parser.getEvent());
            if (name.equals(MERGE) && ((ScalarEvent) event).isPlain()) {
                merge(merged, value, event);
            } else if (own.put(name, value) != null) {
                problems.add(duplicate(name, event));
            }
        }
        own.forEach(merged::put);
        return merged.build();
    }

    private String name(Event event) {
        if (event instanceof ScalarEvent scalar && scalar.getAnchor() == null) {
            count(event, 1);
            return scalar.getValue();
        }
        throw fault(event, "a name that is no plain text", "write names as texts, without anchors and aliases");
    }

    /** What the mapping itself says wins, and of several merged ones the first. */
    private void merge(JsonObject.Builder merged, JsonValue value, Event at) {
        List<JsonValue> parts = value.asArray().map(JsonArray::elements).orElse(List.of(value));
        for (int i = parts.size() - 1; i >= 0; i--) {
            JsonObject part = parts.get(i)
                    .asObject()
                    .orElseThrow(() -> fault(at, "<< with something that is no mapping", "merge mappings only"));
            count(at, part.size());
            merged.putAll(part);
        }
    }

    private JsonValue aliased(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw fault(
                    alias,
                    "the alias *" + alias.getAnchor() + " for something that is not complete at this place",
                    "put the anchor &" + alias.getAnchor() + " before the alias, and not around it");
        }
        count(alias, anchored.values());
        reach(alias, depth + anchored.levels());
        return anchored.value();
    }

    private void count(Event at, int more) {
        values += more;
        if (values > MOST_VALUES) {
            throw fault(
                    at,
                    "more than " + MOST_VALUES + " values, those counted that aliases stand for",
                    "make the document smaller: such limits protect everyone who reads it");
        }
    }

    private Problem duplicate(String name, Event event) {
        return Problem.error("CONTRACT-YAML", "the name " + Quoted.text(name) + " stands twice in one mapping")
                .at(place(event))
                .found("the second of them")
                .mend("remove one of the two");
    }

    private YamlSyntaxException fault(Event event, String reason, String mend) {
        return new YamlSyntaxException(place(event), reason, mend);
    }

    private Location place(Event event) {
        Mark mark = event.getStartMark();
        return mark == null ? Location.of(source) : place(mark);
    }

    private Location place(Mark mark) {
        return new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
