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
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.draft.DraftSettings;
import dev.contract.draft.Expressions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stub mappings of WireMock: files of one mapping, or of many as its API exports them.
 *
 * <p>Answers are examples: those of other values of the same types will do. One thread at a time.
 */
public final class WireMock {
    private static final String REMAINS = "rely on what remains";

    private static final String OF_STUBS = "nothing that two services agree on";
    private static final String OF_NO_REQUEST = "nothing that a contract asks of requests";

    private static final Members OF_MAPPINGS = new Members(
            Set.of(
                    "id",
                    "uuid",
                    "name",
                    "request",
                    "response",
                    "persistent",
                    "insertionIndex",
                    "metadata",
                    "scenarioName",
                    "requiredScenarioState",
                    "newScenarioState"),
            Set.of("priority", "postServeActions", "serveEventListeners"));

    private static final Members OF_REQUESTS = new Members(
            Set.of(
                    "method",
                    "url",
                    "urlPath",
                    "urlPattern",
                    "urlPathPattern",
                    "urlPathTemplate",
                    "pathParameters",
                    "queryParameters",
                    "headers",
                    "cookies",
                    "basicAuth",
                    "basicAuthCredentials",
                    "bodyPatterns",
                    "formParameters",
                    "customMatcher",
                    "multipartPatterns"),
            Set.of("host", "port", "scheme", "clientIp"));

    private static final Members OF_RESPONSES = new Members(
            Set.of(
                    "status",
                    "headers",
                    "body",
                    "jsonBody",
                    "base64Body",
                    "bodyFileName",
                    "transformers",
                    "transformerParameters",
                    "fromConfiguredStub",
                    "fault",
                    "proxyBaseUrl"),
            Set.of("statusMessage", "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay"));

    private static final Pattern PARAMETER_OF_PATH = Pattern.compile("\\{([^{}/]+)}");
    private static final Pattern PARAMETER_OF_QUERY = Pattern.compile("([\\w-]+)=(.+)");

    private final Location source;
    private final Attachments files;
    private final DraftSettings settings;
    private final List<Interaction> interactions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param files of bodies, which lie in {@code __files}
     */
    public WireMock(String source, Attachments files, DraftSettings settings) {
        this.source = Location.of(source);
        this.files = files;
        this.settings = settings;
    }

    /**
     * Reads a file.
     *
     * @throws JsonSyntaxException if it is no JSON
     */
    public Imported read(byte[] bytes) {
        JsonDocument document = JsonReader.readLocated(source.source(), bytes);
        JsonObject root = document.root().asObject().orElse(JsonObject.EMPTY);
        List<JsonValue> mappings =
                root.array("mappings").map(JsonArray::elements).orElse(List.of(document.root()));
        mappings.forEach(this::mapping);
        return Imported.of(interactions, problems);
    }

    private void mapping(JsonValue value) {
        JsonObject mapping = value.asObject().orElse(JsonObject.EMPTY);
        Ported ported = new Ported(value, source);
        Optional<JsonObject> request = mapping.object("request");
        Optional<JsonObject> response = mapping.object("response");
        if (request.isEmpty() || response.isEmpty()) {
            ported.cannot(value, "this is no stub mapping: it has no request, or no response", "correct it");
        }
        OF_MAPPINGS.check(mapping, OF_STUBS, Ported.STUBS_OWN, ported);
        scenario(mapping, ported);
        request.ifPresent(it -> new WireMockRequest(it, ported).port());
        HttpResponse answer = response.map(it -> response(it, ported)).orElse(HttpResponse.of(200));
        if (ported.isPossible()) {
            interactions.add(ported.answeredLike(description(mapping), answer, settings));
        }
        problems.addAll(ported.problems());
    }

    private static String description(JsonObject mapping) {
        JsonObject request = mapping.object("request").orElse(JsonObject.EMPTY);
        String url = List.of("url", "urlPath", "urlPathTemplate", "urlPattern", "urlPathPattern").stream()
                .flatMap(name -> request.string(name).stream())
                .findFirst()
                .orElse("");
        return mapping.string("name").orElse(request.string("method").orElse("") + " " + url);
    }

