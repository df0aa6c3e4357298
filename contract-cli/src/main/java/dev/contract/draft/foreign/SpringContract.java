package dev.contract.draft.foreign;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.draft.DraftSettings;
import dev.contract.openapi.yaml.YamlReader;
import dev.contract.openapi.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Contracts of Spring Cloud Contract that are written in YAML.
 *
 * <p>Answers are exact but for their matchers, as they are there. One thread at a time.
 */
public final class SpringContract {
    private static final String OF_NO_CONTRACT = "nothing that a contract says";

    private static final Members OF_CONTRACTS = new Members(
            Set.of(
                    "name",
                    "description",
                    "label",
                    "request",
                    "response",
                    "input",
                    "outputMessage",
                    "metadata",
                    "ignored"),
            Set.of("priority", "inProgress"));

    private static final Members OF_REQUESTS = new Members(
            Set.of(
                    "method",
                    "url",
                    "urlPath",
                    "queryParameters",
                    "headers",
                    "cookies",
                    "body",
                    "bodyFromFile",
                    "bodyFromFileAsBytes",
                    "matchers",
                    "multipart"),
            Set.of());

    private static final Members OF_RESPONSES = new Members(
            Set.of("status", "headers", "body", "bodyFromFile", "bodyFromFileAsBytes", "matchers", "multipart"),
            Set.of("cookies", "async", "fixedDelayMilliseconds"));

