package dev.contract.compare.usage;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.model.ValueKey;
import dev.contract.core.presence.WholeExample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what contracts rely on, contract by contract. One thread at a time. */
final class Gathering {
    /** What a rule may call a class of statuses, and its digit. */
    private static final Map<String, String> CLASSES =
            Map.of("info", "1XX", "success", "2XX", "redirect", "3XX", "clientError", "4XX", "serverError", "5XX");

    private final PathTemplates templates;
    private final Set<String> consumers = new TreeSet<>();
    private final Map<Operation, Gathered> operations = new TreeMap<>();
    private int interactions;

    /** Of one operation: who asks, and for what. Sorted only in the end: what is added here comes by the million. */
    private static final class Gathered {
        private final Map<String, Set<String>> callers = new TreeMap<>();
        private final Map<Place.Key, Relied> places = new HashMap<>();

        OperationUsage usage(Operation operation) {
            List<Caller> asking = new ArrayList<>();
            callers.forEach((consumer, names) -> asking.add(new Caller(consumer, List.copyOf(names))));
            return new OperationUsage(
                    operation,
                    asking,
                    places.values().stream()
                            .map(Relied::usage)
                            .sorted(Comparator.comparing(PlaceUsage::place))
                            .toList());
        }
    }

    /** Of one place: by whom, and by which rules. */
    private static final class Relied {
        private final Place place;
        private final Map<String, Set<String>> by = new HashMap<>();
        private boolean whole;

        Relied(Place place) {
            this.place = place;
        }

        PlaceUsage usage() {
            return new PlaceUsage(
                    place,
                    whole,
                    by.entrySet().stream()
                            .map(each -> new Reliance(
                                    each.getKey(),
                                    each.getValue().stream().sorted().toList()))
                            .sorted(Comparator.comparing(Reliance::consumer))
                            .toList());
        }
    }

    Gathering(PathTemplates templates) {
        this.templates = templates;
    }

    void add(Contract contract) {
        consumers.add(contract.consumer());
        for (Interaction interaction : contract.interactions()) {
            interactions++;
            Gathered gathered = operations.computeIfAbsent(templates.of(interaction), any -> new Gathered());
            gathered.callers
                    .computeIfAbsent(contract.consumer(), any -> new LinkedHashSet<>())
                    .add(interaction.quoted());
            interaction.fold(new Parts(contract.consumer(), gathered));
        }
    }

    Usage usage(String provider) {
        List<OperationUsage> used = new ArrayList<>();
        operations.forEach((operation, gathered) -> used.add(gathered.usage(operation)));
        return new Usage(provider, List.copyOf(consumers), interactions, used);
    }

    /** What the parts of one interaction add. */
    private record Parts(String consumer, Gathered gathered) implements Interaction.Cases<Gathered> {
        private void add(Place place, String rule) {
            relied(place).by.computeIfAbsent(consumer, any -> new HashSet<>()).add(rule);
        }

        private Relied relied(Place place) {
            return gathered.places.computeIfAbsent(place.key(), any -> new Relied(place));
        }

        @Override
        public Gathered http(HttpInteraction exchange) {
            request(exchange.request());
            response(exchange.response());
            return gathered;
        }

        private void request(RequestPart part) {
            HttpRequest example = part.example();
            Map<String, RuleGroup> query = byName(part.rules(), Category.QUERY, false);
            example.query()
                    .names()
                    .forEach(name -> add(Place.named("", Part.QUERY, name), RuleWords.of(query.get(name))));
            headers(example.headers(), part.rules(), "", Part.REQUEST_HEADER);
            body(
                    example.body(),
                    example.headers().contentType().orElse(null),
                    part.rules(),
                    Presence.NONE,
                    "",
                    Part.REQUEST_FIELD);
        }

        private void response(ResponsePart part) {
            HttpResponse example = WholeExample.of(part).example();
            RuleGroup rules = part.rules().single(Category.STATUS).orElse(null);
            String status = statusClass(rules, example.status());
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

        private static String statusClass(@Nullable RuleGroup group, int example) {
            return group == null
                    ? Integer.toString(example)
                    : group.rules().stream()
                            .map(MatchingRule::attributes)
                            .flatMap(attributes -> attributes.string("status").stream())
                            .filter(CLASSES::containsKey)
                            .map(CLASSES::get)
                            .findFirst()
                            .orElse(Integer.toString(example));
        }

        private void headers(Headers headers, MatchingRules rules, String status, Part part) {
            Map<String, RuleGroup> groups = byName(rules, Category.HEADER, true);
            headers.names().forEach(name -> add(Place.named(status, part, name), RuleWords.of(groups.get(name))));
        }

        private static Map<String, RuleGroup> byName(MatchingRules rules, Category category, boolean ignoringCase) {
            Map<String, RuleGroup> groups =
                    ignoringCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
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
            BodyFields.read(body, declared, rules.of(Category.BODY), presence, (path, rule, whole) -> {
                Place place = Place.field(status, part, path);
                add(place, rule);
                if (whole) {
                    relied(place).whole = true;
                }
            });
        }

        @Override
        public Gathered asyncMessage(AsyncMessage message) {
            message(message.message());
            return gathered;
        }

        @Override
        public Gathered syncMessage(SyncMessage message) {
            MessagePart request = message.request();
            body(request.contents(), typeOf(request), request.rules(), Presence.NONE, "", Part.REQUEST_FIELD);
            message.responses().forEach(this::message);
            return gathered;
        }

        private void message(MessagePart part) {
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
}