    /** A scenario that was begun is something that must be true of the provider. */
    private static void scenario(JsonObject mapping, Ported ported) {
        String scenario = mapping.string("scenarioName").orElse("");
        mapping.get("requiredScenarioState").ifPresent(state -> {
            if (scenario.isEmpty()) {
                ported.cannot(state, "this is the state of a scenario without a name", "add \"scenarioName\"");
            } else if (state.text().equals("Started")) {
                ported.without(
                        state,
                        "that a scenario has not begun is no state of the provider",
                        "add a state if the provider needs one to answer like this");
            } else {
                ported.state(scenario + ": " + state.text());
            }
        });
        mapping.get("newScenarioState")
                .ifPresent(state ->
                        ported.without(state, "no contract says which state an answer brings about", Ported.STUBS_OWN));
    }

    private HttpResponse response(JsonObject response, Ported ported) {
        response.forEach((name, value) -> {
            if (Set.of("fault", "proxyBaseUrl").contains(name)) {
                ported.cannot(
                        value,
                        "no provider promises what " + Quoted.text(name) + " does",
                        Ported.BY_HAND + ", as stubOnly()");
            }
        });
        OF_RESPONSES.check(response, OF_STUBS, Ported.STUBS_OWN, ported);
        Headers all = Ported.fields(response.object("headers").orElse(JsonObject.EMPTY));
        Body body = body(response, ported);
        if (response.get("transformers")
                        .filter(it -> it.toJson().contains("response-template"))
                        .isPresent()
                && (body.text().contains("{{") || all.toString().contains("{{"))) {
            ported.cannot(
                    response.get("transformers").orElse(response),
                    "the answer has places for parts of the request, and a contract needs an example",
                    "write an answer without {{…}}, or " + Ported.BY_HAND);
        }
        return Ported.typed(
                new HttpResponse(ported.status(response.get("status").orElse(JsonNumber.of(200))), all, body));
    }

    private Body body(JsonObject response, Ported ported) {
        Optional<JsonValue> json = response.get("jsonBody");
        if (json.isPresent()) {
            return Body.json(json.get());
        }
        Optional<JsonValue> encoded = response.get("base64Body");
        if (encoded.isPresent()) {
            return ported.decoded(encoded.get())
                    .map(bytes -> Body.of(bytes, ContentType.OCTET_STREAM))
                    .orElse(Body.EMPTY);
        }
        Optional<JsonValue> file = response.get("bodyFileName");
        if (file.isPresent()) {
            return ported.file(file.get(), files, "in __files");
        }
        return response.string("body").map(Ported::text).orElse(Body.MISSING);
    }

    /** The request of a mapping. */
    private static final class WireMockRequest {
        private final JsonObject request;
        private final Ported ported;

        WireMockRequest(JsonObject request, Ported ported) {
            this.request = request;
            this.ported = ported;
        }

        void port() {
            request.forEach((name, value) -> {
                if (name.equals("customMatcher") || name.equals("multipartPatterns")) {
                    ported.cannot(value, "a contract has no word for " + Quoted.text(name), Ported.BY_HAND);
                }
            });
            OF_REQUESTS.check(request, OF_NO_REQUEST, REMAINS, ported);
            method();
            url();
            each("queryParameters", this::parameter);
            each("headers", (name, pattern) -> wanted(pattern).ifPresent(wanted -> ported.header(name, wanted)));
            each("cookies", (name, pattern) -> wanted(pattern).ifPresent(wanted -> ported.cookie(name, wanted)));
            basicAuth();
            body();
        }

        private void each(String attribute, BiConsumer<String, JsonObject> action) {
            request.object(attribute)
                    .orElse(JsonObject.EMPTY)
                    .forEach((name, pattern) ->
                            action.accept(name, pattern.asObject().orElse(JsonObject.EMPTY)));
        }

        private void method() {
            String method = request.string("method").orElse("ANY");
            if (method.equals("ANY")) {
                ported.cannot(
                        request.get("method").orElse(request), "a request of a contract has one method", "write it");
            }
            ported.method(method);
        }

