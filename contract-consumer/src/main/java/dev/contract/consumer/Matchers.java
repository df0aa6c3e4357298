package dev.contract.consumer;

import dev.contract.core.generating.Generation;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generator;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words with which a test says what may vary: {@code import static dev.contract.consumer.Matchers.*}.
 *
 * <pre>{@code
 * json(object(
 *         "user_id", "user123",                         // exactly this
 *         "name", like("Alice"),                        // any string
 *         "age", integer(42),
 *         "mail", regex(".+@.+", "alice@example.org"),
 *         "orders", eachLike(object("id", uuid()))))    // at least one
 * }</pre>
 *
 * <p>Plain values are compared exactly. Wherever an example is asked for, it may be a text, number, boolean, map, list, array, record
 * or other object (written by Jackson), and hold matchers at any depth. Examples are what the stub answers with and what stands in the
 * contract: they are the same in every run unless a {@code random…} matcher asks for others. An example that its own matcher would
 * refuse is a mistake that is told at once, by a {@link dev.contract.core.problem.ContractException}.
 */
public final class Matchers {
    private static final String UUID = "e2490de5-5bd3-43d5-b7c4-526e33f71304";

    private static final String UUID_REGEX =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static final String ISO_DATE = "yyyy-MM-dd";

    /** Escaped one by one: the quoting of {@link Pattern#quote} is unknown to the readers of other languages. */
    private static final Pattern REGEX_SIGN = Pattern.compile("[\\\\.\\[\\]{}()*+?^$|]");

    private Matchers() {}

    // Values and structures

    /** A JSON text as an example: compared exactly. */
    public static Matcher json(String text) {
        return new Matcher(new Shape.Plain(Examples.parse(text)));
    }

    /** Any example as it is: a map, list, record or other object, or a matcher. A string is read as JSON text. */
    public static Matcher json(@Nullable Object example) {
        return example instanceof String text ? json(text) : new Matcher(Examples.shape(example));
    }

    /**
     * A JSON object of exactly these entries: names and examples in turn.
     *
     * <p>In requests no other entry may be sent; in responses the provider may send others beside them.
     */
    public static Matcher object(@Nullable Object... namesAndExamples) {
        return new Matcher(new Shape.Fields(fields("object", namesAndExamples)));
    }

    private static Map<String, Shape> fields(String word, @Nullable Object... namesAndExamples) {
        if (namesAndExamples.length % 2 != 0) {
            throw Mistake.of(Problem.error("CONTRACT-EXAMPLE", "the last name given to " + word + "(…) has no value")
                    .found(String.valueOf(namesAndExamples[namesAndExamples.length - 1]))
                    .mend("give names and values in turn: " + word + "(\"id\", 1, \"name\", \"Alice\")"));
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndExamples.length; i += 2) {
            String name = name(word, namesAndExamples[i], i);
            if (fields.put(name, Examples.shape(namesAndExamples[i + 1])) != null) {
                throw Mistake.of(
                        Problem.error("CONTRACT-EXAMPLE", word + "(…) has the name " + Quoted.text(name) + " twice")
                                .mend("remove one of the two entries"));
            }
        }
        return fields;
    }

    private static String name(String word, @Nullable Object name, int position) {
        if (name instanceof String text) {
            return text;
        }
        throw Mistake.of(
                Problem.error("CONTRACT-EXAMPLE", "argument " + (position + 1) + " of " + word + "(…) is no name")
                        .found(String.valueOf(name))
                        .mend("give names and values in turn: " + word + "(\"id\", 1, \"name\", \"Alice\")"));
    }

    /** A JSON array of exactly these elements, in this order. */
    public static Matcher array(@Nullable Object... elements) {
        return new Matcher(
                new Shape.Elements(Arrays.stream(elements).map(Examples::shape).toList()));
    }

    // Rules for one value

    /**
     * A value of the same JSON type. For an object or array everything inside is compared by type, too, unless a matcher there says
     * otherwise; an array may then have any length.
     */
    public static Matcher like(@Nullable Object example) {
        return ruled(Examples.shape(example), MatchingRule.of("type"));
    }

    /** Exactly this value, also inside {@link #like(Object)} and {@link #eachLike(Object)}. */
    public static Matcher equalTo(@Nullable Object example) {
        return ruled(Examples.shape(example), MatchingRule.of("equality"));
    }

