package dev.contract.draft;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.draft.infer.InferredType;
import dev.contract.draft.infer.Shape;
import dev.contract.draft.infer.TextForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a contract says of JSON bodies of one type: an example, the rules by which others may differ, and, of responses, which fields need
 * not be there or may be null. In requests, where a consumer declares what it sends, an object with such fields names the keys that there
 * may be. Used once.
 */
final class JsonDraft {
    private final boolean response;
    private final DraftSettings settings;
    private final Map<String, RuleGroup> rules = new LinkedHashMap<>();
    private final Map<RulePath, JsonValue> optional = new LinkedHashMap<>();
    private final Map<RulePath, JsonValue> nullable = new LinkedHashMap<>();
    private final List<RulePath> unsaid = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final JsonValue example;

    private JsonDraft(InferredType type, boolean response, DraftSettings settings) {
        this.response = response;
        this.settings = settings;
        this.example = new At(RulePath.ROOT, "", false).write(type).orElse(JsonNull.NULL);
    }

    static JsonDraft ofRequest(InferredType type, DraftSettings settings) {
        return new JsonDraft(type, false, settings);
    }

    static JsonDraft ofResponse(InferredType type, DraftSettings settings) {
        return new JsonDraft(type, true, settings);
    }

    JsonValue example() {
        return example;
    }

    Map<String, RuleGroup> rules() {
        return rules;
    }

    Presence presence() {
        return new Presence(optional, nullable, Set.of());
    }

    /** The places where values of such different kinds came that no rule holds them all. */
    List<RulePath> unsaid() {
        return unsaid;
    }

    /** The places whose values the example has not as they came. */
    List<String> secrets() {
        return secrets;
    }

    /**
     * One place of the body.
     *
     * <p>Its name is that of the nearest field; whether it is a field itself counts, for only those can be missing, or be null where an object
     * or array is expected.
     */
    private final class At implements Shape.Cases<JsonValue> {
        private final RulePath path;
        private final String name;
        private final boolean field;
        private final List<MatchingRule> own = new ArrayList<>();

        At(RulePath path, String name, boolean field) {
            this.path = path;
            this.name = name;
            this.field = field;
        }

        /** The example; empty when no rule could hold all that came. */
        Optional<JsonValue> write(InferredType type) {
            List<Shape> containers =
                    type.shapes().stream().filter(Shape::isContainer).toList();
            if (containers.size() > 1) {
                unsaid.add(path);
                return Optional.empty();
            }
            List<MatchingRule> alternatives = alternatives(type);
            if (containers.isEmpty()) {
                put(alternatives);
                return Optional.of(scalar(type));
            }
            return Optional.of(container(containers.get(0), type, alternatives));
        }

        private JsonValue container(Shape container, InferredType type, List<MatchingRule> alternatives) {
            put(alternatives); // the place in the order, before what lies below
            JsonValue written = container.fold(this);
            boolean orNull = type.nullable() && alternatives.size() == 1 && field && response;
            if (orNull) {
                nullable.put(path, written);
            }
            if (own.isEmpty() && (alternatives.isEmpty() || orNull)) {
                rules.remove(path.toString());
            } else if (alternatives.isEmpty() || orNull) {
                rules.put(path.toString(), new RuleGroup(Combine.AND, own));
            } else {
                List<MatchingRule> all = new ArrayList<>();
                all.add(own.isEmpty() ? MatchingRule.of("type") : own.get(own.size() - 1));
                all.addAll(alternatives);
                put(all);
            }
            return written;
        }

        /** Of values that are neither objects nor arrays. */
        private List<MatchingRule> alternatives(InferredType type) {
            List<MatchingRule> alternatives = new ArrayList<>();
            type.shapes().stream().filter(shape -> !shape.isContainer()).forEach(shape -> {
                boolean alone = type.shapes().size() == 1;
                alternatives.add(alone && isExact(shape) ? MatchingRule.of("equality") : rule(shape, alone));
            });
            if (type.nullable()) {
                alternatives.add(MatchingRule.of("null"));
            }
            return alternatives;
        }

        private boolean isExact(Shape shape) {
            boolean secret = (shape instanceof Shape.Text text && isSecret(text))
                    || (shape instanceof Shape.Digits digits && isSecret(digits));
            return !secret && settings.exact().contains(path.toString()) && isConstant(shape);
        }

        private void put(List<MatchingRule> alternatives) {
            Combine combine = alternatives.size() > 1 ? Combine.OR : Combine.AND;
            rules.put(path.toString(), new RuleGroup(combine, alternatives));
        }

