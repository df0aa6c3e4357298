package dev.contract.core.matching.json;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is agreed on the keys of objects, as seen from one place of a document. Immutable.
 *
 * @param entries what goes on from here
 * @param depth steps from the root
 * @param strict whether objects here and below have no other keys than those that were agreed
 */
public record Keys(List<Entry> entries, int depth, boolean strict) {

    /** One agreement. */
    public record Entry(List<Token> tokens, Kind kind, JsonValue example) {}

    public enum Kind {
        OPTIONAL,
        NULLABLE,
        STRICT
    }

    /**
     * A field that the example of the file does not have.
     *
     * @param required whether it has to be there nevertheless
     */
    public record Aside(JsonValue example, boolean required, boolean nullable) {}

    public Keys {
        entries = List.copyOf(entries);
    }

    /** Nothing is agreed but that objects are strict, or not. */
    public static Keys none(boolean strict) {
        return new Keys(List.of(), 0, strict);
    }

    public static Keys of(Presence presence, boolean strict) {
        List<Entry> entries = new ArrayList<>();
        add(entries, Kind.OPTIONAL, presence.optional());
        add(entries, Kind.NULLABLE, presence.nullable());
        for (RulePath path : presence.strict()) {
            entries.add(new Entry(path.tokens(), Kind.STRICT, JsonNull.NULL));
        }
        return at(entries, 0, strict);
    }

    private static void add(List<Entry> entries, Kind kind, Map<RulePath, JsonValue> examples) {
        examples.forEach((path, example) -> entries.add(new Entry(path.tokens(), kind, example)));
    }

    private static Keys at(List<Entry> entries, int depth, boolean strict) {
        boolean begins = entries.stream()
                .anyMatch(entry -> entry.kind() == Kind.STRICT && entry.tokens().size() == depth);
        List<Entry> further =
                entries.stream().filter(entry -> entry.tokens().size() > depth).toList();
        return new Keys(further, depth, strict || begins);
    }

    /** Whether nothing is agreed from here on but how strict objects are. */
    public boolean isPlain() {
        return entries.isEmpty();
    }

    public Keys field(String name) {
        return next(token -> token instanceof AnyEntry
                || (token instanceof Field field && field.name().equals(name)));
    }

    public Keys index(int position) {
        return next(token -> token instanceof AnyEntry
                || token instanceof AnyIndex
                || (token instanceof Index index && index.position() == position));
    }

    public Keys otherField() {
        return next(AnyEntry.class::isInstance);
    }

    public Keys otherIndex() {
        return next(token -> token instanceof AnyEntry || token instanceof AnyIndex);
    }

    private Keys next(Predicate<Token> taken) {
        if (entries.isEmpty()) {
            return this;
        }
        List<Entry> reaching = entries.stream()
                .filter(entry -> taken.test(entry.tokens().get(depth)))
                .toList();
        return at(reaching, depth + 1, strict);
    }

    /** The fields of the object here that the example leaves out, by their names. */
    public Map<String, Aside> asides() {
        Map<String, Aside> asides = new LinkedHashMap<>();
        for (Entry entry : entries) {
            boolean ends = entry.kind() != Kind.STRICT && entry.tokens().size() == depth + 1;
            if (ends && entry.tokens().get(depth) instanceof Field field) {
                Aside aside = new Aside(entry.example(), entry.kind() == Kind.NULLABLE, entry.kind() == Kind.NULLABLE);
                asides.merge(field.name(), aside, Keys::both);
            }
        }
        return asides;
    }

    /** A field that may be absent, and null where it is not. */
    private static Aside both(Aside one, Aside other) {
        return new Aside(one.example(), one.required() && other.required(), one.nullable() || other.nullable());
    }
}