    /**
     * A text the whole of which matches.
     *
     * @param pattern in the syntax of {@link java.util.regex.Pattern}
     */
    public static Matcher regex(String pattern, String example) {
        return ruled(JsonString.of(example), MatchingRule.regex(pattern));
    }

    /** A text that contains a part; the part itself is the example. */
    public static Matcher includes(String part) {
        return includes(part, part);
    }

    /** A text that contains a part, with case. */
    public static Matcher includes(String part, String example) {
        return ruled(JsonString.of(example), rule("include", "value", part));
    }

    /** A number without fraction and exponent, of at most 64 bits. */
    public static Matcher integer(long example) {
        return ruled(JsonNumber.of(example), MatchingRule.of("integer"));
    }

    /** A number with a decimal point. */
    public static Matcher decimal(double example) {
        return ruled(numeral(example), MatchingRule.of("decimal"));
    }

    /** A number with a decimal point, written as the example is: {@code 10.50} stays {@code 10.50}. */
    public static Matcher decimal(BigDecimal example) {
        return ruled(numeral(example), MatchingRule.of("decimal"));
    }

    /** Any number. */
    public static Matcher number(Number example) {
        return ruled(numeral(example), MatchingRule.of("number"));
    }

    private static JsonValue numeral(Number number) {
        return Examples.shape(number).example();
    }

    /** True or false. */
    public static Matcher bool(boolean example) {
        return ruled(Examples.shape(example), MatchingRule.of("boolean"));
    }

    /** JSON null, and nothing else. */
    public static Matcher nullValue() {
        return ruled(Shape.Plain.NULL, MatchingRule.of("null"));
    }

    /** A value that is there and is not empty: no null, no empty text, array or object. */
    public static Matcher notEmpty(Object example) {
        return ruled(Examples.shape(example), MatchingRule.of("notEmpty"));
    }

    /** A text inside JSON whose content looks like this media type, for example {@code application/xml}. */
    public static Matcher contentType(String mediaType, String example) {
        return ruled(JsonString.of(example), rule("contentType", "value", mediaType));
    }

    /** A complete semantic version, for example {@code 2.0.0-rc.1}; {@code 1.0} is none. */
    public static Matcher semver(String example) {
        return ruled(JsonString.of(example), MatchingRule.of("semver"));
    }

    /** A UUID with hyphens, in any case. */
    public static Matcher uuid() {
        return uuid(UUID);
    }

    /** A UUID with hyphens, in any case. */
    public static Matcher uuid(String example) {
        return regex(UUID_REGEX, example);
    }

    /** A UUID in one format. */
    public static Matcher uuid(UuidFormat format) {
        return regex(format.regex(), format.write(UUID));
    }

    // Dates and times: formats are those of java.time.format.DateTimeFormatter

    /** A date in a format such as {@code dd.MM.yyyy}. */
    public static Matcher date(String format, String example) {
        return ruled(JsonString.of(example), rule("date", "format", format));
    }

    /** A time in a format such as {@code HH:mm}. */
    public static Matcher time(String format, String example) {
        return ruled(JsonString.of(example), rule("time", "format", format));
    }

    /** A date and time in a format such as {@code yyyy-MM-dd HH:mm}. */
    public static Matcher datetime(String format, String example) {
        return ruled(JsonString.of(example), rule("datetime", "format", format));
    }

    /** A date such as {@code 2024-02-29}. */
    public static Matcher isoDate(String example) {
        return date(ISO_DATE, example);
    }

    /** A time such as {@code 12:30:00}. */
    public static Matcher isoTime(String example) {
        return time("HH:mm:ss", example);
    }

    /** A date and time with offset, in seconds: {@code 2024-02-29T12:30:00Z}, {@code 2024-02-29T12:30:00+02:00}. */
    public static Matcher isoDateTime(String example) {
        return datetime("yyyy-MM-dd'T'HH:mm:ssXXX", example);
    }

    /** A date and time with offset, in milliseconds: {@code 2024-02-29T12:30:00.123Z}. */
    public static Matcher isoDateTimeMillis(String example) {
        return datetime("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", example);
    }

    // Several rules for one value

    /**
     * The value, or null.
     *
     * @param example a text, number or boolean, or a matcher of one, anywhere; or an object or array as a field of a JSON object, in a
     *     response or message
     */
    public static Matcher nullable(Object example) {
        Shape shape = Examples.shape(example);
        return shape.example().isContainer()
                ? new Matcher(new Shape.MayBeNull(shape))
                : alternatives(List.of(example, nullValue()));
    }