    /** Its own names for expressions; the expressions are ours. */
    private static final Map<String, String> PREDEFINED = Map.ofEntries(
            Map.entry("only_alpha_unicode", "[\\p{L}]*"),
            Map.entry("number", "-?\\d*\\.?\\d+"),
            Map.entry("any_double", "-?\\d*\\.\\d+"),
            Map.entry("any_boolean", "true|false"),
            Map.entry("ip_address", "\\d{1,3}(\\.\\d{1,3}){3}"),
            Map.entry("hostname", "https?://[^/:\\s]+(:\\d{1,5})?"),
            Map.entry("email", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
            Map.entry("url", "[a-z][a-z0-9+.-]*://\\S+"),
            Map.entry("uuid", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
            Map.entry("iso_date", "\\d{4}-\\d\\d-\\d\\d"),
            Map.entry("iso_date_time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"),
            Map.entry("iso_time", "\\d\\d:\\d\\d:\\d\\d"),
            Map.entry(
                    "iso_8601_with_offset",
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)"),
            Map.entry("non_empty", "[\\s\\S]+"),
            Map.entry("non_blank", "\\s*\\S[\\s\\S]*"));

    private final Location source;
    private final Attachments files;
    private final DraftSettings settings;
    private final List<Interaction> interactions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param files of bodies, which lie beside the contract */
    public SpringContract(String source, Attachments files, DraftSettings settings) {
        this.source = Location.of(source);
        this.files = files;
        this.settings = settings;
    }

    /**
     * Reads a file of one contract, or of a list of them.
     *
     * @throws YamlSyntaxException if it is no YAML
     */
    public Imported read(byte[] bytes) {
        JsonValue root =
                YamlReader.readLocated(source.source(), bytes, JsonLimits.FILE).root();
        List<JsonValue> contracts = root.asArray().map(JsonArray::elements).orElse(List.of(root));
        for (int i = 0; i < contracts.size(); i++) {
            contract(contracts.get(i), contracts.size() > 1 ? " " + (i + 1) : "");
        }
        return Imported.of(interactions, problems);
    }

    private void contract(JsonValue value, String number) {
        JsonObject contract = value.asObject().orElse(JsonObject.EMPTY);
        if (contract.get("ignored").filter(it -> it.text().equals("true")).isPresent()) {
            return;
        }
        Ported ported = new Ported(value, source);
        OF_CONTRACTS.check(contract, OF_NO_CONTRACT, Ported.STUBS_OWN, ported);
        String description = contract.string("name")
                .or(() -> contract.string("description").map(String::strip))
                .or(() -> contract.string("label"))
                .orElseGet(() -> fileName() + number);
        Optional<JsonObject> request = contract.object("request");
        Optional<JsonObject> response = contract.object("response");
        Optional<JsonObject> message = contract.object("outputMessage");
        if (request.isPresent() && response.isPresent()) {
            request(request.get(), ported);
            ResponsePart answer = response(response.get(), ported);
            if (ported.isPossible()) {
                interactions.add(ported.answeredBy(description, answer, settings));
            }
        } else if (message.isPresent()) {
            message(message.get(), description, contract, ported);
        } else {
            ported.cannot(value, "there is neither a request with its response nor an outputMessage", "add it");
        }
        problems.addAll(ported.problems());
    }

    private String fileName() {
        return source.source().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.ya?ml$", "");
    }

    private void request(JsonObject request, Ported ported) {
        check(request, OF_REQUESTS, ported);
        JsonObject matchers = request.object("matchers").orElse(JsonObject.EMPTY);
        ported.method(request.get("method").map(JsonValue::text).orElse(""));
        if (request.get("method").isEmpty()) {
            ported.cannot(request, "a request of a contract has one method", "write it");
        }
        url(request, matchers, ported);
        parameters(request, matchers, ported);
        request.object("headers")
                .orElse(JsonObject.EMPTY)
                .forEach((name, value) ->
                        ported.header(name, wanted(matcher(matchers, "headers", "key", name), value, ported)));
        request.object("cookies")
                .orElse(JsonObject.EMPTY)
                .forEach((name, value) ->
                        ported.cookie(name, wanted(matcher(matchers, "cookies", "key", name), value, ported)));
        ported.body(body(request, ported), bodyRules(matchers, ported));
    }

    private static void url(JsonObject request, JsonObject matchers, Ported ported) {
        Optional<JsonValue> url = request.get("url").or(() -> request.get("urlPath"));
        if (url.isEmpty()) {
            ported.cannot(request, "a request of a contract has a path", "write url or urlPath");
            return;
        }
        String[] parts = url.get().text().split("\\?", 2);
        ported.path(wanted(matchers.object("url"), JsonString.of(parts[0]), ported));
        ported.query(parts.length > 1 ? Query.parse(parts[1]) : Query.EMPTY);
    }

    private static void parameters(JsonObject request, JsonObject matchers, Ported ported) {
        request.object("queryParameters").orElse(JsonObject.EMPTY).forEach((name, value) -> {
            List<String> values = value.asArray()
                    .map(all -> all.stream().map(JsonValue::text).toList())
                    .orElse(List.of(value.text()));
            JsonObject matcher =
                    matcher(matchers, "queryParameters", "key", name).orElse(JsonObject.EMPTY);
            String text = matcher.get("value").map(JsonValue::text).orElse("");
            switch (matcher.string("type").orElse("equal_to")) {
                case "equal_to" -> ported.query(name, values, Optional.empty());
                case "matching" -> ported.query(name, values, ported.rule(matcher, text));
                case "containing" ->
                    ported.query(name, values, Wanted.including(text).rule());
                default ->
                    ported.cannot(
                            matcher,
                            "a contract has no word for "
                                    + matcher.get("type").orElse(matcher).toJson() + " here",
                            Ported.BY_HAND);
            }
        });
    }

    private static void check(JsonObject part, Members members, Ported ported) {
        part.get("multipart")
                .ifPresent(value -> ported.cannot(value, "bodies of parts are not imported", Ported.BY_HAND));
        members.check(part, OF_NO_CONTRACT, Ported.STUBS_OWN, ported);
    }

    private static Optional<JsonObject> matcher(JsonObject matchers, String of, String key, String name) {
        return matchers.array(of).orElse(JsonArray.EMPTY).stream()
                .flatMap(each -> each.asObject().stream())
                .filter(each -> each.string(key).filter(name::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    private static Wanted wanted(Optional<JsonObject> matcher, JsonValue example, Ported ported) {
        Optional<MatchingRule> rule = matcher.flatMap(it -> regex(it, ported).flatMap(regex -> ported.rule(it, regex)));
        return new Wanted(example.text(), rule);
    }

    private static Optional<String> regex(JsonObject matcher, Ported ported) {
        Optional<String> named = matcher.string("predefined");
        if (named.isPresent()) {
            return predefined(matcher, named.get(), ported);
        }
        if (matcher.has("command")) {
            ported.cannot(matcher, "a command judges the value, and a contract has no code", Ported.BY_HAND);
        }
        return matcher.get("regex").map(JsonValue::text);
    }

    private static Optional<String> predefined(JsonObject matcher, String name, Ported ported) {
        Optional<String> regex = Optional.ofNullable(PREDEFINED.get(name.toLowerCase(Locale.ROOT)));
        if (regex.isEmpty()) {
            ported.cannot(matcher, "nobody here knows the expression " + Quoted.text(name), "write it out as regex");
        }
        return regex;
    }

    private Body body(JsonObject part, Ported ported) {
        Optional<JsonValue> body = part.get("body");
        if (body.isPresent()) {
            return body.get().asString().map(Ported::text).orElseGet(() -> Body.json(body.get()));
        }
        for (String name : List.of("bodyFromFile", "bodyFromFileAsBytes")) {
            Optional<JsonValue> file = part.get(name);
            if (file.isPresent()) {
                return ported.file(file.get(), files, "beside the contract");
            }
        }
        return Body.MISSING;
    }

    private ResponsePart response(JsonObject response, Ported ported) {
        check(response, OF_RESPONSES, ported);
        JsonObject matchers = response.object("matchers").orElse(JsonObject.EMPTY);
        int status = ported.status(response.get("status").orElse(JsonNumber.of(200)));
        Headers.Builder headers = Headers.builder();
        Map<String, MatchingRule> headerRules = new LinkedHashMap<>();
        response.object("headers").orElse(JsonObject.EMPTY).forEach((name, value) -> {
            Wanted wanted = wanted(matcher(matchers, "headers", "key", name), value, ported);
            headers.addLine(name, wanted.example());
            wanted.rule().ifPresent(rule -> headerRules.put(name, rule));
        });
        Body body = body(response, ported);
        MatchingRules rules = MatchingRules.NONE;
        for (Map.Entry<String, MatchingRule> entry : headerRules.entrySet()) {
            rules = rules.with(Category.HEADER, entry.getKey(), RuleGroup.of(entry.getValue()));
        }
        rules = withBody(rules, matchers, ported);
        HttpResponse example = new HttpResponse(status, headers.build(), body);
        return ResponsePart.of(Ported.typed(example), rules, Generators.NONE);
    }

    private static MatchingRules withBody(MatchingRules rules, JsonObject matchers, Ported ported) {
        MatchingRules all = rules;
        for (Map.Entry<String, RuleGroup> entry : bodyRules(matchers, ported).entrySet()) {
            all = all.with(Category.BODY, entry.getKey(), entry.getValue());
        }
        return all;
    }

    /** The rules of a body by their paths in our spelling. */
    private static Map<String, RuleGroup> bodyRules(JsonObject matchers, Ported ported) {
        Map<String, RuleGroup> rules = new LinkedHashMap<>();
        for (JsonValue each : matchers.array("body").orElse(JsonArray.EMPTY)) {
            JsonObject matcher = each.asObject().orElse(JsonObject.EMPTY);
            Optional<RulePath> path = matcher.string("path").flatMap(SpringContract::path);
            if (path.isEmpty()) {
                ported.cannot(
                        matcher.get("path").orElse(each),
                        "this path is none of those that rules have",
                        "write one such as $.users[*].id, or " + Ported.BY_HAND);
            } else {
                rule(matcher, ported).ifPresent(rule -> rules.put(path.get().toString(), RuleGroup.of(rule)));
            }
        }
        return rules;
    }

    /** {@code $.['name']} is {@code $['name']} there. */
    static Optional<RulePath> path(String text) {
        return RulePath.parse(text.replace(".[", "["));
    }

    private static Optional<MatchingRule> rule(JsonObject matcher, Ported ported) {
        String type = matcher.string("type").orElse("by_equality");
        return switch (type) {
            case "by_equality" -> Optional.of(MatchingRule.of("equality"));
            case "by_null" -> Optional.of(MatchingRule.of("null"));
            case "by_date" -> Optional.of(MatchingRule.of("date"));
            case "by_time" -> Optional.of(MatchingRule.of("time"));
            case "by_timestamp" ->
                Optional.of(new MatchingRule(
                        "datetime",
                        JsonObject.builder()
                                .put("format", "yyyy-MM-dd'T'HH:mm:ss")
                                .build()));
            case "by_type" -> Optional.of(new MatchingRule("type", bounds(matcher)));
            case "by_regex" -> byRegex(matcher, ported);
            default -> {
                ported.cannot(matcher, "a contract has no word for " + Quoted.text(type), Ported.BY_HAND);
                yield Optional.empty();
            }
        };
    }

    /** An expression judges numbers by their text; for booleans there is a rule. */
    private static Optional<MatchingRule> byRegex(JsonObject matcher, Ported ported) {
        Optional<String> regex = matcher.string("predefined").isPresent()
                ? regex(matcher, ported)
                : matcher.get("value").or(() -> matcher.get("regex")).map(JsonValue::text);
        boolean bool = matcher.string("regexType").filter("as_boolean"::equals).isPresent();
        return bool ? Optional.of(MatchingRule.of("boolean")) : regex.flatMap(it -> ported.rule(matcher, it));
    }

    private static JsonObject bounds(JsonObject matcher) {
        JsonObject.Builder bounds = JsonObject.builder();
        matcher.get("minOccurrence").ifPresent(min -> bounds.put("min", min));
        matcher.get("maxOccurrence").ifPresent(max -> bounds.put("max", max));
        return bounds.build();
    }

    private void message(JsonObject message, String description, JsonObject contract, Ported ported) {
        JsonObject matchers = message.object("matchers").orElse(JsonObject.EMPTY);
        Body body = body(message, ported);
        JsonObject.Builder metadata = JsonObject.builder();
        message.object("headers")
                .orElse(JsonObject.EMPTY)
                .forEach((name, value) ->
                        metadata.put(name.equalsIgnoreCase("contentType") ? "contentType" : name, value.text()));
        message.get("sentTo").ifPresent(it -> metadata.put("destination", it.text()));
        if (message.has("assertThat")) {
            ported.cannot(message, "code judges the message, and a contract has no code", Ported.BY_HAND);
        }
        MatchingRules rules = withBody(MatchingRules.NONE, matchers, ported);
        if (ported.isPossible()) {
            ContentType type = body.contentType().orElse(ContentType.JSON);
            MessagePart part = new MessagePart(
                    body.withContentType(type), metadata.build(), rules, Generators.NONE, JsonObject.EMPTY);
            interactions.add(
                    new AsyncMessage(description, List.of(), part, Annotations.NONE.withLocation(contract.location())));
        }
    }
}
