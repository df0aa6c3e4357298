package dev.contract.core.matching.json;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.PathTree;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RulePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is agreed on the keys of objects, as seen from one place of a document. Immutable.
 *
 * @param agreed what goes on from here
 * @param strict whether objects here and below have no other keys than those that were agreed
 */
public record Keys(PathTree<Agreement> agreed, boolean strict) {

    /** One agreement, on what its path names. */
    public record Agreement(Kind kind, JsonValue example) {}

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

    private static final Keys NONE = new Keys(PathTree.of(List.of()), false);
    private static final Keys NONE_STRICT = new Keys(PathTree.of(List.of()), true);

    /** Nothing is agreed but that objects are strict, or not. */
    public static Keys none(boolean strict) {
        return strict ? NONE_STRICT : NONE;
    }

    public static Keys of(Presence presence, boolean strict) {
        if (presence.isEmpty()) {
            return none(strict);
        }
        List<Map.Entry<RulePath, Agreement>> all = new ArrayList<>();
        presence.optional().forEach((path, example) -> all.add(Map.entry(path, new Agreement(Kind.OPTIONAL, example))));
        presence.nullable().forEach((path, example) -> all.add(Map.entry(path, new Agreement(Kind.NULLABLE, example))));
        presence.strict().forEach(path -> all.add(Map.entry(path, new Agreement(Kind.STRICT, JsonNull.NULL))));
        return at(PathTree.of(all), strict);
    }

    private static Keys at(PathTree<Agreement> place, boolean strict) {
        boolean begins = place.here().stream().anyMatch(each -> each.kind() == Kind.STRICT);
        return new Keys(place, strict || begins);
    }

    /** Whether nothing is agreed from here on but how strict objects are. */
    public boolean isPlain() {
        return !agreed.goesOn();
    }

    public Keys field(String name) {
        return further(agreed.field(name));
    }

    public Keys index(int position) {
        return further(agreed.index(position));
    }

    public Keys otherField() {
        return further(agreed.otherField());
    }

    public Keys otherIndex() {
        return further(agreed.otherIndex());
    }

    private Keys further(PathTree<Agreement> place) {
        return place == agreed ? this : at(place, strict);
    }

    /** The fields of the object here that the example leaves out, by their names. */
    public Map<String, Aside> asides() {
        Map<String, Aside> asides = new LinkedHashMap<>();
        for (String name : agreed.fields()) {
            agreed.named(name).stream()
                    .filter(each -> each.kind() != Kind.STRICT)
                    .map(each -> new Aside(each.example(), each.kind() == Kind.NULLABLE, each.kind() == Kind.NULLABLE))
                    .reduce(Keys::both)
                    .ifPresent(aside -> asides.put(name, aside));
        }
        return asides;
    }

    /** A field that may be absent, and null where it is not. */
    private static Aside both(Aside one, Aside other) {
        return new Aside(one.example(), one.required() && other.required(), one.nullable() || other.nullable());
    }
}