        private void url() {
            Optional<JsonValue> exact = request.get("url");
            Optional<JsonValue> path = request.get("urlPath");
            Optional<JsonValue> template = request.get("urlPathTemplate");
            Optional<JsonValue> pathPattern = request.get("urlPathPattern");
            Optional<JsonValue> pattern = request.get("urlPattern");
            if (exact.isPresent()) {
                String[] parts = exact.get().text().split("\\?", 2);
                ported.path(Wanted.exactly(parts[0]));
                ported.query(parts.length > 1 ? Query.parse(parts[1]) : Query.EMPTY);
            } else if (path.isPresent()) {
                ported.path(Wanted.exactly(path.get().text()));
            } else if (template.isPresent()) {
                template(template.get().text());
            } else if (pathPattern.isPresent()) {
                ported.matching(pathPattern.get(), pathPattern.get().text()).ifPresent(ported::path);
            } else if (pattern.isPresent()) {
                pattern(pattern.get());
            } else {
                ported.cannot(
                        request, "a request of a contract has a path", "write one, such as \"urlPath\": \"/users\"");
            }
        }

        private void template(String template) {
            JsonObject parameters = request.object("pathParameters").orElse(JsonObject.EMPTY);
            StringBuilder example = new StringBuilder();
            StringBuilder regex = new StringBuilder();
            Matcher place = PARAMETER_OF_PATH.matcher(template);
            int end = 0;
            while (place.find()) {
                Wanted wanted = parameters
                        .object(place.group(1))
                        .flatMap(this::wanted)
                        .orElse(Wanted.ruled("1", MatchingRule.regex("[^/]+")));
                String literal = template.substring(end, place.start());
                example.append(literal).append(wanted.example());
                regex.append(Expressions.literal(literal))
                        .append(wanted.rule()
                                .flatMap(rule -> rule.attributes().string("regex"))
                                .orElse(Expressions.literal(wanted.example())));
                end = place.end();
            }
            String rest = template.substring(end);
            ported.path(Wanted.ruled(example + rest, MatchingRule.regex(regex + Expressions.literal(rest))));
        }

        /** An expression for path and query at once is taken apart at the question mark. */
        private void pattern(JsonValue pattern) {
            String[] parts = pattern.text().split("\\\\\\?", 2);
            ported.matching(pattern, parts[0]).ifPresent(ported::path);
            for (String parameter : parts.length > 1 ? parts[1].split("&") : new String[0]) {
                Matcher named = PARAMETER_OF_QUERY.matcher(parameter);
                if (named.matches()) {
                    ported.matching(pattern, named.group(2))
                            .ifPresent(
                                    wanted -> ported.query(named.group(1), List.of(wanted.example()), wanted.rule()));
                } else {
                    ported.cannot(
                            pattern,
                            "the query in this expression cannot be taken apart into parameters",
                            "write \"urlPathPattern\" and \"queryParameters\"");
                }
            }
        }

        private void parameter(String name, JsonObject pattern) {
            if (pattern.has("absent")) {
                return; // a contract's request has no other parameters
            }
            Optional<JsonArray> several = pattern.array("hasExactly").or(() -> pattern.array("includes"));
            if (several.isEmpty()) {
                wanted(pattern).ifPresent(wanted -> ported.query(name, List.of(wanted.example()), wanted.rule()));
                return;
            }
            List<String> values = new ArrayList<>();
            several.get().forEach(each -> each.asObject()
                    .flatMap(it -> it.string("equalTo"))
                    .ifPresentOrElse(
                            values::add,
                            () -> ported.cannot(
                                    each,
                                    "one of several values of a parameter has to be written out",
                                    "use equalTo")));
            ported.query(name, values, Optional.empty());
        }

        /** What a value has to be; empty when that is nothing, or told when it cannot be said. */
        private Optional<Wanted> wanted(JsonObject pattern) {
            Optional<JsonValue> equal = pattern.get("equalTo");
            if (equal.isPresent()) {
                options(pattern, "equalTo", "caseInsensitive");
                String text = equal.get().text();
                boolean anyCase = pattern.get("caseInsensitive")
                        .filter(it -> it.text().equals("true"))
                        .isPresent();
                return Optional.of(
                        anyCase
                                ? Wanted.ruled(text, MatchingRule.regex("(?i)" + Expressions.literal(text)))
                                : Wanted.exactly(text));
            }
            Optional<JsonValue> regex = pattern.get("matches");
            if (regex.isPresent()) {
                options(pattern, "matches");
                return ported.matching(regex.get(), regex.get().text());
            }
            Optional<JsonValue> part = pattern.get("contains");
            if (part.isPresent()) {
                options(pattern, "contains");
                return Optional.of(Wanted.including(part.get().text()));
            }
            ported.cannot(
                    pattern,
                    "a contract has no word for " + Ported.word(pattern, "this") + " here",
                    "use equalTo, matches or contains, or " + Ported.BY_HAND);
            return Optional.empty();
        }

