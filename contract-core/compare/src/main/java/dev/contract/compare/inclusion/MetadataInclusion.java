package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.ShapeCompiler;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether all metadata that one message accepts are accepted by another. One comparison. */
final class MetadataInclusion {
    private static final String REASON = "no metadata show it";

    private final JsonObject inner;
    private final Map<String, RuleGroup> innerRules;
    private final JsonObject outer;
    private final Map<String, RuleGroup> outerRules;

    private MetadataInclusion(JsonObject inner, MatchingRules innerRules, JsonObject outer, MatchingRules outerRules) {
        this.inner = inner;
        this.innerRules = innerRules.of(Category.METADATA);
        this.outer = outer;
        this.outerRules = outerRules.of(Category.METADATA);
    }

    static List<Difference<JsonObject>> differences(
            JsonObject inner, MatchingRules innerRules, JsonObject outer, MatchingRules outerRules) {
        MetadataInclusion inclusion = new MetadataInclusion(inner, innerRules, outer, outerRules);
        return outer.names().stream()
                .flatMap(name -> inclusion.difference(name).stream())
                .toList();
    }

    private Optional<Difference<JsonObject>> difference(String name) {
        JsonValue wanted = outer.find(name);
        String ownName = MessagePart.namesContentType(name) ? contentType(name) : name;
        JsonValue own = inner.find(ownName);
        RuleGroup ownRules = group(ownName, innerRules);
        if (wanted == null || (wanted.equals(own) && Objects.equals(ownRules, group(name, outerRules)))) {
            return Optional.empty();
        }
        Shape there = shape(wanted, group(name, outerRules));
        if (own == null) {
            return Optional.of(new Difference<>(
                    name, "nothing", there.toString(), REASON, candidates(name, List.of(JsonString.of("anything")))));
        }
        Shape here = shape(own, ownRules);
        if (MessagePart.namesContentType(name) || own.isContainer() || wanted.isContainer()) {
            return Optional.of(new Difference<>(
                    name,
                    here.toString(),
                    there.toString(),
                    "these are compared in a way of their own",
                    candidates(name, List.of(Samples.of(here)))));
        }
        return of(name, here, there);
    }

    private Optional<Difference<JsonObject>> of(String name, Shape here, Shape there) {
        List<Difference<JsonValue>> differences = JsonInclusion.differences(here, there);
        List<JsonValue> values =
                differences.stream().flatMap(each -> each.candidates().stream()).toList();
        return differences.stream()
                .findFirst()
                .map(each -> new Difference<>(
                        name, here.toString(), there.toString(), each.reason(), candidates(name, values)));
    }

    /** The example, and with other values. */
    private List<JsonObject> candidates(String name, List<JsonValue> values) {
        return Copies.of(inner, inner.size(), values, value -> inner.with(name, value));
    }

    /** The first name of the content type here; the other's when there is none. */
    private String contentType(String otherwise) {
        return inner.names().stream()
                .filter(MessagePart::namesContentType)
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable RuleGroup group(String name, Map<String, RuleGroup> rules) {
        RuleGroup group = rules.get(name);
        return group == null ? rules.get("$." + name) : group;
    }

    private static Shape shape(JsonValue example, @Nullable RuleGroup group) {
        return group == null ? ShapeCompiler.only(example) : ShapeCompiler.scalar(example, CompiledGroups.of(group));
    }

    /** Metadata that are likely to be accepted: the example, but for what its own rules refuse. */
    static JsonObject sample(JsonObject metadata, MatchingRules rules) {
        JsonObject.Builder sample = JsonObject.builder();
        metadata.forEach((name, example) -> {
            RuleGroup group = group(name, rules.of(Category.METADATA));
            boolean ruled = group != null && !example.isContainer();
            sample.put(name, ruled ? Samples.of(shape(example, group)) : example);
        });
        return sample.build();
    }
}
