package dev.contract.consumer.variation;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a body might be instead: of JSON, value by value; of other texts, as a whole. Used once. */
final class BodyProposals {
    private static final String UNKNOWN = "unknownToTheContract";
    private static final int MOST_PLACES = 2_000;
    private static final int MOST_ELEMENTS = 20;
    private static final int MANY = 100;
    private static final int MOST = 10_000;

    private final Subject subject;
    private final RandomGenerator random;
    private final PlaceRules rules;
    private final Set<RulePath> fixed;
    private final Map<Spot, List<Change>> proposals = new LinkedHashMap<>();

    private final Set<Replaced> replaced = new HashSet<>();

    private record Replaced(RulePath path, JsonValue value) {}

    private BodyProposals(Subject subject, RandomGenerator random) {
        this.subject = subject;
        this.random = random;
        this.rules = new PlaceRules(subject.part().rules().of(Category.BODY));
        this.fixed = linksToStub(subject);
    }

    /** By place; empty when there is no body, or nothing may differ in it. */
    static List<List<Change>> of(Subject subject, RandomGenerator random) {
        BodyProposals body = new BodyProposals(subject, random);
        JsonValue json = subject.whole().json();
        if (json != null) {
            body.visit(RulePath.ROOT, json);
        } else if (subject.whole().response().body().isPresent()) {
            body.text(subject.whole().response().body().text(subject.whole().charset()));
        }
        return List.copyOf(body.proposals.values());
    }

    /** A consumer that follows a link has to come back to the stub. */
    private static Set<RulePath> linksToStub(Subject subject) {
        return subject.part().generators().of(Category.BODY).entrySet().stream()
                .filter(each -> isLink(each.getValue()))
                .flatMap(each -> RulePath.parse(each.getKey()).stream())
                .collect(Collectors.toSet());
    }

    static boolean isLink(Generator generator) {
        return generator.type().equals("MockServerURL");
    }

    private void text(String example) {
        Spot spot = new Spot.InBody(RulePath.ROOT);
        Alternatives.of(JsonString.of(example), rules.at(List.of()), random).stream()
                .filter(each -> each.value() instanceof JsonString)
                .forEach(each -> add(
                        spot,
                        Alternative.shown(JsonString.of(example)),
                        each.shown(),
                        draft -> draft.withText(each.value().text())));
    }

    private void visit(RulePath path, JsonValue example) {
        if (proposals.size() >= MOST_PLACES || fixed.contains(path)) {
            return;
        }
        replace(path, example, Alternative.of(JsonNull.NULL));
        List<MatchingRule> own = rules.at(path.tokens());
        if (example instanceof JsonObject object) {
            object(path, object, own);
        } else if (example instanceof JsonArray array) {
            array(path, array, own);
        } else if (rules.reach(path.tokens())) {
            Alternatives.of(example, own, random).forEach(each -> replace(path, example, each));
        }
    }

    private void object(RulePath path, JsonObject example, List<MatchingRule> own) {
        replace(path, example, new Alternative(JsonObject.EMPTY, "empty"));
        example.forEach((name, value) -> {
            RulePath entry = path.then(new Field(name));
            add(new Spot.InBody(entry), shown(value), "absent", draft -> draft.without(entry.tokens()));
            visit(entry, value);
        });
        if (!example.isEmpty() && rules.reach(path.tokens())) {
            keys(example, own).forEach(name -> put(path, example, name, example.valueAt(0)));
        }
        unknown(path, example);
    }

    private void unknown(RulePath path, JsonObject example) {
        put(path, example, UNKNOWN, JsonObject.of("a", JsonArray.of(JsonNumber.of(1))));
    }

    private List<String> keys(JsonObject example, List<MatchingRule> own) {
        List<String> names = new ArrayList<>(List.of(example.nameAt(0) + "2", "Zoë 名前", ""));
        own.stream()
                .filter(rule -> rule.type().equals("eachKey"))
                .flatMap(rule -> rule.attributes().array("rules").stream())
                .flatMap(JsonArray::stream)
                .flatMap(rule -> rule.asObject().stream())
                .flatMap(rule ->
                        RegexTexts.of(new MatchingRule(rule.string("match").orElse(""), rule), random).stream())
                .forEach(text -> names.add(text.value().text()));
        names.removeIf(example::has);
        return names;
    }

