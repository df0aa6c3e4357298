package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the matching rules of one part: the layout of version 2, one rule by path, or that of versions 3 and 4, groups by category and
 * key. Which one it is, the keys say, not the version of the file.
 */
final class RulesReader {
    private final Findings findings;
    private final RuleReader rules;
    private final Map<Category, Map<String, RuleGroup>> groups = new EnumMap<>(Category.class);
    private final JsonObject.Builder unknown = JsonObject.builder();

    RulesReader(Findings findings) {
        this.findings = findings;
        this.rules = new RuleReader(findings);
    }

    MatchingRules read(JsonObject written) {
        if (FlatRules.isFlat(written)) {
            written.forEach(this::flat);
        } else {
            // contents of messages: where both names stand, "content" comes first
            written.get("content").ifPresent(content -> category("content", content));
            written.without("content").forEach(this::category);
        }
        return new MatchingRules(groups, unknown.build());
    }

    private void flat(String path, JsonValue value) {
        Optional<FlatRules.Place> place = FlatRules.place(path);
        if (place.isEmpty()) {
            unknown("path", path, value, Categories.USE);
            return;
        }
        put(place.get().category(), place.get().key(), value);
    }

    private void category(String name, JsonValue value) {
        Optional<Category> category = Categories.named(name);
        if (category.isEmpty()) {
            unknown("category", name, value, Categories.meant(name));
        } else if (!(value instanceof JsonObject object)) {
            ignore(name, value);
        } else if (category.get().isSingle()) {
            single(category.get(), object);
        } else {
            keyed(category.get(), object);
        }
    }

    /** Some writers put an empty key or {@code $} between the category and its only group, or nothing at all into it. */
    private void single(Category category, JsonObject written) {
        if (!written.isEmpty()) {
            put(category, "", isGroup(written) ? written : keyless(written));
        }
    }

    private static JsonValue keyless(JsonObject written) {
        return written.get("").or(() -> written.get(RulePath.ROOT.toString())).orElse(written);
    }

    private void keyed(Category category, JsonObject written) {
        written.forEach((key, value) -> put(category, key, value));
    }

    private void put(Category category, String key, JsonValue value) {
        String name = Categories.key(category, key);
        if (category == Category.BODY) {
            Categories.checkPath(key, value, findings);
        }
        group(value).ifPresent(group -> {
            RuleGroup known = groups.computeIfAbsent(category, each -> new LinkedHashMap<>())
                    .putIfAbsent(name, group);
            if (known != null && !known.equals(group)) {
                findings.add(value, Categories.twice(Findings.RULE, "matching rules", category, name));
            }
        });
    }

    private void ignore(String name, JsonValue value) {
        if (!(value instanceof JsonNull)) {
            findings.refused(name, "an object", value);
        }
    }

    private void unknown(String kind, String name, JsonValue value, String mend) {
        findings.add(
                value,
                Problem.warning(
                                Findings.RULE,
                                "matching rules stand under a " + kind + " that is not known, so they are not applied")
                        .found(Quoted.text(name))
                        .mend(mend));
        unknown.put(name, value);
    }

    /** The groups of a map by path, as a variant of arrayContains has it. */
    Map<String, RuleGroup> groups(JsonObject written) {
        keyed(Category.BODY, written);
        return groups.getOrDefault(Category.BODY, Map.of());
    }

    private static boolean isGroup(JsonObject object) {
        return object.has("matchers") || object.has("combine") || RuleReader.looksLikeRule(object);
    }

    /** A group; a list of rules, or one rule where a group is expected, are groups, too. */
    private Optional<RuleGroup> group(JsonValue value) {
        if (value instanceof JsonArray list) {
            return Optional.of(new RuleGroup(RuleGroup.Combine.AND, list(list)));
        }
        if (!(value instanceof JsonObject object)) {
            findings.add(
                    value,
                    Problem.warning(Findings.RULE, "a group of matching rules must be an object, so it is ignored")
                            .found(Findings.found(value))
                            .mend("write it as {\"matchers\": [{\"match\": \"type\"}]}"));
            return Optional.empty();
        }
        if (object.has("matchers") || object.has("combine")) {
            return Optional.of(grouped(new Fields(object, findings)));
        }
        return Optional.of(new RuleGroup(RuleGroup.Combine.AND, list(JsonArray.of(object))));
    }

    private RuleGroup grouped(Fields group) {
        RuleGroup.Combine combine = combine(group);
        List<MatchingRule> matchers = matchers(group);
        return new RuleGroup(combine, matchers, group.rest());
    }

    private List<MatchingRule> matchers(Fields group) {
        Optional<JsonObject> one = group.object().object("matchers");
        if (one.isPresent()) {
            group.take("matchers");
            return list(JsonArray.of(one.get()));
        }
        return group.array("matchers").map(this::list).orElse(List.of());
    }

    private List<MatchingRule> list(JsonArray list) {
        List<MatchingRule> read = new ArrayList<>();
        for (JsonValue each : list) {
            rules.read(each).ifPresent(read::add);
        }
        return read;
    }

    private RuleGroup.Combine combine(Fields group) {
        JsonValue written = group.take("combine").orElse(JsonNull.NULL);
        String text = written instanceof JsonNull ? "AND" : written.text();
        if (!text.equalsIgnoreCase("AND") && !text.equalsIgnoreCase("OR")) {
            findings.add(
                    written,
                    Problem.warning(Findings.RULE, "rules combine by AND or OR, so they are taken as combined by AND")
                            .found(Findings.found(written)));
        }
        return text.equalsIgnoreCase("OR") ? RuleGroup.Combine.OR : RuleGroup.Combine.AND;
    }
}
