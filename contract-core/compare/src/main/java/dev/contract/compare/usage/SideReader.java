package dev.contract.compare.usage;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.rule.RuleCompiler;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.ValueKey;
import dev.contract.core.presence.WholeExample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the places that a side of an interaction relies on. Used once. */
final class SideReader {
    /** More statuses of a class than this stand as the class: nobody names so many one by one. */
    private static final int MOST_OF_CLASS = 20;

    private final Map<Place.Key, Relied> known;
    private final List<Reason> reasons = new ArrayList<>();

    /** A place with the rule, in words, by which it is relied on. */
    record Reason(Relied place, String rule) {
        void of(int consumer) {
            place.on(consumer, rule);
        }
    }

    private SideReader(Map<Place.Key, Relied> known) {
        this.known = known;
    }

    /**
     * What a side relies on.
     *
     * @param known the outermost places of its operation that are known; those that it has beyond them are added
     */
    static List<Reason> read(Side side, Map<Place.Key, Relied> known) {
        SideReader reader = new SideReader(known);
        side.read(reader);
        return reader.reasons;
    }

    private void add(Place place, String rule) {
        add(relied(place), rule);
    }

    private void add(Relied place, String rule) {
        reasons.add(new Reason(place, rule));
    }

    private Relied relied(Place place) {
        return known.computeIfAbsent(place.key(), any -> new Relied(place));
    }

    void request(RequestPart part) {
        HttpRequest example = part.example();
        Map<String, RuleGroup> query = byName(part.rules(), Category.QUERY, false);
        example.query().names().forEach(name -> add(Place.named("", Part.QUERY, name), RuleWords.of(query.get(name))));
        headers(example.headers(), part.rules(), "", Part.REQUEST_HEADER);
        body(
                example.body(),
                example.headers().contentType().orElse(null),
                part.rules(),
                Presence.NONE,
                "",
                Part.REQUEST_FIELD);
    }

    void response(ResponsePart part) {
        HttpResponse example = WholeExample.of(part).example();
        RuleGroup rules = part.rules().single(Category.STATUS).orElse(null);
        for (String status : statuses(rules, example.status())) {
            add(Place.status(status), RuleWords.of(rules));
            headers(example.headers(), part.rules(), status, Part.HEADER);
            body(
                    example.body(),
                    example.headers().contentType().orElse(null),
                    part.rules(),
                    part.presence(),
                    status,
                    Part.FIELD);
        }
    }

    /** All that the matcher accepts: any of them may come, and then its headers and fields are read. */
    private static List<String> statuses(@Nullable RuleGroup group, int example) {
        String expected = Integer.toString(example);
        if (group == null) {
            return List.of(expected);
        }
        Rules rules = new RuleCompiler(() -> "", problem -> {}).compile(group);
        IntPredicate accepted = status ->
                rules.refusals(JsonNumber.of(example), JsonNumber.of(status)).isEmpty();
        List<String> statuses = IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(hundreds -> ofClass(hundreds, accepted))
                .toList();
        return statuses.isEmpty() ? List.of(expected) : statuses;
    }

    private static Stream<String> ofClass(int hundreds, IntPredicate accepted) {
        List<String> numbers = IntStream.range(hundreds * 100, hundreds * 100 + 100)
                .filter(accepted)
                .mapToObj(Integer::toString)
                .toList();
        return numbers.size() > MOST_OF_CLASS ? Stream.of(hundreds + "XX") : numbers.stream();
    }

    private void headers(Headers headers, MatchingRules rules, String status, Part part) {
        Map<String, RuleGroup> groups = byName(rules, Category.HEADER, true);
        headers.names().forEach(name -> add(Place.named(status, part, name), RuleWords.of(groups.get(name))));
    }

    private static Map<String, RuleGroup> byName(MatchingRules rules, Category category, boolean ignoringCase) {
        if (rules.of(category).isEmpty()) {
            return Map.of();
        }
        Map<String, RuleGroup> groups = ignoringCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        rules.of(category).forEach((key, group) -> {
            groups.put(key, group);
            groups.putIfAbsent(ValueKey.parse(key).name(), group);
        });
        return groups;
    }

    private void body(
            Body body,
            @Nullable ContentType declared,
            MatchingRules rules,
            Presence presence,
            String status,
            Part part) {
        Relied root = relied(Place.field(status, part, RulePath.ROOT));
        BodyFields.read(body, declared, rules.of(Category.BODY), presence, root, this::add);
    }

    void sentMessage(MessagePart part) {
        body(part.contents(), typeOf(part), part.rules(), Presence.NONE, "", Part.REQUEST_FIELD);
    }

    void message(MessagePart part) {
        MessagePart whole = WholeExample.of(part);
        JsonObject metadata = part.metadata();
        Map<String, RuleGroup> groups = byName(part.rules(), Category.METADATA, false);
        metadata.names().forEach(name -> add(Place.named("", Part.METADATA, name), RuleWords.of(groups.get(name))));
        body(whole.contents(), typeOf(part), part.rules(), part.presence(), "", Part.FIELD);
    }

    private static @Nullable ContentType typeOf(MessagePart part) {
        return part.contents()
                .contentType()
                .or(() -> MessagePart.contentType(part.metadata()))
                .orElse(null);
    }
}
