package dev.contract.compare.usage;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.rule.ArrayContainsRule;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an expected body that a consumer relies on, each with its rules in words. They are those that {@code matching} would look
 * at: of an object whose keys are data no key counts, and below rules for keys only that what has rules of its own.
 *
 * <p>A body that is no JSON, and a value that is held against a schema, is relied on with all that may be in it. Used once.
 */
final class BodyFields {
    private final Presence presence;
    private final BiConsumer<Relied, String> found;

    private BodyFields(Presence presence, BiConsumer<Relied, String> found) {
        this.presence = presence;
        this.found = found;
    }

    /**
     * Finds the fields of an expected body; none when it demands nothing, or that nothing comes.
     *
     * @param declared its type by a header; null when there is none
     * @param body with its optional fields
     * @param presence what is agreed on these
     * @param known the root of such bodies
     * @param found takes fields and the rules by which they are relied on, in words
     */
    static void read(
            Body body,
            @Nullable ContentType declared,
            Map<String, RuleGroup> rules,
            Presence presence,
            Relied known,
            BiConsumer<Relied, String> found) {
        if (!body.isPresent()) {
            return;
        }
        RuleState root = PathSelection.compile(rules, problem -> {});
        Optional<JsonValue> json = ActualBody.of(body, declared).json();
        boolean asBytes = root.selected() != null && root.selected().judgesAnyBody();
        if (json.isEmpty() || asBytes) {
            known.wholly();
            found.accept(known, RuleWords.of(root.selected()));
        } else {
            new BodyFields(presence, found).walk(json.get(), root, known);
        }
    }

    private void walk(JsonValue example, RuleState state, Relied place) {
        if (!state.acceptsAnything()) {
            tell(example, state.selected(), place);
        }
        if (state.acceptsAnything() && !state.hasDeeperRules()) {
            return;
        }
        if (example instanceof JsonObject object) {
            object(object, state, place);
        } else if (example instanceof JsonArray array) {
            array(array, state, place);
        }
    }

    private void tell(JsonValue example, @Nullable Rules rules, Relied place) {
        boolean bySchema = isBySchema(rules);
        if (bySchema) {
            place.wholly();
        }
        boolean ofRoot = rules != null && place.path().tokens().isEmpty();
        if (bySchema || ofRoot || !example.isContainer() || Place.isNamed(place.path())) {
            found.accept(place, words(example, rules, place.path()));
        }
    }

    private static boolean isBySchema(@Nullable Rules rules) {
        return rules != null
                && rules.written().stream().anyMatch(rule -> rule.attributes().has("schema"));
    }

    /** An object without rules is one of the same keys, and these are told for themselves. */
    private String words(JsonValue example, @Nullable Rules rules, RulePath path) {
        String words = rules == null && example instanceof JsonObject ? "object" : RuleWords.of(rules);
        return words
                + (agreed(presence.nullable(), path) ? " or null" : "")
                + (agreed(presence.optional(), path) ? ", optional" : "");
    }

    private static boolean agreed(Map<RulePath, JsonValue> paths, RulePath path) {
        return !paths.isEmpty() && paths.keySet().stream().anyMatch(each -> Place.isPath(each.tokens(), path.tokens()));
    }

    private void object(JsonObject object, RuleState state, Relied place) {
        Rules rules = state.selected();
        boolean keysAreData = rules != null && rules.judgesMaps();
        object.forEach(
                (name, value) -> walk(value, state.field(name), keysAreData ? place.entry() : place.field(name)));
    }

    private void array(JsonArray array, RuleState state, Relied place) {
        Rules rules = state.selected();
        Relied element = place.element();
        Optional<ArrayContainsRule> contains = rules == null ? Optional.empty() : rules.find(ArrayContainsRule.class);
        if (contains.isEmpty()) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), state.index(i), element);
            }
            return;
        }
        for (ArrayContainsRule.Variant variant : contains.get().variants()) {
            if (variant.index() >= 0 && variant.index() < array.size()) {
                walk(array.get(variant.index()), PathSelection.compile(variant.rules(), problem -> {}), element);
            }
        }
        if (contains.get().variants().isEmpty()) {
            RuleState equal = PathSelection.compile(Map.of(), problem -> {});
            array.forEach(each -> walk(each, equal, element));
        }
    }
}