    /**
     * A field of a JSON object, in a response or message, that need not be there; where it is, it is like the example.
     *
     * <p>Who may get an answer without it has to show that it can do without: the test is run once with it and once without, see {@link
     * Stub#givesOptional()}.
     */
    public static Matcher optional(@Nullable Object example) {
        return new Matcher(new Shape.MayBeAbsent(Examples.shape(example)));
    }

    /** A JSON object, in a response or message, that has no other keys than those of the example, nor have the objects in it. */
    public static Matcher strict(Object example) {
        return new Matcher(new Shape.Strict(Examples.shape(example)));
    }

    /**
     * A value that is like the example, see {@link #like(Object)}, and obeys a JSON Schema. The schema library must be on the class path.
     *
     * @param schema its text
     * @throws dev.contract.core.problem.ContractException if it is no schema, refuses the example, or the library is missing
     */
    public static Matcher matchesSchema(String schema, Object example) {
        return ruled(Examples.shape(example), Schemas.of(schema));
    }

    /** The same with a schema in a file. */
    public static Matcher matchesSchema(Path schema, Object example) {
        return ruled(Examples.shape(example), Schemas.of(schema));
    }

    /** The same with a schema on the class path: {@code getClass().getResource("/user.schema.json")}. */
    public static Matcher matchesSchema(@Nullable URL schema, Object example) {
        return ruled(Examples.shape(example), Schemas.of(schema));
    }

    // Bounds

    /** A text of {@code min} to {@code max} characters of Unicode. */
    public static Matcher textOfLength(int min, int max, String example) {
        return ruled(JsonString.of(example), MatchingRule.of("type"), TextLength.rule(min, max));
    }

    /** An integer that is not below a bound. */
    public static Matcher atLeast(long min, long example) {
        return ruled(JsonNumber.of(example), MatchingRule.of("integer"), NumberBounds.atLeast(BigDecimal.valueOf(min)));
    }

    /** A number that is not below a bound. */
    public static Matcher atLeast(double min, double example) {
        return ruled(numeral(example), MatchingRule.of("number"), NumberBounds.atLeast(bound(min)));
    }

    /** An integer that is not above a bound. */
    public static Matcher atMost(long max, long example) {
        return ruled(JsonNumber.of(example), MatchingRule.of("integer"), NumberBounds.atMost(BigDecimal.valueOf(max)));
    }

    /** A number that is not above a bound. */
    public static Matcher atMost(double max, double example) {
        return ruled(numeral(example), MatchingRule.of("number"), NumberBounds.atMost(bound(max)));
    }

    /** An integer from {@code min} to {@code max}, both included. */
    public static Matcher between(long min, long max, long example) {
        checkOrder("between", min, max);
        return ruled(
                JsonNumber.of(example),
                MatchingRule.of("integer"),
                NumberBounds.atLeast(BigDecimal.valueOf(min)),
                NumberBounds.atMost(BigDecimal.valueOf(max)));
    }

    /** A number from {@code min} to {@code max}, both included. */
    public static Matcher between(double min, double max, double example) {
        BigDecimal least = bound(min);
        BigDecimal most = bound(max);
        checkOrder("between", least, most);
        return ruled(
                numeral(example), MatchingRule.of("number"), NumberBounds.atLeast(least), NumberBounds.atMost(most));
    }

