package dev.contract.core.model;

import dev.contract.core.json.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The generators of one part of an interaction: category, then key, then generator. Keys are as in {@link MatchingRules}.
 *
 * <p>Immutable.
 *
 * @param byCategory no category is present without a key
 * @param unknown categories this model has no place for, as in the file
 */
public record Generators(Map<Category, Map<String, Generator>> byCategory, JsonObject unknown) {
    public static final Generators NONE = new Generators(Map.of(), JsonObject.EMPTY);

    public Generators {
        Map<Category, Map<String, Generator>> copy = new EnumMap<>(Category.class);
        byCategory.forEach((category, keys) -> {
            if (!keys.isEmpty()) {
                copy.put(category, Collections.unmodifiableMap(new LinkedHashMap<>(keys)));
            }
        });
        byCategory = Collections.unmodifiableMap(copy);
    }

    public boolean isEmpty() {
        return byCategory.isEmpty() && unknown.isEmpty();
    }

    /** The generators of a category by key; empty when it has none. */
    public Map<String, Generator> of(Category category) {
        return byCategory.getOrDefault(category, Map.of());
    }

    /** These generators with one set. */
    public Generators with(Category category, String key, Generator generator) {
        Map<Category, Map<String, Generator>> changed = new EnumMap<>(Category.class);
        changed.putAll(byCategory);
        Map<String, Generator> keys = new LinkedHashMap<>(of(category));
        keys.put(key, generator);
        changed.put(category, keys);
        return new Generators(changed, unknown);
    }
}
