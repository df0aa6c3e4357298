package dev.contract.consumer.variation;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.ValueKey;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What status and headers might be instead. */
final class HeadProposals {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String UNKNOWN = "X-Unknown-To-The-Contract";

    /** What the way the answer goes has to say, and not its author. */
    private static final Set<String> OF_TRANSPORT = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "keep-alive",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final List<Integer> STATUSES = List.of(
            201, 202, 203, 206, 299, 200, 300, 301, 302, 303, 307, 308, 399, 401, 403, 404, 409, 410, 418, 422, 429,
            451, 499, 400, 501, 502, 503, 504, 599, 500, 204);

    private final Subject subject;
    private final HttpResponse example;
    private final RandomGenerator random;

    private HeadProposals(Subject subject, RandomGenerator random) {
        this.subject = subject;
        this.example = subject.whole().response();
        this.random = random;
    }

    /** By place; empty when there is no head. */
    static List<List<Change>> of(Subject subject, RandomGenerator random) {
        HeadProposals head = new HeadProposals(subject, random);
        if (!subject.hasHead()) {
            return List.of();
        }
        List<List<Change>> proposals = new ArrayList<>();
        proposals.add(head.statuses());
        head.names().forEach(name -> proposals.add(head.header(name)));
        proposals.add(new ArrayList<>(List.of(head.change(UNKNOWN, UNKNOWN, List.of("1"), "absent", "\"1\""))));
        return proposals;
    }

    private List<String> names() {
        Set<String> links = subject.part().generators().of(Category.HEADER).entrySet().stream()
                .filter(each -> BodyProposals.isLink(each.getValue()))
                .map(each -> ValueKey.parse(each.getKey()).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return example.headers().names().stream()
                .filter(name -> !OF_TRANSPORT.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !links.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<Change> statuses() {
        Stream<JsonValue> listed = subject.part().rules().single(Category.STATUS).stream()
                .flatMap(group -> group.rules().stream())
                .flatMap(rule -> rule.attributes().array("status").stream())
                .flatMap(JsonArray::stream);
        Set<Integer> statuses = new LinkedHashSet<>();
        listed.flatMap(each -> each.asNumber().stream())
                .filter(number -> number.text().matches("[1-5]\\d\\d"))
                .forEach(number -> statuses.add(Integer.parseInt(number.text())));
        statuses.addAll(STATUSES);
        statuses.removeIf(status -> status == example.status()
                || (isBodiless(status) && example.body().isPresent()));
        return statuses.stream().map(this::status).collect(Collectors.toCollection(ArrayList::new));
    }

    /** HTTP would cut the body off, and then the contract does not permit it. */
    private static boolean isBodiless(int status) {
        return status < 200 || status == 204 || status == 205 || status == 304;
    }

    private Change status(int other) {
        return new Change(
                subject,
                new Spot.Status(),
                String.valueOf(example.status()),
                String.valueOf(other),
                draft -> draft.with(draft.response().withStatus(other)));
    }

    private List<Change> header(String name) {
        List<String> values = example.headers().values(name);
        List<Change> changes = new ArrayList<>();
        if (name.equalsIgnoreCase(CONTENT_TYPE)) {
            charset(name).ifPresent(changes::add);
        } else if (!values.isEmpty()) {
            values(name, values.get(0), changes);
        }
        Stream.of(name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))
                .filter(other -> !other.equals(name))
                .forEach(other -> changes.add(change(name, other, values, name, other + " (its name)")));
        return changes;
    }

    /** Of a media type nothing varies that says how the body is to be read. */
    private Optional<Change> charset(String name) {
        String type = example.headers().first(name).orElse("");
        boolean canBeSaid = subject.whole().json() != null && !type.contains(";");
        String said = type + ";charset=UTF-8";
        return canBeSaid
                ? Optional.of(change(name, name, List.of(said), Quoted.text(type), Quoted.text(said)))
                : Optional.empty();
    }

    private void values(String name, String first, List<Change> changes) {
        List<String> pieces = Stream.of(first.split(",", -1)).map(String::strip).toList();
        for (List<String> lines : List.of(List.of(first, first), pieces, List.of(first, "something-else"))) {
            if (lines.size() > 1) {
                String shown = lines.stream().map(Quoted::text).collect(Collectors.joining(", "));
                changes.add(change(name, name, lines, Quoted.text(first), shown + " (on lines of their own)"));
            }
        }
        Alternatives.ofHeader(first, rules(name), random)
                .forEach(each -> changes.add(
                        change(name, name, List.of(each.value().text()), Quoted.text(first), each.shown())));
    }

    private List<MatchingRule> rules(String name) {
        return subject.part().rules().of(Category.HEADER).entrySet().stream()
                .filter(each -> ValueKey.parse(each.getKey()).name().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .map(RuleGroup::rules)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * @param spelt the name as it is to be written
     * @param values on a line each
     */
    private Change change(String name, String spelt, List<String> values, String from, String to) {
        return new Change(
                subject,
                new Spot.Header(name),
                from,
                to,
                draft -> draft.with(draft.response()
                        .withHeaders(draft.response().headers().without(name).with(spelt, values))));
    }
}