        /** Of several kinds the example is a text, with which rules of type are about texts. */
        private JsonValue scalar(InferredType type) {
            return type.shapes().stream()
                    .filter(Shape.Text.class::isInstance)
                    .findFirst()
                    .or(() -> type.shapes().stream().findFirst())
                    .map(shape -> shape.fold(this))
                    .orElse(JsonNull.NULL);
        }

        private MatchingRule rule(Shape shape, boolean alone) {
            if (shape instanceof Shape.Digits digits) {
                return MatchingRule.of(
                        switch (digits.numeral()) {
                            case INTEGER -> "integer";
                            case DECIMAL -> "decimal";
                            case NUMBER -> "number";
                        });
            }
            if (shape instanceof Shape.Text text) {
                MatchingRule rule = isSecret(text) ? TextForm.PLAIN.rule() : Expressions.rule(text);
                // beside an object or array the rule of type is about that
                return alone || !rule.type().equals("type") ? rule : MatchingRule.regex(TextForm.PLAIN.regex());
            }
            return MatchingRule.of(alone ? "type" : "boolean");
        }

        @Override
        public JsonValue flag(Shape.Flag flag) {
            return flag.example();
        }

        @Override
        public JsonValue digits(Shape.Digits digits) {
            return isSecret(digits) ? hidden(JsonNumber.of(0)) : digits.example();
        }

        @Override
        public JsonValue text(Shape.Text text) {
            JsonString example = JsonString.of(text.example());
            return isSecret(text) ? hidden(JsonString.of(Disguise.of(name, text.example()))) : example;
        }

        private JsonValue hidden(JsonValue example) {
            secrets.add(path.toString());
            return example;
        }

        private boolean isSecret(Shape.Text text) {
            return isSecret(text.example()) || text.values().stream().anyMatch(this::isSecret);
        }

        /** Cards have numbers, and some people write them as such. */
        private boolean isSecret(Shape.Digits digits) {
            return digits.numeral() == Shape.Numeral.INTEGER
                    && isSecret(digits.example().text());
        }

        private boolean isSecret(String text) {
            return settings.redact() && Disguise.isNeeded(name, text);
        }

        @Override
        public JsonValue elements(Shape.Elements elements) {
            own.add(new MatchingRule(
                    "type",
                    JsonObject.builder()
                            .put("min", Math.min(1, elements.fewest()))
                            .build()));
            if (elements.element().isUnknown()) {
                return JsonArray.EMPTY;
            }
            return new At(path.then(new AnyIndex()), name, false)
                    .write(elements.element())
                    .map(JsonArray::of)
                    .orElse(JsonArray.EMPTY);
        }

        @Override
        public JsonValue fields(Shape.Fields fields) {
            JsonObject.Builder object = JsonObject.builder();
            boolean open = false;
            for (Map.Entry<String, Shape.Field> entry : fields.fields().entrySet()) {
                RulePath at = path.then(new Field(entry.getKey()));
                Optional<JsonValue> value =
                        new At(at, entry.getKey(), true).write(entry.getValue().type());
                boolean mayMiss = entry.getValue().optional();
                open |= mayMiss || value.isEmpty();
                if (response && mayMiss && value.isPresent()) {
                    optional.put(at, value.get());
                }
                boolean aside = response && (mayMiss || nullable.containsKey(at));
                value.filter(it -> !aside).ifPresent(it -> object.put(entry.getKey(), it));
            }
            if (open && !response) {
                own.add(eachKey(entry(fields), Expressions.oneOf(fields.fields().keySet())));
            }
            return object.build();
        }

        private static String entry(Shape.Fields fields) {
            return fields.fields().keySet().iterator().next();
        }

        @Override
        public JsonValue entries(Shape.Entries entries) {
            if (entries.keys() != TextForm.PLAIN) {
                own.add(eachKey(entries.exampleKey(), entries.keys().regex()));
            }
            own.add(MatchingRule.of("values"));
            Optional<JsonValue> value = new At(path.then(new AnyEntry()), name, false).write(entries.value());
            return value.map(it -> JsonObject.of(entries.exampleKey(), it)).orElse(JsonObject.EMPTY);
        }
    }

    private static MatchingRule eachKey(String example, String regex) {
        JsonObject rule =
                JsonObject.builder().put("match", "regex").put("regex", regex).build();
        return new MatchingRule(
                "eachKey",
                JsonObject.builder()
                        .put("value", example)
                        .put("rules", JsonArray.of(rule))
                        .build());
    }

    private static boolean isConstant(Shape shape) {
        return shape instanceof Shape.Flag flag
                ? flag.constant()
                : shape instanceof Shape.Digits digits
                        ? digits.constant()
                        : shape instanceof Shape.Text text && text.constant();
    }
}
