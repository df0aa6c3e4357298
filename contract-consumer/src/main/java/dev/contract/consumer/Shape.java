package dev.contract.consumer;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generator;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands behind a {@link Matcher}: an example that knows the rules for each of its places. Immutable. */
sealed interface Shape {

    /** The example; its rules and generators go into the draft, at their paths below {@code at}. */
    JsonValue write(Draft draft, RulePath at);

    /** The same as a field of an object; its example goes into the object, unless the file is to leave it out. */
    default void writeField(Draft draft, RulePath at, String name, JsonObject.Builder object) {
        object.put(name, write(draft, at));
    }

    /** The example alone. */
    default JsonValue example() {
        return write(new Draft(), RulePath.ROOT);
    }

    /** A value without a rule: compared exactly, unless a matcher around it says otherwise. */
    record Plain(JsonValue value) implements Shape {
        static final Plain NULL = new Plain(JsonNull.NULL);

        @Override
        public JsonValue write(Draft draft, RulePath at) {
            return value;
        }
    }

    /** A JSON object of named shapes. */
    record Fields(Map<String, Shape> fields) implements Shape {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public JsonValue write(Draft draft, RulePath at) {
            JsonObject.Builder object = JsonObject.builder();
            fields.forEach((name, field) -> field.writeField(draft, at.then(new Field(name)), name, object));
            return object.build();
        }
    }

    /** A JSON array, position by position. Rules on its elements leave its length exact: only a rule on the array frees it. */
    record Elements(List<Shape> elements) implements Shape {
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public JsonValue write(Draft draft, RulePath at) {
            List<JsonValue> values = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                values.add(elements.get(i).write(draft, at.then(new Index(i))));
            }
            return JsonArray.of(values);
        }
    }

    /** A shape with rules for the place where it stands. */
    record Ruled(Shape inner, RuleGroup group) implements Shape {
        @Override
        public JsonValue write(Draft draft, RulePath at) {
            draft.rules(at, group);
            return inner.write(draft, at);
        }
    }

    /** A shape whose value is made afresh. */
    record Generated(Shape inner, Generator generator) implements Shape {
        @Override
        public JsonValue write(Draft draft, RulePath at) {
            draft.generator(at, generator);
            return inner.write(draft, at);
        }
    }

    /** An array of any length within bounds, each element like one example. */
    record EachElement(Shape element, RuleGroup group, int examples) implements Shape {
        @Override
        public JsonValue write(Draft draft, RulePath at) {
            draft.rules(at, group);
            JsonValue value = element.write(draft, at.then(new AnyIndex()));
            return JsonArray.of(Collections.nCopies(examples, value));
        }
    }

    /** An array that has, among others and in any order, an element for each variant. */
    record Containing(List<Shape> variants) implements Shape {
        public Containing {
            variants = List.copyOf(variants);
        }

        @Override
        public JsonValue write(Draft draft, RulePath at) {
            List<JsonValue> examples = new ArrayList<>();
            List<JsonValue> written = new ArrayList<>();
            for (int i = 0; i < variants.size(); i++) {
                Draft variant = new Draft();
                examples.add(variants.get(i).write(variant, RulePath.ROOT));
                Draft unused = variant.withoutPresence("arrayContaining(…)");
                written.add(JsonObject.builder()
                        .put("index", i)
                        .put("rules", variant.rulesAsJson())
                        .put("generators", variant.generatorsAsJson())
                        .build());
            }
            JsonObject attributes = JsonObject.of("variants", JsonArray.of(written));
            draft.rules(at, RuleGroup.of(new MatchingRule("arrayContains", attributes)));
            return JsonArray.of(examples);
        }
    }

    /**
     * A map with keys of any number: rules on the map itself, and one shape for every value. Further example entries carry no rules
     * of their own.
     */
    record Entries(RuleGroup group, String key, Shape value, Map<String, Shape> others) implements Shape {
        public Entries {
            others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }

        @Override
        public JsonValue write(Draft draft, RulePath at) {
            draft.rules(at, group);
            JsonObject.Builder object = JsonObject.builder();
            object.put(key, value.write(draft, at.then(new AnyEntry())));
            others.forEach((name, other) -> object.put(name, other.example()));
            return object.build();
        }
    }

    /** A field that need not be there. */
    record MayBeAbsent(Shape inner) implements Shape {
        @Override
        public JsonValue write(Draft draft, RulePath at) {
            throw misplaced(
                    "optional(…)", "an optional(…) matcher is no field of a JSON object in a response or message");
        }

        @Override
        public void writeField(Draft draft, RulePath at, String name, JsonObject.Builder object) {
            JsonValue example =
                    inner instanceof MayBeNull nullable ? nullable.aside(draft, at) : inner.write(draft, at);
            draft.optional(at, example);
        }

        @Override
        public JsonValue example() {
            return inner.example();
        }
    }

    /** A field that holds an object or array, or null. */
    record MayBeNull(Shape inner) implements Shape {
        @Override
        public JsonValue write(Draft draft, RulePath at) {
            throw misplaced("nullable(…)", "an object or array that may be null is no field of a JSON object");
        }

        @Override
        public void writeField(Draft draft, RulePath at, String name, JsonObject.Builder object) {
            aside(draft, at);
        }

        JsonValue aside(Draft draft, RulePath at) {
            JsonValue example = inner.write(draft, at);
            draft.nullable(at, example);
            return example;
        }

        @Override
        public JsonValue example() {
            return inner.example();
        }
    }

    private static ContractException misplaced(String word, String what) {
        return Mistake.of(Problem.error("CONTRACT-MATCHER", what)
                .mend("write it as the value of a field, object(\"name\", " + word
                        + "), or declare an interaction for each of the two cases"));
    }

    /** An object that has no other keys, nor have the objects in it. */
    record Strict(Shape inner) implements Shape {
        @Override
        public JsonValue write(Draft draft, RulePath at) {
            draft.strict(at);
            return inner.write(draft, at);
        }
    }
}
