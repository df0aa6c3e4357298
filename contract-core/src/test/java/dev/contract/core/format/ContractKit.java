package dev.contract.core.format;

import static dev.contract.core.law.Values.chance;
import static dev.contract.core.law.Values.list;
import static dev.contract.core.law.Values.one;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.law.Values;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Contracts made at random, of all that one version of the file format can express. */
final class ContractKit {
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/vnd.shop+json; charset=utf-8",
            "text/plain",
            "text/plain; charset=ISO-8859-1",
            "application/xml",
            "image/png",
            "multipart/form-data; boundary=x");

    private final RandomGenerator random;
    private final SpecVersion version;

    private ContractKit(RandomGenerator random, SpecVersion version) {
        this.random = random;
        this.version = version;
    }

    static Contract contract(RandomGenerator random, SpecVersion version) {
        return new ContractKit(random, version).contract();
    }

    private boolean since(SpecVersion first) {
        return version.atLeast(first);
    }

    private Contract contract() {
        int kind = random.nextInt(3);
        List<Interaction> interactions = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            interactions.add(
                    interaction(i + Values.text(random), version == SpecVersion.V4 ? random.nextInt(3) : kind));
        }
        return new Contract(Values.text(random), Values.name(random), interactions, version, extra(), extra());
    }

    private Interaction interaction(String description, int kind) {
        if (version == SpecVersion.V4 && kind == 2) {
            return new SyncMessage(
                    description, states(), message(true), list(random, 2, it -> message(true)), annotations());
        }
        return since(SpecVersion.V3) && kind == 1
                ? new AsyncMessage(description, states(), message(false), annotations())
                : new HttpInteraction(description, states(), request(), response(), annotations());
    }

    private List<ProviderState> states() {
        int most = since(SpecVersion.V3) ? 3 : 1;
        return list(
                random,
                most,
                it -> since(SpecVersion.V3)
                        ? new ProviderState(Values.text(it), Values.object(it), extra())
                        : ProviderState.of(Values.text(it)));
    }

    private Annotations annotations() {
        if (version != SpecVersion.V4) {
            return Annotations.NONE.withExtra(extra());
        }
        return new Annotations(
                Values.name(random),
                random.nextBoolean(),
                Values.object(random),
                Values.object(random),
                Values.object(random),
                chance(random, 2) ? null : Values.text(random),
                extra(),
                null);
    }

    private JsonObject extra() {
        return chance(random, 2) ? JsonObject.EMPTY : JsonObject.of("x-" + Values.text(random), Values.json(random));
    }

    private RequestPart request() {
        Headers headers = headers();
        HttpRequest example = new HttpRequest(
                one(random, "GET", "POST", "PATCH", "x-own"),
                one(random, "/", "", "/users/42", "/a%2Fb/" + Values.text(random)),
                query(),
                headers,
                body(headers.contentType().orElse(null)));
        return new RequestPart(example, rules(false), generators(false), extra());
    }

    private ResponsePart response() {
        Headers headers = headers();
        HttpResponse example = new HttpResponse(
                random.nextInt(600), headers, body(headers.contentType().orElse(null)));
        return new ResponsePart(example, rules(false), generators(false), extra());
    }

    private MessagePart message(boolean withExtra) {
        JsonObject metadata = Values.object(random);
        ContentType type = chance(random, 2) ? null : ContentType.of(one(random, TYPES));
        if (type != null) {
            metadata = metadata.with(one(random, "contentType", "Content-Type"), JsonString.of(type.toString()));
        }
        return new MessagePart(
                body(type), metadata, rules(true), generators(true), withExtra ? extra() : JsonObject.EMPTY);
    }

    private Query query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String name : list(random, 3, Values::name)) {
            List<String> values = list(random, 2, it -> chance(it, 6) ? null : Values.text(it));
            if (since(SpecVersion.V3) || !values.isEmpty()) {
                parameters.put(name, values);
            }
        }
        return Query.of(parameters);
    }

    private Headers headers() {
        Headers.Builder headers = Headers.builder();
        for (String name : list(random, 3, it -> one(it, "Accept", "Set-Cookie", "X-" + Values.word(it), "vary"))) {
            headers.addAll(name, list(random, 3, Values::text));
        }
        if (chance(random, 2)) {
            headers.add("Content-Type", one(random, TYPES));
        }
        return headers.build();
    }

    private Body body(ContentType outer) {
        ContentType own = version == SpecVersion.V4 && chance(random, 2) ? ContentType.of(one(random, TYPES)) : null;
        String hint = version == SpecVersion.V4 && chance(random, 3) ? one(random, "BINARY", "TEXT", "DEFAULT") : null;
        Body body =
                switch (random.nextInt(6)) {
                    case 0 -> Body.MISSING.withContentType(own);
                    case 1 -> Body.NULL.withContentType(own);
                    case 2 -> Body.EMPTY.withContentType(own);
                    default -> present(own == null ? outer : own);
                };
        return body.withHint(hint);
    }

    private Body present(ContentType type) {
        boolean anyBytes = version == SpecVersion.V4 || (type != null && type.isBinary());
        if (anyBytes && chance(random, 3)) {
            return Body.of(Values.bytes(random), type);
        }
        boolean json = type == null ? random.nextBoolean() : type.isJson();
        return json ? Body.text(Values.json(random).toJson(), type) : Body.text(Values.word(random) + "é", type);
    }

    private MatchingRules rules(boolean message) {
        MatchingRules rules = MatchingRules.NONE;
        if (!since(SpecVersion.V2)) {
            return rules;
        }
        for (Category category : list(random, 3, it -> category(it, message))) {
            rules = rules.with(category, key(category), group());
        }
        return chance(random, 5) ? new MatchingRules(rules.groups(), unknownRules()) : rules;
    }

    private JsonObject unknownRules() {
        return version == SpecVersion.V2
                ? JsonObject.of("$.zoo." + Values.word(random), Values.object(random))
                : JsonObject.of("zoo", Values.json(random));
    }

    private static Category category(RandomGenerator random, boolean message) {
        return message
                ? one(random, Category.BODY, Category.METADATA)
                : one(
                        random,
                        Category.METHOD,
                        Category.PATH,
                        Category.QUERY,
                        Category.HEADER,
                        Category.STATUS,
                        Category.BODY);
    }

    private String key(Category category) {
        return switch (category) {
            case METHOD, PATH, STATUS -> "";
            case BODY -> one(random, "$", "$.a", "$.a[*].b", "$['it's']", "$.broken[");
            case QUERY, HEADER -> Values.name(random);
            case METADATA -> Values.word(random);
        };
    }

    private RuleGroup group() {
        return version == SpecVersion.V2
                ? RuleGroup.of(rule())
                : new RuleGroup(one(random, RuleGroup.Combine.values()), list(random, 2, it -> rule()), extra());
    }

    private MatchingRule rule() {
        if (chance(random, 3)) {
            return MatchingRule.regex(one(random, "\\d+", "[a-z]{3}", "a|b"));
        }
        String type = version == SpecVersion.V2
                ? one(random, "type", "own")
                : one(random, "type", "integer", "equality", "include", "null", "own", "");
        return new MatchingRule(type, extra());
    }

    private Generators generators(boolean message) {
        Generators generators = Generators.NONE;
        if (!since(SpecVersion.V3)) {
            return generators;
        }
        for (Category category : list(random, 2, it -> category(it, message))) {
            generators = generators.with(
                    category, key(category), new Generator(one(random, "Uuid", "RandomInt", "own"), extra()));
        }
        return chance(random, 5)
                ? new Generators(generators.byCategory(), JsonObject.of("zoo", Values.json(random)))
                : generators;
    }
}
