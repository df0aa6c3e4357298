package dev.contract.core.format;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names of categories, and the keys of rules and generators below them. */
final class Categories {
    static final String USE = "use method, path, query, header, status, body or metadata";

    private Categories() {}

    static Optional<Category> named(String name) {
        return switch (name) {
            case "content" -> Optional.of(Category.BODY);
            case "headers" -> Optional.of(Category.HEADER);
            default -> {
                for (Category category : Category.values()) {
                    if (category.text().equals(name)) {
                        yield Optional.of(category);
                    }
                }
                yield Optional.empty();
            }
        };
    }

    /** What to write in place of a name that is no category. */
    static String meant(String name) {
        List<String> names =
                Arrays.stream(Category.values()).map(Category::text).toList();
        return NearNames.didYouMean(name, names, USE);
    }

    /** Keys of metadata may be written as paths, {@code $.name}; keys of all else are taken as they stand. */
    static String key(Category category, String written) {
        return category == Category.METADATA && written.startsWith("$")
                ? single(written).orElse(written)
                : written;
    }

    /** The name, if the path is one step below the root. */
    static Optional<String> single(String path) {
        return RulePath.parse(path)
                .filter(parsed -> parsed.tokens().size() == 1)
                .map(parsed -> parsed.tokens().get(0))
                .flatMap(token -> token instanceof RulePath.Field field ? Optional.of(field.name()) : Optional.empty());
    }

    /** One category has several names, and so has one key: what stands there a second time has no effect, and is not kept. */
    static Problem twice(String code, String what, Category category, String key) {
        String place = category.text() + (key.isEmpty() ? "" : " " + Quoted.text(key));
        return Problem.warning(code, what + " stand twice for one value, so the second ones do not count")
                .found("those of " + place)
                .mend("leave out the ones or the others");
    }

    static void checkPath(String path, JsonValue place, Findings findings) {
        if (RulePath.parse(path).isEmpty()) {
            findings.add(
                    place,
                    Problem.error(Findings.RULE, "a path cannot be read, so what stands under it cannot be applied")
                            .found(Quoted.text(path))
                            .mend("write paths such as $.name, $['a name'], $.list[0] or $.list[*].name"));
        }
    }
}
