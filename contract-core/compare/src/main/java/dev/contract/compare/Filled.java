package dev.contract.compare;

import static java.util.stream.Collectors.joining;

import dev.contract.compare.accept.TextRule;
import dev.contract.compare.inclusion.Sameness;
import dev.contract.core.body.Body;
import dev.contract.core.generating.Generation;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.model.ValueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of an answer whose examples are filled in when it is verified, by generators: with what a provider's states give, for example.
 * What is compared there are not the examples, and nobody knows beforehand what it will be; unless rules decide that look at no example.
 *
 * @param places as {@link Difference#place} has them
 */
record Filled(List<Filling> places) {
    private static final String ROOT = "$";
    static final String REASON =
            "what generators make in place of the examples of an answer is known only when it is verified";

    /** Rules of what lies around a value that leave it to its own rules. */
    private static final Set<String> OF_THEIR_VALUE = Set.of("type", "equality", "notEmpty");

    /** What generators make that always make the same type of JSON. */
    private static final Map<String, JsonValue.Kind> KINDS = Map.ofEntries(
            Map.entry("RandomInt", JsonValue.Kind.NUMBER),
            Map.entry("RandomDecimal", JsonValue.Kind.NUMBER),
            Map.entry("RandomHexadecimal", JsonValue.Kind.STRING),
            Map.entry("RandomString", JsonValue.Kind.STRING),
            Map.entry("RandomBoolean", JsonValue.Kind.BOOLEAN),
            Map.entry("Regex", JsonValue.Kind.STRING),
            Map.entry("Uuid", JsonValue.Kind.STRING),
            Map.entry("Date", JsonValue.Kind.STRING),
            Map.entry("Time", JsonValue.Kind.STRING),
            Map.entry("DateTime", JsonValue.Kind.STRING));

    /**
     * What is verified.
     *
     * @param names whether the example has a header, or something in its metadata, under a name
     * @param body null where it is no JSON
     */
    record Answer(
            MatchingRules rules,
            Generators generators,
            Predicate<String> names,
            @Nullable JsonValue body) {
        static Answer of(ResponsePart part) {
            return new Answer(
                    part.rules(),
                    part.generators(),
                    part.example().headers()::has,
                    json(part.example().body()));
        }

        static Answer of(MessagePart part) {
            return new Answer(part.rules(), part.generators(), part.metadata()::has, json(part.contents()));
        }

        private static @Nullable JsonValue json(Body body) {
            return body.json().orElse(null);
        }

        /** What is filled in under a name that the example lacks is demanded from then on. */
        private boolean isJudgedWithoutExample(Category category, String key, Generator generator) {
            List<RuleGroup> groups = groups(category, key, rules);
            boolean ofItsKind = category == Category.BODY && makesKindOf(values(key), generator);
            boolean alone = category == Category.BODY
                    ? isSettled(key, rules) || (ofItsKind && isSettledInArrays(key, rules))
                    : category.isSingle() || names.test(ValueKey.parse(key).name());
            return alone
                    && !groups.isEmpty()
                    && groups.stream()
                            .allMatch(group -> !group.rules().isEmpty()
                                    && group.rules().stream()
                                            .allMatch(rule ->
                                                    TextRule.ignoresExample(rule) || (ofItsKind && isTypeAlone(rule))));
        }

        /** Those of the example that are filled in. */
        private List<JsonValue> values(String key) {
            return body == null
                    ? List.of()
                    : RulePath.parse(key).stream()
                            .flatMap(path -> Example.values(Stream.of(body), path))
                            .toList();
        }
    }

    /**
     * One of the places.
     *
     * @param settled whether, before and after, it has rules of its own, so that nothing counts there that is said of what lies around it
     */
    private record Filling(String place, boolean settled) {
        boolean isConcernedBy(String other) {
            return meet(other, place) && !(settled && liesAround(other, place));
        }
    }

    private static Filled of(Answer answer, Answer other) {
        MatchingRules rules = answer.rules();
        List<Filling> places = new ArrayList<>();
        answer.generators().byCategory().forEach((category, keys) -> keys.entrySet().stream()
                .filter(each -> !answer.isJudgedWithoutExample(category, each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .map(key -> new Filling(
                        place(category, key),
                        category == Category.BODY && isSettled(key, rules) && isSettled(key, other.rules())))
                .forEach(places::add));
        ResponsePart ofRules = ResponsePart.of(HttpResponse.of(200), rules, Generators.NONE);
        if (!Generation.isFixed(ofRules)) {
            places.add(new Filling(ROOT, false));
        }
        return new Filled(List.copyOf(places));
    }

    /** Whether what is filled in decides nothing, on neither side. */
    static boolean isHarmless(Answer one, Answer other) {
        return of(one, other).places.isEmpty() && of(other, one).places.isEmpty();
    }

    /** Of several values of a name, nobody says which. */
    private static String place(Category category, String key) {
        return category == Category.BODY
                ? key
                : (category.text() + " " + ValueKey.parse(key).name()).strip();
    }

    /** Headers have their names in any case. */
    private static List<RuleGroup> groups(Category category, String key, MatchingRules rules) {
        return rules.of(category).entrySet().stream()
                .filter(each -> category == Category.HEADER
                        ? each.getKey().equalsIgnoreCase(key)
                        : each.getKey().equals(key))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether what is filled in is of the JSON type that each of the values has anyway. */
    private static boolean makesKindOf(List<JsonValue> values, Generator generator) {
        JsonValue.Kind made = KINDS.get(generator.type());
        return !values.isEmpty() && values.stream().allMatch(value -> value.kind() == made);
    }

    private static boolean isTypeAlone(MatchingRule rule) {
        return rule.type().equals("type") && !rule.attributes().has("schema");
    }

    /** What is filled into an array is perhaps what its other elements are held against. */
    private static boolean isSettled(String path, MatchingRules rules) {
        Map<String, RuleGroup> groups = rules.of(Category.BODY);
        return groups.containsKey(path)
                && tokens(path).stream().allMatch(Field.class::isInstance)
                && groups.entrySet().stream()
                        .filter(each -> meet(each.getKey(), path) && liesAround(each.getKey(), path))
                        .flatMap(each -> each.getValue().rules().stream())
                        .allMatch(rule -> TextRule.ignoresExample(rule)
                                || (OF_THEIR_VALUE.contains(rule.type())
                                        && !rule.attributes().has("schema")));
    }

    /** As {@link #isSettled}, of a value in each element: where they are held against one another, they are by nothing but their types. */
    private static boolean isSettledInArrays(String path, MatchingRules rules) {
        Map<String, RuleGroup> groups = rules.of(Category.BODY);
        return groups.containsKey(path)
                && tokens(path).stream().allMatch(token -> token instanceof Field || token instanceof AnyIndex)
                && groups.entrySet().stream()
                        .filter(each -> meet(each.getKey(), path) && liesAround(each.getKey(), path))
                        .allMatch(each ->
                                tokens(each.getKey()).size() < tokens(path).size()
                                        && each.getValue().rules().stream().allMatch(Filled::isTypeAlone));
    }

    /** Of two that meet: whether the one is no place in the other. */
    private static boolean liesAround(String place, String filled) {
        return !tokens(place).equals(tokens(filled))
                && tokens(place).size() <= tokens(filled).size();
    }

    /** What was found by examples, doubted where it is about what is filled in, and what became of the generators. */
    static List<Difference> doubted(List<Difference> found, String side, Answer before, Answer after) {
        Filled was = of(before, after);
        Filled is = of(after, before);
        List<Difference> doubted = new ArrayList<>();
        for (Difference each : found) {
            doubted.add(was.concerns(each) || is.concerns(each) ? each.unclear(REASON) : each);
        }
        if (Sameness.of(before.generators(), after.generators())) {
            Stream.concat(was.places.stream(), is.places.stream())
                    .distinct()
                    .filter(place -> found.stream().noneMatch(each -> concerns(each, place)))
                    .forEach(place ->
                            hidden(side, place, before.rules(), after.rules()).ifPresent(doubted::add));
        } else {
            boolean harmless = was.places().isEmpty() && is.places().isEmpty();
            doubted.add(new Difference(
                    side,
                    "generators",
                    null,
                    harmless ? Change.CHANGED : Change.UNKNOWN,
                    harmless ? Duty.SAME : Duty.UNKNOWN,
                    words(before.generators()),
                    words(after.generators()),
                    null,
                    harmless ? null : REASON));
        }
        return doubted;
    }

    /** That other rules count for what is filled in, although no example shows it. */
    private static Optional<Difference> hidden(
            String side, Filling filled, MatchingRules rulesBefore, MatchingRules rulesAfter) {
        Map<String, RuleGroup> was = rules(filled, rulesBefore);
        Map<String, RuleGroup> is = rules(filled, rulesAfter);
        return Sameness.ofBody(was, is)
                ? Optional.empty()
                : Optional.of(new Difference(
                        side, filled.place(), null, Change.UNKNOWN, Duty.UNKNOWN, made(was), made(is), null, REASON));
    }

    /** Those that may judge what is filled in at a place, by their own places. */
    private static Map<String, RuleGroup> rules(Filling filled, MatchingRules rules) {
        Map<String, RuleGroup> concerned = new LinkedHashMap<>();
        rules.groups()
                .forEach((category, groups) -> groups.forEach((key, group) -> {
                    if (filled.isConcernedBy(place(category, key))) {
                        concerned.put(key, group);
                    }
                }));
        return concerned;
    }

    private static String made(Map<String, RuleGroup> rules) {
        String types = rules.values().stream()
                .flatMap(group -> group.rules().stream())
                .map(MatchingRule::type)
                .distinct()
                .collect(joining(", "));
        return types.isEmpty() ? "what is filled in" : "what is filled in, by the rules " + types;
    }

    /** {@code ProviderState for body $.id}. */
    static String words(Generators generators) {
        return generators.isEmpty()
                ? "none"
                : generators.byCategory().entrySet().stream()
                        .flatMap(category -> category.getValue().entrySet().stream()
                                .map(each -> each.getValue().type() + " for "
                                        + (category.getKey().text() + " " + each.getKey()).strip()))
                        .collect(joining(", "));
    }

    private boolean concerns(Difference difference) {
        return places.stream().anyMatch(filled -> concerns(difference, filled));
    }

    private static boolean concerns(Difference difference, Filling filled) {
        return difference.places().stream().anyMatch(filled::isConcernedBy);
    }

    private static boolean meet(String place, String filled) {
        if (!filled.startsWith(ROOT) || !place.startsWith(ROOT)) {
            return place.equalsIgnoreCase(filled);
        }
        List<Token> one = tokens(place);
        List<Token> other = tokens(filled);
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!isStar(one.get(i)) && !isStar(other.get(i)) && !one.get(i).equals(other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What cannot be read may be anywhere. */
    private static List<Token> tokens(String path) {
        return RulePath.parse(path).map(RulePath::tokens).orElse(List.of());
    }

    private static boolean isStar(Token token) {
        return token instanceof AnyEntry || token instanceof AnyIndex;
    }
}
