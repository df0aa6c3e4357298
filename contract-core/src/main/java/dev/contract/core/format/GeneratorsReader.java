package dev.contract.core.format;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the generators of one part: category, then key, then generator. */
final class GeneratorsReader {
    private static final List<String> KNOWN = List.of(
            "RandomInt",
            "RandomDecimal",
            "RandomHexadecimal",
            "RandomString",
            "Regex",
            "Uuid",
            "Date",
            "Time",
            "DateTime",
            "RandomBoolean",
            "ProviderState",
            "MockServerURL");

    private final Findings findings;
    private final Map<Category, Map<String, Generator>> generators = new EnumMap<>(Category.class);
    private final JsonObject.Builder unknown = JsonObject.builder();

    GeneratorsReader(Findings findings) {
        this.findings = findings;
    }

    Generators read(JsonObject written) {
        written.get("content").ifPresent(content -> category("content", content));
        written.without("content").forEach(this::category);
        return new Generators(generators, unknown.build());
    }

    private void category(String name, JsonValue value) {
        Optional<Category> category = Categories.named(name);
        if (category.isEmpty()) {
            unknown(name, value);
        } else if (!(value instanceof JsonObject object)) {
            ignore(name, value);
        } else if (category.get().isSingle()) {
            put(category.get(), "", object.has("type") ? object : object.get("").orElse(object));
        } else {
            keyed(category.get(), object);
        }
    }

    private void ignore(String name, JsonValue value) {
        if (!(value instanceof JsonNull)) {
            findings.refused(name, "an object", value);
        }
    }

    private void unknown(String name, JsonValue value) {
        findings.add(
                value,
                Problem.warning(
                                Findings.GENERATOR,
                                "generators stand under a category that is not known, so they are not applied")
                        .found(Quoted.text(name))
                        .mend(Categories.meant(name)));
        unknown.put(name, value);
    }

    private void keyed(Category category, JsonObject written) {
        written.forEach((key, value) -> put(category, key(category, key, value), value));
    }

    /** In a body, a key that is no path is the name of an entry: the specification's own example has one. */
    private String key(Category category, String written, JsonValue place) {
        if (category != Category.BODY) {
            return Categories.key(category, written);
        }
        String path = written.startsWith("$") ? written : "$" + RulePath.step(written);
        Categories.checkPath(path, place, findings);
        return path;
    }

    private void put(Category category, String key, JsonValue value) {
        generator(value).ifPresent(generator -> {
            Generator known = generators
                    .computeIfAbsent(category, each -> new LinkedHashMap<>())
                    .putIfAbsent(key, generator);
            if (known != null && !known.equals(generator)) {
                findings.add(value, Categories.twice(Findings.GENERATOR, "generators", category, key));
            }
        });
    }

    private Optional<Generator> generator(JsonValue value) {
        Optional<String> type = value.asObject().flatMap(object -> object.string("type"));
        if (type.isEmpty()) {
            findings.add(
                    value,
                    Problem.warning(Findings.GENERATOR, "a generator has no type, so it is ignored")
                            .found(Findings.found(value))
                            .mend("write it as {\"type\": \"Uuid\"}"));
            return Optional.empty();
        }
        if (!KNOWN.contains(type.get())) {
            findings.add(
                    value,
                    Problem.warning(Findings.GENERATOR, "a generator is not known, so the example stays")
                            .found(Quoted.text(type.get()))
                            .mend(NearNames.didYouMean(
                                    type.get(),
                                    KNOWN,
                                    "use one of the generators of the Pact specification, for example Uuid")));
        }
        return value.asObject().map(object -> new Generator(type.get(), object.without("type")));
    }
}