        /** What stands beside the word of a pattern. */
        private void options(JsonObject pattern, String... known) {
            new Members(Set.of(known), Set.of()).check(pattern, OF_NO_REQUEST, REMAINS, ported);
        }

        private void basicAuth() {
            request.object("basicAuth")
                    .or(() -> request.object("basicAuthCredentials"))
                    .ifPresent(account -> {
                        String pair = account.string("username").orElse("") + ":"
                                + account.string("password").orElse("");
                        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
                        ported.header("Authorization", Wanted.exactly("Basic " + encoded));
                    });
        }

        private void body() {
            Map<String, List<String>> form = new LinkedHashMap<>();
            each("formParameters", (name, pattern) -> pattern.string("equalTo")
                    .ifPresentOrElse(
                            value -> form.put(name, List.of(value)),
                            () -> ported.cannot(pattern, "a field of a form has to be written out", "use equalTo")));
            if (!form.isEmpty()) {
                ported.body(Body.text(Query.of(form).encoded(), ContentType.FORM), Map.of());
            }
            List<JsonValue> patterns =
                    request.array("bodyPatterns").map(JsonArray::elements).orElse(List.of());
            if (patterns.size() > 1) {
                ported.cannot(
                        patterns.get(1),
                        "a contract has one example of a body, and no further conditions",
                        Ported.BY_HAND);
            }
            patterns.stream().limit(1).flatMap(each -> each.asObject().stream()).forEach(this::body);
        }

        private void body(JsonObject pattern) {
            Optional<JsonValue> json = pattern.get("equalToJson");
            Optional<JsonValue> text = pattern.get("equalTo");
            Optional<JsonValue> xml = pattern.get("equalToXml");
            Optional<JsonValue> binary = pattern.get("binaryEqualTo");
            if (json.isPresent()) {
                options(pattern, "equalToJson", "ignoreExtraElements", "ignoreArrayOrder");
                json(pattern, json.get());
            } else if (text.isPresent()) {
                options(pattern, "equalTo");
                ported.body(Ported.text(text.get().text()), Map.of());
            } else if (xml.isPresent()) {
                options(pattern, "equalToXml");
                ported.body(Body.text(xml.get().text(), ContentType.XML), Map.of());
            } else if (binary.isPresent()) {
                options(pattern, "binaryEqualTo");
                ported.decoded(binary.get())
                        .ifPresent(bytes -> ported.body(Body.of(bytes, ContentType.OCTET_STREAM), Map.of()));
            } else if (!pattern.has("absent")) {
                ported.cannot(
                        pattern,
                        Ported.word(pattern, "this") + " says too little of the body to make an example of",
                        "use equalToJson, or " + Ported.BY_HAND);
            }
        }

        private void json(JsonObject pattern, JsonValue expected) {
            JsonValue value = expected;
            if (expected.asString().isPresent()) {
                try {
                    value = JsonReader.read(expected.text());
                } catch (JsonSyntaxException e) {
                    ported.cannot(expected, "the text of equalToJson is no JSON", "correct it");
                }
            }
            told(
                    pattern,
                    "ignoreExtraElements",
                    "that a request may have more fields than the example cannot be said in a contract");
            told(pattern, "ignoreArrayOrder", "that arrays may have another order is not taken over");
            JsonTemplate.Resolved resolved = JsonTemplate.resolve(value, ported);
            ported.body(Body.json(resolved.example()), resolved.rules());
        }

        private void told(JsonObject pattern, String name, String what) {
            pattern.get(name)
                    .filter(it -> it.text().equals("true"))
                    .ifPresent(it -> ported.without(it, what, "see that the example is what the consumer sends"));
        }
    }
}
