package dev.contract.core.model;

import dev.contract.core.json.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The matching rules of one part of an interaction: category, then key, then group.
 *
 * <p>Keys are path expressions for {@link Category#BODY}, literal names for headers, query and metadata, and {@code ""} for the
 * categories that have only one value. Orders are those of the file. Immutable.
 *
 * @param groups no category is present without a key
 * @param unknown categories this model has no place for, as in the file
 */
public record MatchingRules(Map<Category, Map<String, RuleGroup>> groups, JsonObject unknown) {
    public static final MatchingRules NONE = new MatchingRules(Map.of(), JsonObject.EMPTY);

    public MatchingRules {
        Map<Category, Map<String, RuleGroup>> copy = new EnumMap<>(Category.class);
        groups.forEach((category, keys) -> {
            if (!keys.isEmpty()) {
                copy.put(category, Collections.unmodifiableMap(new LinkedHashMap<>(keys)));
            }
        });
        groups = Collections.unmodifiableMap(copy);
    }

    public boolean isEmpty() {
        return groups.isEmpty() && unknown.isEmpty();
    }

    /** The groups of a category by key; empty when it has none. */
    public Map<String, RuleGroup> of(Category category) {
        return groups.getOrDefault(category, Map.of());
    }

    /** The group of a category that has only one value, such as the path. */
    public Optional<RuleGroup> single(Category category) {
        return Optional.ofNullable(of(category).get(""));
    }

    /** These rules with one group set. */
    public MatchingRules with(Category category, String key, RuleGroup group) {
        Map<Category, Map<String, RuleGroup>> changed = new EnumMap<>(Category.class);
        changed.putAll(groups);
        Map<String, RuleGroup> keys = new LinkedHashMap<>(of(category));
        keys.put(key, group);
        changed.put(category, keys);
        return new MatchingRules(changed, unknown);
    }
}