    private void put(RulePath path, JsonObject owner, String name, JsonValue value) {
        if (!owner.has(name)) {
            RulePath entry = path.then(new Field(name));
            add(
                    new Spot.InBody(entry),
                    "absent",
                    shown(value) + " (a key that the example does not have)",
                    draft -> draft.with(entry.tokens(), value));
        }
    }

    private void array(RulePath path, JsonArray example, List<MatchingRule> own) {
        sizes(path, example, own);
        for (int i = 0; i < visited(example, own); i++) {
            visit(path.then(new Index(i)), example.get(i));
        }
    }

    /** The elements of a list with a rule are like the first one. */
    private static int visited(JsonArray example, List<MatchingRule> own) {
        return Math.min(own.isEmpty() ? MOST_ELEMENTS : 1, example.size());
    }

    private void sizes(RulePath path, JsonArray example, List<MatchingRule> own) {
        if (!rules.reach(path.tokens())) {
            return;
        }
        replace(path, example, new Alternative(JsonArray.EMPTY, "empty"));
        if (example.isEmpty()) {
            return;
        }
        Set<Integer> counts = new LinkedHashSet<>(List.of(1, 2, MANY));
        own.stream()
                .flatMap(rule -> Stream.of("min", "max").flatMap(name -> rule.attributes().get(name).stream()))
                .flatMap(bound -> bound.asNumber().stream())
                .filter(bound -> bound.isInteger() && bound.text().length() < 6)
                .map(bound -> Math.min(MOST, Integer.parseInt(bound.text())))
                .filter(bound -> bound > 0)
                .forEach(counts::add);
        counts.forEach(count -> repeat(path, example, count));
        List<JsonValue> backwards = new ArrayList<>(example.elements());
        Collections.reverse(backwards);
        replace(path, example, new Alternative(JsonArray.of(backwards), "backwards"));
        List<JsonValue> more = new ArrayList<>(example.elements());
        more.add(JsonObject.EMPTY);
        replace(path, example, new Alternative(JsonArray.of(more), "one more of another kind"));
    }

    private void repeat(RulePath path, JsonArray example, int count) {
        List<JsonValue> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(example.get(i % example.size()));
        }
        String what = count == 1 ? "1 element" : count + " elements";
        replace(path, example, new Alternative(JsonArray.of(elements), what));
    }

    private void replace(RulePath path, JsonValue example, Alternative other) {
        if (!other.value().equals(example) && replaced.add(new Replaced(path, other.value()))) {
            add(
                    new Spot.InBody(path),
                    shown(example),
                    other.shown(),
                    draft -> draft.with(path.tokens(), other.value()));
        }
    }

    private void add(Spot spot, String example, String varied, UnaryOperator<Draft> edit) {
        proposals.computeIfAbsent(spot, key -> new ArrayList<>()).add(new Change(subject, spot, example, varied, edit));
    }

    private static String shown(JsonValue value) {
        return Alternative.shown(value);
    }

    /** An object's key that no rule speaks of, in each object that may have one. */
    static List<Change> unknownFields(Subject subject) {
        BodyProposals body = new BodyProposals(subject, new SplittableRandom(0));
        JsonValue json = subject.whole().json();
        if (json != null) {
            body.visitObjects(RulePath.ROOT, json);
        }
        return body.proposals.values().stream()
                .flatMap(List::stream)
                .filter(change -> subject.permits(List.of(change)))
                .toList();
    }

    private void visitObjects(RulePath path, JsonValue example) {
        if (proposals.size() >= MOST_PLACES) {
            return;
        }
        if (example instanceof JsonObject object) {
            object.forEach((name, value) -> visitObjects(path.then(new Field(name)), value));
            unknown(path, object);
        } else if (example instanceof JsonArray array) {
            for (int i = 0; i < visited(array, rules.at(path.tokens())); i++) {
                visitObjects(path.then(new Index(i)), array.get(i));
            }
        }
    }
}
