package dev.contract.draft.foreign;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.draft.DraftSettings;
import dev.contract.draft.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Imposters of Mountebank: a file as {@code mb save} writes it, or one imposter.
 *
 * <p>Answers are examples: those of other values of the same types will do. One thread at a time.
 */
public final class Mountebank {
    private static final int MOST_BRANCHES = 32;

    private static final Set<String> OPERATORS =
            Set.of("equals", "deepEquals", "contains", "startsWith", "endsWith", "matches", "exists");
    private static final Set<String> HARMLESS = Set.of("caseSensitive", "keyCaseSensitive");
    private static final Members PARTS = new Members(Set.of("statusCode", "headers", "body", "_mode"), Set.of());
    private static final Members OF_REQUESTS = new Members(
            Set.of("method", "path", "query", "headers", "form", "body"), Set.of("requestFrom", "ip", "timestamp"));

    private final Location source;
    private final String imposter;
    private final DraftSettings settings;
    private final List<Interaction> interactions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param imposter name or port of the imposter that plays the provider; empty when the file has only one */
    public Mountebank(String source, String imposter, DraftSettings settings) {
        this.source = Location.of(source);
        this.imposter = imposter;
        this.settings = settings;
    }

    /**
     * Reads a file.
     *
     * @throws JsonSyntaxException if it is no JSON
     * @throws ContractException if it is not told which of its imposters is meant
     */
    public Imported read(byte[] bytes) {
        JsonValue root = JsonReader.readLocated(source.source(), bytes).root();
        JsonObject file = root.asObject().orElse(JsonObject.EMPTY);
        List<JsonObject> imposters = file.array("imposters")
                .map(all ->
                        all.stream().flatMap(each -> each.asObject().stream()).toList())
                .orElse(List.of(file));
        JsonObject chosen = chosen(imposters);
        String protocol = chosen.string("protocol").orElse("http");
        if (!protocol.startsWith("http")) {
            throw new ContractException(Problem.error("CONTRACT-IMPORT", "this imposter does not speak HTTP")
                    .at(chosen.get("protocol").map(JsonValue::location).orElse(source))
                    .found(protocol)
                    .mend("import one that does"));
        }
        for (JsonValue stub : chosen.array("stubs").orElse(JsonArray.EMPTY)) {
            stub(stub, stub.asObject().orElse(JsonObject.EMPTY));
        }
        return Imported.of(interactions, problems);
    }

    private JsonObject chosen(List<JsonObject> imposters) {
        List<JsonObject> meant = imposters.stream()
                .filter(each -> imposter.isEmpty() || names(each).contains(imposter))
                .toList();
        if (meant.size() != 1) {
            throw new ContractException(Problem.error("CONTRACT-IMPORT", "it is not clear which imposter is meant")
                    .at(source)
                    .found(String.join(
                            "\n",
                            imposters.stream()
                                    .map(each -> String.join(", port ", names(each)))
                                    .toList()))
                    .mend("name one: --imposter NAME or --imposter PORT"));
        }
        return meant.get(0);
    }

    private static List<String> names(JsonObject imposter) {
        return List.of("name", "port").stream()
                .flatMap(name -> imposter.get(name).stream())
                .map(JsonValue::text)
                .toList();
    }

    /** Predicates joined by "or" are requests of their own. */
    private void stub(JsonValue value, JsonObject stub) {
        List<JsonValue> predicates =
                stub.array("predicates").map(JsonArray::elements).orElse(List.of());
        List<List<JsonValue>> branches = branches(predicates);
        if (branches.size() > MOST_BRANCHES) {
            problems.add(Problem.error("CONTRACT-IMPORT", "this becomes no interaction")
                    .at(Objects.requireNonNullElse(value.location(), source))
                    .found("it is for more than " + MOST_BRANCHES + " kinds of requests")
                    .mend("split the stub"));
            return;
        }
        branches.forEach(branch -> stub(value, stub, branch));
    }

    private static List<List<JsonValue>> branches(List<JsonValue> predicates) {
        List<List<JsonValue>> branches = List.of(List.of());
        for (JsonValue predicate : predicates) {
            JsonObject object = predicate.asObject().orElse(JsonObject.EMPTY);
            List<List<JsonValue>> choices = new ArrayList<>();
            if (object.array("or").isPresent()) {
                object.array("or").get().forEach(each -> choices.addAll(branches(List.of(each))));
            } else if (object.array("and").isPresent()) {
                choices.addAll(branches(object.array("and").get().elements()));
            } else {
                choices.add(List.of(predicate));
            }
            branches = product(branches, choices);
        }
        return branches;
    }

