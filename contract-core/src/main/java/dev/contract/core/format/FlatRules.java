package dev.contract.core.format;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Category;
import dev.contract.core.model.RulePath;
import java.util.List;
import java.util.Optional;

/** The layout of version 2: {@code $.body.items}, {@code $.headers.Accept}, {@code $.query['a b']}, {@code $.path}. */
final class FlatRules {
    /** Category and key that a flat path stands for. */
    record Place(Category category, String key) {}

    /** Test data of the specification says {@code headers}, other writers {@code header}. */
    private record Prefix(String text, Category category) {}

    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("$.body", Category.BODY),
            new Prefix("$.headers", Category.HEADER),
            new Prefix("$.header", Category.HEADER),
            new Prefix("$.query", Category.QUERY),
            new Prefix("$.path", Category.PATH),
            new Prefix("$.status", Category.STATUS),
            new Prefix("$.method", Category.METHOD));

    private FlatRules() {}

    static boolean isFlat(JsonObject rules) {
        return !rules.isEmpty() && rules.nameAt(0).startsWith("$");
    }

    static Optional<Place> place(String path) {
        return PREFIXES.stream()
                .filter(prefix -> stands(prefix.text(), path))
                .findFirst()
                .flatMap(prefix ->
                        place(prefix.category(), path.substring(prefix.text().length())));
    }

    private static boolean stands(String prefix, String path) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || ".[".indexOf(path.charAt(prefix.length())) >= 0);
    }

    private static Optional<Place> place(Category category, String rest) {
        if (category == Category.BODY) {
            return Optional.of(new Place(category, "$" + rest));
        }
        if (category.isSingle()) {
            return rest.isEmpty() ? Optional.of(new Place(category, "")) : Optional.empty();
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Place(category, name(rest)));
    }

    /** A name that follows the grammar, else whatever stands there: a query may be called {@code ids[]}. */
    private static String name(String rest) {
        return Categories.single("$" + rest).orElseGet(() -> rest.startsWith(".") ? rest.substring(1) : rest);
    }

    /** Whether a key has a flat path that reads back as the same key. */
    static boolean canWrite(Category category, String key) {
        return path(category, key)
                .flatMap(FlatRules::place)
                .filter(new Place(category, key)::equals)
                .isPresent();
    }

    /** The flat path of a key; empty when this layout has none for it. */
    static Optional<String> path(Category category, String key) {
        return switch (category) {
            case BODY -> key.startsWith("$") ? Optional.of("$.body" + key.substring(1)) : Optional.empty();
            case HEADER -> Optional.of("$.headers" + RulePath.step(key));
            case QUERY -> Optional.of("$.query" + RulePath.step(key));
            case PATH, STATUS, METHOD -> Optional.of("$." + category.text());
            case METADATA -> Optional.empty();
        };
    }
}
