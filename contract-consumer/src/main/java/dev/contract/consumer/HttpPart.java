package dev.contract.consumer;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What requests and responses have in common while they are being written: headers, a body, rules and generators. One thread at a time. */
final class HttpPart {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final RulePath EACH = RulePath.ROOT.then(new AnyIndex());

    private Headers headers = Headers.EMPTY;
    private MatchingRules rules = MatchingRules.NONE;
    private Generators generators = Generators.NONE;
    private Presence presence = Presence.NONE;
    private @Nullable Contents contents;

    MatchingRules rules() {
        return rules;
    }

    Generators generators() {
        return generators;
    }

    /** What is agreed on keys of the body beyond its example; known once the body is. */
    Presence presence() {
        return presence;
    }

    void header(String name, @Nullable Object... values) {
        if (headers.has(name)) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-INTERACTION", "the header " + Quoted.text(name) + " is given twice")
                    .mend("give all its values in one call: .withHeader(" + Quoted.text(name) + ", first, second)"));
        }
        headers = headers.with(name, values(Category.HEADER, name, values));
    }

    void body(Contents body) {
        if (contents != null) {
            throw Mistake.of(Problem.error("CONTRACT-INTERACTION", "two bodies are given, and only one can be sent")
                    .mend("remove one of them"));
        }
        contents = body;
    }

    /** The text of a place that has one value, such as the path. */
    String single(Category category, @Nullable Object value) {
        List<String> texts = values(category, "", value);
        if (texts.size() != 1) {
            throw notText(category, "", "a list of " + texts.size());
        }
        return texts.get(0);
    }

    /** The texts of a header or a parameter; what its matchers demand becomes the rules of that name. */
    List<String> values(Category category, String name, @Nullable Object... values) {
        List<String> texts = new ArrayList<>();
        List<@Nullable RuleGroup> groups = new ArrayList<>();
        for (Object value : values) {
            Draft draft = new Draft();
            texts.addAll(texts(Examples.shape(value).write(draft, RulePath.ROOT), category, name));
            groups.add(group(draft, category, name));
            draft.generators().values().forEach(generator -> generate(category, name, generator));
        }
        RuleGroup group = common(groups, category, name);
        if (group != null) {
            rules = rules.with(category, name, group);
        }
        return texts;
    }

    private void generate(Category category, String name, Generator generator) {
        generators = generators.with(category, name, generator);
    }

    private static List<String> texts(JsonValue example, Category category, String name) {
        if (example instanceof JsonArray array) {
            return array.stream().map(each -> text(each, category, name)).toList();
        }
        return List.of(text(example, category, name));
    }

    private static String text(JsonValue example, Category category, String name) {
        return switch (example.kind()) {
            case STRING, NUMBER, BOOLEAN -> example.text();
            case OBJECT, ARRAY, NULL -> throw notText(category, name, example.toJson());
        };
    }

    /** One rule group for the name: on the value itself and, for a list of any length, on each of its elements. */
    private static @Nullable RuleGroup group(Draft draft, Category category, String name) {
        Map<RulePath, RuleGroup> byPath = draft.rules();
        RuleGroup group = null;
        for (Map.Entry<RulePath, RuleGroup> entry : byPath.entrySet()) {
            if (!entry.getKey().equals(RulePath.ROOT) && !entry.getKey().equals(EACH)) {
                throw notText(category, name, "matchers inside a list");
            }
            group = group == null ? entry.getValue() : Draft.both(group, entry.getValue());
        }
        return group;
    }

    /** A name has one group for all its values. */
    private static @Nullable RuleGroup common(List<@Nullable RuleGroup> groups, Category category, String name) {
        List<@Nullable RuleGroup> different = groups.stream().distinct().toList();
        if (different.size() > 1) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-MATCHER", describe(category, name) + " has different matchers for its values")
                    .found("a contract file holds one rule for all values of a name")
                    .mend("give every value the same matcher, or none"));
        }
        return different.isEmpty() ? null : different.get(0);
    }

    private static ContractException notText(Category category, String name, String found) {
        return Mistake.of(
                Problem.error("CONTRACT-MATCHER", describe(category, name) + " needs a text, a number or a boolean")
                        .found(found)
                        .mend("give a plain value, or a matcher of one such as regex(…) or integer(…)"));
    }

    private static String describe(Category category, String name) {
        return switch (category) {
            case HEADER -> "the header " + Quoted.text(name);
            case QUERY -> "the query parameter " + Quoted.text(name);
            default -> "the " + category.text();
        };
    }

    Headers headers() {
        if (contents == null || headers.has(CONTENT_TYPE)) {
            return headers;
        }
        contents.typeRules().ifPresent(group -> rules = rules.with(Category.HEADER, CONTENT_TYPE, group));
        return headers.with(CONTENT_TYPE, contents.type(null).toString());
    }

    Body body() {
        if (contents == null) {
            return Body.MISSING;
        }
        Draft draft = new Draft();
        String stated = headers.first(CONTENT_TYPE).orElse(null);
        Body body = contents.write(contents.type(stated), draft);
        rules = draft.addTo(rules);
        generators = draft.addTo(generators);
        presence = draft.presence();
        return body;
    }
}