    private static List<List<JsonValue>> product(List<List<JsonValue>> ones, List<List<JsonValue>> others) {
        List<List<JsonValue>> all = new ArrayList<>();
        for (List<JsonValue> one : ones) {
            for (List<JsonValue> other : others) {
                if (all.size() <= MOST_BRANCHES) {
                    List<JsonValue> both = new ArrayList<>(one);
                    both.addAll(other);
                    all.add(both);
                }
            }
        }
        return all;
    }

    private void stub(JsonValue value, JsonObject stub, List<JsonValue> predicates) {
        Ported ported = new Ported(value, source);
        MountebankRequest request = new MountebankRequest(ported);
        predicates.forEach(
                predicate -> request.predicate(predicate, predicate.asObject().orElse(JsonObject.EMPTY)));
        String words = request.end(value);
        HttpResponse answer = response(value, stub, ported);
        if (ported.isPossible()) {
            interactions.add(ported.answeredLike(words, answer, settings));
        }
        problems.addAll(ported.problems());
    }

    private static HttpResponse response(JsonValue place, JsonObject stub, Ported ported) {
        List<JsonValue> responses =
                stub.array("responses").map(JsonArray::elements).orElse(List.of());
        if (responses.size() > 1) {
            ported.without(
                    responses.get(1), "a contract has one answer, and here are " + responses.size(), Ported.STUBS_OWN);
        }
        JsonObject first =
                responses.stream().findFirst().flatMap(JsonValue::asObject).orElse(JsonObject.EMPTY);
        behaviours(first, ported);
        Optional<JsonObject> is = first.object("is");
        if (is.isEmpty()) {
            String what = Ported.word(first, "nothing");
            ported.cannot(
                    first.isEmpty() ? place : first.valueAt(0),
                    "no provider promises what " + what + " answers",
                    what.equals("\"proxy\"") ? "record the traffic: contract record, or a HAR file" : Ported.BY_HAND);
        }
        return is.map(it -> response(it, ported)).orElse(HttpResponse.of(200));
    }

    /** In one object, or, since version 2.5, in an array of objects. */
    private static void behaviours(JsonObject response, Ported ported) {
        response.get("repeat")
                .ifPresent(it ->
                        ported.without(it, "how often an answer is given is no part of a contract", Ported.STUBS_OWN));
        for (String name : List.of("behaviors", "_behaviors")) {
            List<JsonValue> all = response.get(name)
                    .map(value -> value.asArray().map(JsonArray::elements).orElse(List.of(value)))
                    .orElse(List.of());
            for (JsonValue each : all) {
                each.asObject().orElse(JsonObject.EMPTY).forEach((behaviour, value) -> {
                    if (behaviour.equals("wait") || behaviour.equals("repeat")) {
                        ported.without(
                                value,
                                Quoted.text(behaviour) + " is nothing that two services agree on",
                                Ported.STUBS_OWN);
                    } else {
                        ported.cannot(
                                value,
                                Quoted.text(behaviour) + " makes the answer anew, and a contract needs an example",
                                Ported.BY_HAND);
                    }
                });
            }
        }
    }

    private static HttpResponse response(JsonObject is, Ported ported) {
        PARTS.check(is, "nothing that is known of answers", "correct it", ported);
        int status = ported.status(is.get("statusCode").orElse(JsonNumber.of(200)));
        Headers headers = Ported.fields(is.object("headers").orElse(JsonObject.EMPTY));
        boolean binary = is.string("_mode").filter("binary"::equals).isPresent();
        Body body = is.get("body")
                .map(value -> binary ? ported.decoded(value).map(Ported::bytes).orElse(Body.EMPTY) : content(value))
                .orElse(Body.MISSING);
        return Ported.typed(new HttpResponse(status, headers, body));
    }

    /** JSON may stand there as it is. */
    private static Body content(JsonValue value) {
        return value.asString().map(Ported::text).orElseGet(() -> Body.json(value));
    }

    /** The request that predicates are about. */
    private static final class MountebankRequest {
        private final Ported ported;
        private String method = "";
        private String path = "";

        MountebankRequest(Ported ported) {
            this.ported = ported;
        }

        void predicate(JsonValue place, JsonObject predicate) {
            Optional<String> operator =
                    predicate.names().stream().filter(OPERATORS::contains).findFirst();
            predicate.forEach((name, value) -> {
                boolean known = OPERATORS.contains(name) || HARMLESS.contains(name);
                if (!known && !value.toJson().equals("\"\"")) {
                    ported.cannot(value, "a contract has no word for " + Quoted.text(name), Ported.BY_HAND);
                }
            });
            operator.flatMap(predicate::object).ifPresent(fields -> {
                OF_REQUESTS.check(fields, "nothing that a contract asks of requests", "rely on what remains", ported);
                fields.forEach((field, value) -> field(operator.get(), field, value));
            });
            if (predicate.isEmpty()) {
                ported.cannot(place, "this predicate says nothing", "remove it");
            }
        }

