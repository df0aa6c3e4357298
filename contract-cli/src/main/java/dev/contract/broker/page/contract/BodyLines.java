package dev.contract.broker.page.contract;

import dev.contract.broker.page.contract.Exchange.Content;
import dev.contract.broker.page.contract.Exchange.Line;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays a body out in lines: JSON value by value with its rules, other text as it stands, and of everything else how much it is. */
final class BodyLines {
    private static final int MOST_LINES = 300;

    private final Allowance allowance;
    private final PlacedRules rules;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Token> place = new ArrayDeque<>();
    private boolean cut;

    private BodyLines(Allowance allowance, PlacedRules rules) {
        this.allowance = allowance;
        this.rules = rules;
    }

    /** The body; null where nothing is said of it. */
    static @Nullable Content of(
            Body body, Optional<ContentType> header, MatchingRules rules, Generators generators, Allowance allowance) {
        if (body.isMissing()) {
            return null;
        }
        BodyLines layout = new BodyLines(allowance, new PlacedRules(rules, generators));
        Optional<ContentType> type = ContentTypeDetection.typeOf(body, header.orElse(null));
        layout.lay(body, type);
        return new Content(kind(body, type), layout.lines, layout.rules.elsewhere(allowance), layout.cut);
    }

    private static String kind(Body body, Optional<ContentType> type) {
        return switch (body.state()) {
            case MISSING -> "";
            case NULL -> "null";
            case EMPTY -> "empty";
            case PRESENT -> type.map(each -> each.base() + ", ").orElse("") + size(body.bytes().length);
        };
    }

    private static String size(int bytes) {
        return bytes == 1 ? "1 byte" : String.format("%,d bytes", bytes);
    }

    private void lay(Body body, Optional<ContentType> type) {
        Optional<JsonValue> json = json(body, type);
        if (json.isPresent()) {
            value("", json.get(), "");
        } else if (body.isPresent() && type.map(BodyLines::isText).orElse(false)) {
            text(body.text(type.get().charset()));
        }
    }

    private static Optional<JsonValue> json(Body body, Optional<ContentType> type) {
        return type.filter(ContentType::isJson).isPresent() ? body.readJson() : body.json();
    }

    private static boolean isText(ContentType type) {
        return type.isText() || type.isXml() || type.isForm();
    }

    private void text(String text) {
        text.lines().limit(MOST_LINES + 1L).forEach(line -> add("", line, "text", "", new Said()));
    }

    private void value(String name, JsonValue value, String end) {
        Said said = rules.at(List.copyOf(place));
        if (value instanceof JsonObject object && !object.isEmpty()) {
            add(name, "{", "bracket", "", said);
            for (int i = 0; i < object.size() && !cut; i++) {
                String key = object.nameAt(i);
                inside(new RulePath.Field(key), quoted(key) + ": ", object.valueAt(i), i == object.size() - 1);
            }
            close("}", end);
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            add(name, "[", "bracket", "", said);
            for (int i = 0; i < array.size() && !cut; i++) {
                inside(new RulePath.Index(i), "", array.get(i), i == array.size() - 1);
            }
            close("]", end);
        } else {
            add(name, value.toJson(), kind(value), end, said);
        }
    }

    private void inside(Token step, String name, JsonValue value, boolean last) {
        place.addLast(step);
        value(name, value, last ? "" : ",");
        place.removeLast();
    }

    private void close(String bracket, String end) {
        if (!cut) {
            add("", bracket, "bracket", end, new Said());
        }
    }

    private static String quoted(String key) {
        return JsonString.of(key).toJson();
    }

    private static String kind(JsonValue value) {
        return switch (value.kind()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN, NULL -> "literal";
            case OBJECT, ARRAY -> "bracket";
        };
    }

    private void add(String name, String value, String kind, String end, Said said) {
        if (lines.size() == MOST_LINES || !allowance.takesLine()) {
            allowance.exceed();
            cut = true;
            return;
        }
        lines.add(new Line(place.size(), allowance.cut(name), allowance.cut(value), kind, end, said.within(allowance)));
    }
}