    private static <T extends Comparable<T>> void checkOrder(String word, T min, T max) {
        if (min.compareTo(max) > 0) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-MATCHER", "the bounds of " + word + "(…) stand the wrong way round")
                    .found("from " + min + " to " + max)
                    .mend("give the lower one first: " + word + "(" + written(max) + ", " + written(min) + ", …)"));
        }
    }

    private static String written(Object bound) {
        return bound instanceof String text ? Quoted.text(text) : bound.toString();
    }

    private static BigDecimal bound(double bound) {
        return new BigDecimal(numeral(bound).text());
    }

    /** An ISO date, {@code 2024-02-29}, that is not before another one. */
    public static Matcher dateNotBefore(String first, String example) {
        return ruled(JsonString.of(example), rule("date", "format", ISO_DATE), DateBounds.atLeast(first));
    }

    /** An ISO date that is not after another one. */
    public static Matcher dateNotAfter(String last, String example) {
        return ruled(JsonString.of(example), rule("date", "format", ISO_DATE), DateBounds.atMost(last));
    }

    /** An ISO date from one to another, both included. */
    public static Matcher dateBetween(String first, String last, String example) {
        MatchingRule notBefore = DateBounds.atLeast(first);
        MatchingRule notAfter = DateBounds.atMost(last);
        checkOrder("dateBetween", first, last);
        return ruled(JsonString.of(example), rule("date", "format", ISO_DATE), notBefore, notAfter);
    }

    /** A value that one of the matchers accepts; the first gives the example. They are matchers of texts, numbers or booleans. */
    public static Matcher anyOf(Matcher first, Matcher... others) {
        return alternatives(Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    /** A value that all of the matchers accept; the first gives the example. They are matchers of texts, numbers or booleans. */
    public static Matcher allOf(Matcher first, Matcher... others) {
        List<Matcher> all = Stream.concat(Stream.of(first), Stream.of(others)).toList();
        return combined(Combine.AND, all);
    }

    private static Matcher alternatives(List<?> examples) {
        return combined(Combine.OR, examples);
    }

    private static Matcher combined(Combine combine, List<?> examples) {
        List<MatchingRule> rules = new ArrayList<>();
        for (Object example : examples) {
            RuleGroup group = scalarRules(Examples.shape(example));
            if (combine == Combine.OR && group.rules().size() > 1 && group.combine() == Combine.AND) {
                throw Mistake.of(
                        Problem.error("CONTRACT-MATCHER", "one of the alternatives demands several things at once")
                                .mend("give alternatives of one matcher each"));
            }
            rules.addAll(group.rules());
        }
        Shape first = new Shape.Plain(Examples.shape(examples.get(0)).example());
        return OwnExample.accepted(new Shape.Ruled(first, new RuleGroup(combine, rules)));
    }

    /** The rules of a shape that has no inside; a plain value is equality. */
    private static RuleGroup scalarRules(Shape shape) {
        JsonValue example = shape.example();
        if (example instanceof JsonObject || example instanceof JsonArray) {
            throw Mistake.of(Problem.error("CONTRACT-MATCHER", "an object or array cannot stand among alternatives")
                    .found(Quoted.text(example.toJson()))
                    .mend("write one interaction with it, and another one with null or the other kind of value"));
        }
        return rulesOf(shape);
    }

    // Arrays

    /** An array of at least one element, each like the example: see {@link #like(Object)}. */
    public static Matcher eachLike(@Nullable Object example) {
        return eachLike(example, 1);
    }

    /** An array of at least {@code min} elements, each like the example; 0 accepts the empty array, too. */
    public static Matcher eachLike(@Nullable Object example, int min) {
        return each(example, min, JsonObject.builder().put("min", min).build());
    }

    /** An array of {@code min} to {@code max} elements, each like the example. */
    public static Matcher eachLike(@Nullable Object example, int min, int max) {
        if (max < Math.max(min, 1)) {
            throw Mistake.of(Problem.error("CONTRACT-MATCHER", "eachLike(…) can have no example of its length")
                    .found("at least " + min + " and at most " + max + " elements")
                    .mend("give a maximum that is not below the minimum and not below 1; an empty array is array()"));
        }
        return each(
                example,
                min,
                JsonObject.builder().put("min", min).put("max", max).build());
    }

    private static Matcher each(@Nullable Object example, int min, JsonObject bounds) {
        if (min < 0) {
            throw Mistake.of(Problem.error("CONTRACT-MATCHER", "eachLike(…) has a minimum below 0")
                    .found(Integer.toString(min))
                    .mend("give 0 or more"));
        }
        RuleGroup rule = RuleGroup.of(new MatchingRule("type", bounds));
        return OwnExample.accepted(new Shape.EachElement(Examples.shape(example), rule, Math.max(min, 1)));
    }

    /** An array that holds, in any order and among others, an element for each of these. Plain values in them are compared exactly. */
    public static Matcher arrayContaining(@Nullable Object... elements) {
        return OwnExample.accepted(new Shape.Containing(
                Arrays.stream(elements).map(Examples::shape).toList()));
    }

    /**
     * An array of exactly these elements, in any order. An extension that pact-jvm understands and other tools do not.
     *
     * @param elements matchers in them hold for the element that goes with theirs
     */
    public static Matcher inAnyOrder(@Nullable Object... elements) {
        return unordered(JsonObject.EMPTY, elements);
    }

    /**
     * An array of {@code min} to {@code max} elements with these among them, in any order; where it has fewer, each is one of these. An
     * extension that pact-jvm understands and other tools do not.
     */
    public static Matcher inAnyOrder(int min, int max, List<?> elements) {
        JsonObject bounds = JsonObject.builder().put("min", min).put("max", max).build();
        return unordered(bounds, elements.toArray());
    }

    private static Matcher unordered(JsonObject bounds, @Nullable Object... elements) {
        RuleGroup rule = RuleGroup.of(new MatchingRule("ignore-order", bounds));
        Shape inner =
                new Shape.Elements(Arrays.stream(elements).map(Examples::shape).toList());
        return OwnExample.accepted(new Shape.Ruled(inner, rule));
    }

    // Maps: objects whose keys are data

    /** An object with any keys, whose values are like the example: see {@link #like(Object)}. */
    public static Matcher eachKeyLike(String exampleKey, @Nullable Object exampleValue) {
        return map(RuleGroup.of(MatchingRule.of("values")), exampleKey, likeUnlessMatched(exampleValue), Map.of());
    }

    /**
     * An object with any keys, whose values are like the first entry's value.
     *
     * @param example at least one entry; matchers in the entries after the first count for their examples only
     */
    public static Matcher valuesLike(Map<String, ?> example) {
        if (example.isEmpty()) {
            throw Mistake.of(Problem.error("CONTRACT-MATCHER", "valuesLike(…) has no entry to be like")
                    .mend("give at least one entry; an empty object is object()"));
        }
        Shape.Fields all = (Shape.Fields) Examples.shape(example);
        Map<String, Shape> others = new LinkedHashMap<>(all.fields());
        Map.Entry<String, Shape> first = others.entrySet().iterator().next();
        others.remove(first.getKey());
        return map(
                RuleGroup.of(MatchingRule.of("values")), first.getKey(), likeUnlessMatched(first.getValue()), others);
    }

    /** An object whose keys match and whose values are like the example: {@code eachKeyMatching(regex("\\d+", "7"), "seven")}. */
    public static Matcher eachKeyMatching(Matcher key, @Nullable Object exampleValue) {
        String example = key(key);
        Shape value = likeUnlessMatched(exampleValue);
        RuleGroup rules = RuleGroup.of(new MatchingRule("eachKey", keys(key.shape(), example)), ofValues(value));
        return map(rules, example, value, Map.of());
    }

    /** An object with any keys whose values match, also those of keys that the example does not have. */
    public static Matcher eachValueMatching(String exampleKey, Matcher value) {
        return map(RuleGroup.of(ofValues(value.shape())), exampleKey, value.shape(), Map.of());
    }

    /** The list of rules that {@code eachValue} carries cannot hold alternatives; those stand at the path of the values alone. */
    private static MatchingRule ofValues(Shape value) {
        return isAlternative(rulesOf(value))
                ? MatchingRule.of("values")
                : new MatchingRule("eachValue", inner(value, value.example()));
    }

    private static boolean isAlternative(RuleGroup group) {
        return group.combine() == Combine.OR && group.rules().size() > 1;
    }

    /** The rules of the place itself; a plain value is equality. */
    private static RuleGroup rulesOf(Shape shape) {
        Draft draft = new Draft();
        JsonValue unused = shape.write(draft, RulePath.ROOT);
        return draft.rules().getOrDefault(RulePath.ROOT, RuleGroup.of(MatchingRule.of("equality")));
    }

    private static String key(Matcher key) {
        JsonValue example = key.shape().example();
        return example.asString()
                .orElseThrow(
                        () -> Mistake.of(Problem.error("CONTRACT-MATCHER", "the key of eachKeyMatching(…) is no text")
                                .found(example.toJson())
                                .mend("give a matcher of a text such as regex(\"[a-z]+\", \"abc\")")));
    }

    /** Keys have no path of their own, so their matcher carries the generator as well. */
    private static JsonObject keys(Shape key, String example) {
        Draft draft = new Draft();
        JsonValue unused = key.write(draft, RulePath.ROOT);
        Generator generator = draft.generators().get(RulePath.ROOT);
        if (isAlternative(rulesOf(key))) {
            throw Mistake.of(
                    Problem.error("CONTRACT-MATCHER", "the keys of eachKeyMatching(…) cannot have alternatives")
                            .mend("give one matcher, for example a regex(…) that holds all of them"));
        }
        JsonObject inner = inner(key, JsonString.of(example));
        return generator == null ? inner : inner.with("generator", Draft.asJson(generator));
    }

    /** The parameters of a matcher that carries the rules for each key or value. */
    private static JsonObject inner(Shape shape, JsonValue example) {
        return JsonObject.builder()
                .put("value", example.text())
                .put("rules", Draft.asJson(rulesOf(shape).rules()))
                .build();
    }

    private static Matcher map(RuleGroup group, String key, Shape value, Map<String, Shape> others) {
        return OwnExample.accepted(new Shape.Entries(group, key, value, others));
    }

    /** The values of a map are like their example, as the elements of {@link #eachLike(Object)} are, unless a matcher says otherwise. */
    private static Shape likeUnlessMatched(@Nullable Object example) {
        Shape shape = example instanceof Shape known ? known : Examples.shape(example);
        Draft draft = new Draft();
        JsonValue unused = shape.write(draft, RulePath.ROOT);
        return draft.rules().containsKey(RulePath.ROOT)
                ? shape
                : like(new Matcher(shape)).shape();
    }

    // Values that are known only when the exchange happens

    /**
     * A value that the provider's state decides: when the provider is verified, the expression is replaced by the values of its state
     * handlers, and the result is expected exactly.
     *
     * @param expression for example {@code "${id}"} or {@code "/users/${id}"}
     * @param example what the consumer's test sees; its kind (text, integer, decimal, boolean) becomes that of the generated value,
     *     in a form always a text. A matcher adds its rule.
     */
    public static Matcher fromProviderState(String expression, Object example) {
        Shape shape = Examples.shape(example);
        JsonObject attributes = JsonObject.builder()
                .put("expression", expression)
                .put("dataType", dataType(shape.example()))
                .build();
        return generated(shape, "ProviderState", attributes);
    }

    private static String dataType(JsonValue example) {
        return switch (example.kind()) {
            case STRING -> "STRING";
            case BOOLEAN -> "BOOLEAN";
            case NUMBER -> ((JsonNumber) example).isInteger() ? "INTEGER" : "DECIMAL";
            case OBJECT, ARRAY, NULL -> "RAW";
        };
    }

    /** A URL of the provider: in the consumer's test it points to the stub, so that links can be followed. */
    public static Matcher stubUrl(String path) {
        return stubUrl(REGEX_SIGN.matcher(path).replaceAll("\\\\$0"), path);
    }

    /**
     * A URL of the provider whose path matches; in the consumer's test it points to the stub.
     *
     * @param pathPattern without groups, beginning with the slash: {@code "/orders/\\d+"}
     * @param examplePath for example {@code "/orders/7"}
     */
    public static Matcher stubUrl(String pathPattern, String examplePath) {
        String pattern = ".*(" + pathPattern + ")$";
        String example = "http://localhost:8080" + examplePath;
        Shape shape = ruled(JsonString.of(example), MatchingRule.regex(pattern)).shape();
        JsonObject attributes = JsonObject.builder()
                .put("example", example)
                .put("regex", pattern)
                .build();
        return generated(shape, "MockServerURL", attributes);
    }

    /** A fresh integer from {@code min} to {@code max}, both included, in every answer of the stub; {@code min} is the example. */
    public static Matcher randomInteger(int min, int max) {
        JsonObject bounds = JsonObject.builder().put("min", min).put("max", max).build();
        return generated(integer(min).shape(), "RandomInt", bounds);
    }

    /** A fresh decimal number of that many digits in every answer of the stub. */
    public static Matcher randomDecimal(int digits, double example) {
        return generated(
                decimal(example).shape(),
                "RandomDecimal",
                JsonObject.builder().put("digits", digits).build());
    }

    /** A fresh text of hexadecimal digits in every answer of the stub. */
    public static Matcher randomHexadecimal(int digits) {
        Shape shape = regex(
                        "[0-9a-fA-F]+",
                        "0123456789abcdef".repeat(digits / 16 + 1).substring(0, digits))
                .shape();
        return generated(
                shape,
                "RandomHexadecimal",
                JsonObject.builder().put("digits", digits).build());
    }

    /** A fresh text of letters and digits in every answer of the stub. */
    public static Matcher randomString(int size) {
        return generated(
                like("a".repeat(size)).shape(),
                "RandomString",
                JsonObject.builder().put("size", size).build());
    }

    /** A fresh text that matches in every answer of the stub. */
    public static Matcher randomRegex(String pattern, String example) {
        return generated(
                regex(pattern, example).shape(),
                "Regex",
                JsonObject.builder().put("regex", pattern).build());
    }

    /** A fresh UUID in every answer of the stub. */
    public static Matcher randomUuid() {
        return generated(
                uuid().shape(),
                "Uuid",
                JsonObject.builder().put("format", "lower-case-hyphenated").build());
    }

    /** A fresh UUID in one format in every answer of the stub. */
    public static Matcher randomUuid(UuidFormat format) {
        return generated(
                uuid(format).shape(),
                "Uuid",
                JsonObject.builder().put("format", format.inFiles()).build());
    }

    /** A fresh boolean in every answer of the stub. */
    public static Matcher randomBoolean() {
        return generated(bool(true).shape(), "RandomBoolean", JsonObject.EMPTY);
    }

    /** A date counted from the day of the run: {@code dateFromNow("tomorrow", "yyyy-MM-dd", "2024-02-29")}. */
    public static Matcher dateFromNow(String expression, String format, String example) {
        return generated(date(format, example).shape(), "Date", expression(expression, format));
    }

    /** A time counted from the time of the run: {@code timeFromNow("+ 1 hour", "HH:mm", "12:30")}. */
    public static Matcher timeFromNow(String expression, String format, String example) {
        return generated(time(format, example).shape(), "Time", expression(expression, format));
    }

    /** A date and time counted from the moment of the run: {@code "today + 1 day @ noon"}. */
    public static Matcher datetimeFromNow(String expression, String format, String example) {
        return generated(datetime(format, example).shape(), "DateTime", expression(expression, format));
    }

    private static JsonObject expression(String expression, String format) {
        return JsonObject.builder()
                .put("format", format)
                .put("expression", expression)
                .build();
    }

    /**
     * What one matcher accepts, with the fresh values that another one makes: {@code generated(like(7), randomInteger(1, 9))}.
     *
     * @param matcher gives the example and its rules
     * @param values gives the generator, such as {@code randomUuid()}, {@code dateFromNow(…)}, {@code fromProviderState(…)}: values of the
     *     kind of the example, for the verifier of a response puts one in place of it
     */
    public static Matcher generated(Matcher matcher, Matcher values) {
        Draft draft = new Draft();
        JsonValue unused = values.shape().write(draft, RulePath.ROOT);
        Generator generator = draft.generators().get(RulePath.ROOT);
        if (generator == null) {
            throw Mistake.of(Problem.error("CONTRACT-MATCHER", "the second matcher of generated(…) makes no values")
                    .found(values.toString())
                    .mend("give one such as randomUuid(), dateFromNow(…) or fromProviderState(…)"));
        }
        return new Matcher(new Shape.Generated(matcher.shape(), generator));
    }

    // Status codes

    /** Any status from 100 to 199. */
    public static Matcher infoStatus(int example) {
        return statusOf("info", example);
    }

    /** Any status from 200 to 299. */
    public static Matcher successStatus(int example) {
        return statusOf("success", example);
    }

    /** Any status from 300 to 399. */
    public static Matcher redirectStatus(int example) {
        return statusOf("redirect", example);
    }

    /** Any status from 400 to 499. */
    public static Matcher clientErrorStatus(int example) {
        return statusOf("clientError", example);
    }

    /** Any status from 500 to 599. */
    public static Matcher serverErrorStatus(int example) {
        return statusOf("serverError", example);
    }

    /** Any status below 400. */
    public static Matcher nonErrorStatus(int example) {
        return statusOf("nonError", example);
    }

    /** Any status from 400 on. */
    public static Matcher errorStatus(int example) {
        return statusOf("error", example);
    }

    /** One of these status codes; the first is the example. */
    public static Matcher statusIn(int first, int... others) {
        List<JsonNumber> codes = new ArrayList<>(List.of(JsonNumber.of(first)));
        Arrays.stream(others).forEach(code -> codes.add(JsonNumber.of(code)));
        return status(JsonArray.of(codes), first);
    }

    private static Matcher statusOf(String group, int example) {
        return status(JsonString.of(group), example);
    }

    private static Matcher status(JsonValue accepted, int example) {
        MatchingRule rule = new MatchingRule("statusCode", JsonObject.of("status", accepted));
        return new Matcher(new Shape.Ruled(Examples.shape(example), RuleGroup.of(rule)));
    }

    // Bodies that are no JSON

    /**
     * Form fields: names and examples in turn, each a text, number, boolean, a matcher of one, or a list for a field that stands
     * several times. In requests no other field may be sent.
     */
    public static ExampleBody form(@Nullable Object... namesAndExamples) {
        return checked(Contents.form(new Shape.Fields(fields("form", namesAndExamples))));
    }

    /** An XML document with this element at its root. In requests no other elements and attributes may be sent. */
    public static ExampleBody xml(Element root) {
        return checked(Contents.xml(root));
    }

    /** An element of a document. */
    public static Element element(String name) {
        return Element.named(name);
    }

    /**
     * A multipart body ({@code multipart/form-data}) of these parts, told apart by their names. Boundaries are not compared.
     *
     * @throws dev.contract.core.problem.ContractException if there is no part, or a name twice
     */
    public static ExampleBody multipart(Part... parts) {
        List<String> names = Arrays.stream(parts).map(Part::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw Mistake.of(Problem.error("CONTRACT-EXAMPLE", "the parts of multipart(…) cannot be told apart")
                    .found(names.isEmpty() ? "no part" : String.join(", ", names))
                    .mend("give at least one part, and each a name of its own"));
        }
        return checked(Contents.multipart(List.of(parts)));
    }

    /** A part of JSON. */
    public static Part part(String name, Matcher json) {
        return new Part(name, null, Contents.json(json));
    }

    /** A part of this type: JSON, XML and form fields are compared by what they say, other texts exactly. */
    public static Part part(String name, String contentType, String text) {
        return new Part(name, null, Contents.of(contentType, text));
    }

    /** A part of this type that is like the matcher's example. */
    public static Part part(String name, String contentType, Matcher example) {
        return new Part(name, null, Contents.of(contentType, example));
    }

    /** A part of exactly these bytes. */
    public static Part part(String name, String contentType, byte[] bytes) {
        return new Part(name, null, Contents.of(contentType, bytes));
    }

    /** A part that is a form or an XML document. */
    public static Part part(String name, ExampleBody example) {
        return new Part(name, null, example.contents());
    }

    /** A part of bytes that look like this media type, whatever their content: an image, a document. */
    public static Part partLike(String name, String contentType, byte[] example) {
        return new Part(name, null, Contents.like(contentType, example));
    }

    /** Held against its own matchers at once, so that a mistake is told where it was made. */
    private static ExampleBody checked(Contents contents) {
        ResponsePart unused =
                new ResponseBuilder(200).withBody(new ExampleBody(contents)).checked();
        return new ExampleBody(contents);
    }

    // Responses and messages

    /** A response that has more to it than a status and a JSON body: for {@code willRespondWith}. */
    public static ResponseBuilder response(int status) {
        return new ResponseBuilder(status);
    }

    /** A response whose status may vary: {@code response(successStatus(200))}. */
    public static ResponseBuilder response(Matcher status) {
        return new ResponseBuilder(status);
    }

    /** A message that has more to it than JSON contents: for the {@code willRespondWith} of messages. */
    public static MessageBuilder message() {
        return new MessageBuilder();
    }

    private static MatchingRule rule(String type, String attribute, String value) {
        return new MatchingRule(type, JsonObject.builder().put(attribute, value).build());
    }

    private static Matcher ruled(JsonValue example, MatchingRule... rules) {
        return ruled(new Shape.Plain(example), rules);
    }

    private static Matcher ruled(Shape shape, MatchingRule... rules) {
        return OwnExample.accepted(new Shape.Ruled(shape, RuleGroup.of(rules)));
    }

    private static Matcher generated(Shape shape, String type, JsonObject attributes) {
        Generator generator = new Generator(type, attributes);
        Generation.problem(generator).ifPresent(problem -> {
            throw Mistake.of(problem);
        });
        return new Matcher(new Shape.Generated(shape, generator));
    }
}