        private void field(String operator, String field, JsonValue value) {
            switch (field) {
                case "method" -> method(operator, value);
                case "path" ->
                    wanted(operator, value, "/").ifPresent(wanted -> {
                        path = wanted.example();
                        ported.path(wanted);
                    });
                case "query" -> each(value, (name, each) -> parameter(operator, name, each));
                case "headers" -> each(value, (name, each) -> header(operator, name, each));
                case "form" -> form(operator, value);
                case "body" -> body(operator, value);
                default -> {
                    // told above
                }
            }
        }

        private static void each(JsonValue value, BiConsumer<String, JsonValue> action) {
            value.asObject().orElse(JsonObject.EMPTY).forEach(action);
        }

        private void method(String operator, JsonValue value) {
            boolean one = operator.matches("equals|deepEquals")
                    || (operator.equals("matches") && value.text().matches("\\^?[A-Za-z]+\\$?"));
            if (!one) {
                ported.cannot(value, "a request of a contract has one method", "write it");
            }
            method = value.text().replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
            ported.method(method);
        }

        private void parameter(String operator, String name, JsonValue value) {
            if (value.asArray().isPresent() && operator.matches("equals|deepEquals")) {
                ported.query(
                        name,
                        value.asArray().get().stream().map(JsonValue::text).toList(),
                        Optional.empty());
            } else if (!isAbsent(operator, value)) {
                wanted(operator, value, "")
                        .ifPresent(wanted -> ported.query(name, List.of(wanted.example()), wanted.rule()));
            }
        }

        private void header(String operator, String name, JsonValue value) {
            if (isAbsent(operator, value)) {
                ported.without(
                        value, "that a header is not there cannot be said in a contract", "rely on what remains");
            } else {
                wanted(operator, value, "").ifPresent(wanted -> ported.header(name, wanted));
            }
        }

        private static boolean isAbsent(String operator, JsonValue value) {
            return operator.equals("exists") && value.text().equals("false");
        }

        /** What a text has to be. Mountebank compares a part of it where an expression has no anchors. */
        private Optional<Wanted> wanted(String operator, JsonValue value, String start) {
            String text = value.text();
            String literal = Expressions.literal(text);
            String example = text.startsWith(start) ? text : start + text;
            return switch (operator) {
                case "equals", "deepEquals" -> Optional.of(Wanted.exactly(text));
                case "contains" -> Optional.of(Wanted.ruled(example, MatchingRule.regex(".*" + literal + ".*")));
                case "startsWith" -> Optional.of(Wanted.ruled(text, MatchingRule.regex(literal + ".*")));
                case "endsWith" -> Optional.of(Wanted.ruled(example, MatchingRule.regex(".*" + literal)));
                case "matches" -> ported.matching(value, whole(text));
                default ->
                    start.isEmpty() ? Optional.of(Wanted.ruled("example", MatchingRule.of("type"))) : Optional.empty();
            };
        }

        private static String whole(String regex) {
            String one = regex.contains("|") ? "(" + regex + ")" : regex;
            return (one.startsWith("^") ? "" : ".*") + one + (one.endsWith("$") ? "" : ".*");
        }

        private void form(String operator, JsonValue value) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            each(value, (name, each) -> fields.put(name, List.of(each.text())));
            if (!operator.matches("equals|deepEquals")) {
                ported.cannot(value, "a field of a form has to be written out", "use equals");
            }
            ported.body(Body.text(Query.of(fields).encoded(), ContentType.FORM), Map.of());
        }

        private void body(String operator, JsonValue value) {
            if (operator.matches("equals|deepEquals")) {
                ported.body(content(value), Map.of());
            } else {
                ported.cannot(
                        value,
                        Quoted.text(operator) + " says too little of the body to make an example of",
                        "use equals with the whole body, or " + Ported.BY_HAND);
            }
        }

        /** The words for it; a contract has requests with one method and path. */
        String end(JsonValue place) {
            if (method.isEmpty()) {
                ported.cannot(place, "a request of a contract has one method", "add it to a predicate");
            }
            if (path.isEmpty()) {
                ported.cannot(place, "a request of a contract has a path", "add it to a predicate");
            }
            return method + " " + path;
        }
    }
}
