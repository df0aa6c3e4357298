package dev.contract.compare.inclusion;

import static dev.contract.core.law.Values.chance;
import static dev.contract.core.law.Values.one;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.presence.WholeExample;
import dev.contract.core.xml.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Expectations made at random, and what teams make of them in the next version: a rule more, another bound, a field less.
 *
 * <p>One holds what all kinds of parts need; as a request, response or message it uses what that has.
 *
 * @param value the example of a JSON body
 * @param text the body where it is neither JSON nor XML, which is made of the same value
 */
record Expectation(
        JsonValue value,
        Map<String, RuleGroup> rules,
        Presence presence,
        String contentType,
        String text,
        int status,
        Map<String, String> headers,
        Map<String, List<String>> query,
        String path,
        Map<Category, Map<String, RuleGroup>> head) {

    boolean isJson() {
        return contentType.contains("json");
    }

    private boolean isXml() {
        return contentType.contains("xml");
    }

    Body body() {
        return isJson()
                ? Body.json(value)
                : Body.of(
                        bytes(isXml() ? element("root", value) : text),
                        contentType.isEmpty() ? null : ContentType.of(contentType));
    }

    /** One with letters that UTF-8 writes as two bytes is written in another charset, so that it is no text. */
    private static byte[] bytes(String text) {
        boolean odd = text.chars().anyMatch(c -> c >= 0x80 && c <= 0xFF);
        return text.getBytes(odd ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** A value as people write it in XML: lists as repeated elements, {@code id} as an attribute. */
    private static String element(String name, JsonValue value) {
        if (value instanceof JsonArray array && !array.isEmpty() && !name.equals("root")) {
            return array.stream().map(each -> element(name, each)).collect(Collectors.joining());
        }
        JsonObject object = value.asObject().orElse(JsonObject.EMPTY);
        StringBuilder element = new StringBuilder("<" + name);
        object.get("id").filter(id -> !id.isContainer()).ifPresent(id -> element.append(" id=\"")
                .append(XmlText.attribute(id.text()))
                .append('"'));
        element.append('>').append(value.isContainer() ? "" : XmlText.escaped(value.text()));
        object.forEach((key, each) -> {
            if (!key.equals("id") || each.isContainer()) {
                element.append(element(key.equals("7") ? "n7" : key.replace(' ', '_'), each));
            }
        });
        value.asArray().ifPresent(array -> array.stream().forEach(each -> element.append(element("item", each))));
        return element.append("</").append(name).append('>').toString();
    }

    private Map<String, RuleGroup> bodyRules() {
        if (!isXml()) {
            return rules;
        }
        Map<String, RuleGroup> ofElements = new LinkedHashMap<>();
        rules.forEach((path, group) -> ofElements.put(
                "$.root"
                        + path.substring(1)
                                .replaceFirst("\\.id$", "['@id']")
                                .replaceFirst("\\.name$", ".name['#text']"),
                group));
        return ofElements;
    }

    private Headers allHeaders() {
        Headers all = contentType.isEmpty() ? Headers.EMPTY : Headers.of("Content-Type", contentType);
        for (Map.Entry<String, String> each : headers.entrySet()) {
            all = all.with(each.getKey(), each.getValue());
        }
        return all;
    }

    private MatchingRules allRules(Category... categories) {
        MatchingRules all = new MatchingRules(Map.of(Category.BODY, bodyRules()), JsonObject.EMPTY);
        for (Category category : categories) {
            for (Map.Entry<String, RuleGroup> each :
                    head.getOrDefault(category, Map.of()).entrySet()) {
                all = all.with(category, each.getKey(), each.getValue());
            }
        }
        return all;
    }

    ResponsePart response() {
        HttpResponse example = new HttpResponse(status, allHeaders(), body());
        return new ResponsePart(
                example, allRules(Category.STATUS, Category.HEADER), Generators.NONE, presence.addTo(JsonObject.EMPTY));
    }

    RequestPart request() {
        HttpRequest example = new HttpRequest("POST", path, Query.of(query), allHeaders(), body());
        return new RequestPart(
                example, allRules(Category.PATH, Category.QUERY, Category.HEADER), Generators.NONE, JsonObject.EMPTY);
    }

    MessagePart message() {
        JsonObject.Builder metadata = JsonObject.builder();
        if (!contentType.isEmpty()) {
            metadata.put("contentType", contentType);
        }
        headers.forEach(metadata::put);
        MatchingRules all = allRules();
        for (Map.Entry<String, RuleGroup> each :
                head.getOrDefault(Category.HEADER, Map.of()).entrySet()) {
            all = all.with(Category.METADATA, each.getKey(), each.getValue());
        }
        return new MessagePart(body(), metadata.build(), all, Generators.NONE, presence.addTo(JsonObject.EMPTY));
    }

    private boolean isSatisfied() {
        RequestPart request = request();
        ResponsePart response = WholeExample.withoutOptional(response());
        return PlanCompiler.request(request, SpecVersion.V4)
                        .match(request.example())
                        .matches()
                && PlanCompiler.response(response(), SpecVersion.V4)
                        .match(response.example())
                        .matches();
    }

    private Expectation with(JsonValue other, Map<String, RuleGroup> otherRules, Presence otherPresence) {
        return new Expectation(other, otherRules, otherPresence, contentType, text, status, headers, query, path, head);
    }

    private Expectation withText(String other) {
        return new Expectation(value, rules, presence, contentType, other, status, headers, query, path, head);
    }

    private Expectation withType(String otherType) {
        return new Expectation(value, rules, presence, otherType, text, status, headers, query, path, head);
    }

    private Expectation withHead(
            int otherStatus,
            Map<String, String> otherHeaders,
            Map<String, List<String>> otherQuery,
            String otherPath,
            Map<Category, Map<String, RuleGroup>> otherHead) {
        return new Expectation(
                value, rules, presence, contentType, text, otherStatus, otherHeaders, otherQuery, otherPath, otherHead);
    }

    /** Makes them. One at a time. */
    static final class Maker {
        private static final List<String> NAMES = List.of("id", "name", "city", "items", "tags", "7", "a b");
        private static final List<String> STRINGS =
                List.of("Alice", "42", "", "2024-01-31", "EUR", "1.2.3", "true", "a@b.c");
        private static final List<String> NUMBERS = List.of("1", "0", "42", "1.5", "-3", "1.0", "1e2");
        private static final List<String> REGEXES = List.of(
                "\\d+",
                "[A-Z]{3}",
                "\\w+",
                ".*",
                "EUR|USD",
                "EUR|USD|CHF",
                "[a-zA-Z]+",
                "\\d{1,3}",
                "^\\d{4}-\\d{2}-\\d{2}$",
                "(?i)alice|bob",
                "[^@]+@[^@]+",
                ".{1,5}",
                ".{0,10}",
                ".{4}",
                "-?\\d+(\\.\\d+)?",
                "(a)\\1|x");

        private static final List<String> PATHS =
                List.of("/users/\\d+", "/\\w+(/\\d+)?", ".*", "/users/(42|7)", "/users/(42|7|1)", "/a|/users/42");

        private final RandomGenerator random;

        Maker(RandomGenerator random) {
            this.random = random;
        }

        /** One that its own example satisfies, but for a few. */
        Expectation expectation() {
            Expectation made = any();
            while (!made.isSatisfied() && !chance(random, 20)) {
                made = any();
            }
            return made;
        }

        private Expectation any() {
            JsonValue value = json(3);
            Map<String, RuleGroup> rules = new LinkedHashMap<>();
            Map<String, JsonValue> places = places(value);
            places.forEach((path, each) -> {
                if (chance(random, 3)) {
                    rules.put(path, group(each));
                }
            });
            if (chance(random, 20)) {
                rules.put("$", RuleGroup.of(ofContent()));
            }
            String type = one(
                    random,
                    "application/json",
                    "application/json",
                    "application/json",
                    "application/json",
                    "application/json",
                    "application/vnd.x+json; charset=utf-8",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=a",
                    "multipart/form-data; boundary=a",
                    "application/octet-stream",
                    "",
                    "",
                    "application/xml");
            return new Expectation(
                    value,
                    rules,
                    presence(value),
                    type,
                    text(type),
                    one(random, 200, 201, 404),
                    headers(),
                    query(),
                    one(random, "/users/42", "/a"),
                    head());
        }

        /** What became of an expectation: one to three changes. */
        Expectation changed(Expectation old) {
            Expectation changed = old;
            for (int i = random.nextInt(3); i >= 0; i--) {
                Expectation next = change(changed);
                changed = next.isSatisfied() || chance(random, 20) ? next : changed;
            }
            return changed;
        }

        private JsonValue json(int depth) {
            return switch (random.nextInt(depth > 0 ? 11 : 6)) {
                case 0 -> JsonNull.NULL;
                case 1 -> JsonBoolean.of(random.nextBoolean());
                case 2, 3 -> JsonNumber.parse(one(random, NUMBERS));
                case 4, 5 -> JsonString.of(one(random, STRINGS));
                case 6, 7 -> array(depth);
                default -> object(depth);
            };
        }

        private JsonValue object(int depth) {
            JsonObject.Builder object = JsonObject.builder();
            for (int i = random.nextInt(4); i > 0; i--) {
                object.put(one(random, NAMES), json(depth - 1));
            }
            return object.build();
        }

        /** Mostly of elements that are alike. */
        private JsonValue array(int depth) {
            List<JsonValue> elements = new ArrayList<>();
            JsonValue first = json(depth - 1);
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(chance(random, 3) ? json(depth - 1) : first);
            }
            return JsonArray.of(elements);
        }

        private Map<String, JsonValue> places(JsonValue value) {
            Map<String, JsonValue> places = new LinkedHashMap<>();
            collect(value, RulePath.ROOT, places);
            return places;
        }

        private void collect(JsonValue value, RulePath path, Map<String, JsonValue> places) {
            places.put(path.toString(), value);
            if (value instanceof JsonObject object) {
                object.forEach((name, each) -> collect(
                        each,
                        path.then(chance(random, 8) ? new RulePath.AnyEntry() : new RulePath.Field(name)),
                        places));
            } else if (value instanceof JsonArray array) {
                for (int i = 0; i < array.size(); i++) {
                    collect(
                            array.get(i),
                            path.then(chance(random, 4) ? new RulePath.Index(i) : new RulePath.AnyIndex()),
                            places);
                }
            }
        }

        private RuleGroup group(JsonValue value) {
            if (!chance(random, 6)) {
                return RuleGroup.of(rule(value));
            }
            return new RuleGroup(
                    one(random, Combine.values()),
                    List.of(rule(value), chance(random, 2) ? MatchingRule.of("null") : rule(value)));
        }

        private MatchingRule rule(JsonValue value) {
            if (chance(random, 12)) {
                return one(
                        random,
                        MatchingRule.of("equality"),
                        MatchingRule.of("notEmpty"),
                        MatchingRule.of("unknown"),
                        MatchingRule.of("integer"),
                        MatchingRule.regex("("));
            }
            return switch (value.kind()) {
                case ARRAY -> ofArray((JsonArray) value);
                case OBJECT -> ofObject();
                case NUMBER -> ofNumber();
                case STRING -> ofString();
                case BOOLEAN -> one(random, MatchingRule.of("boolean"), MatchingRule.of("type"));
                case NULL -> one(random, MatchingRule.of("null"), MatchingRule.of("type"));
            };
        }

        private MatchingRule ofContent() {
            return new MatchingRule(
                    "contentType",
                    JsonObject.of("value", JsonString.of(one(random, "text/plain", "application/json"))));
        }

        private MatchingRule ofArray(JsonArray array) {
            return switch (random.nextInt(8)) {
                case 0 -> bounded("ignore-order");
                case 1 -> MatchingRule.of("ignore-order");
                case 2 -> variants(array);
                case 3 -> each("eachValue", array.isEmpty() ? JsonNull.NULL : array.get(0));
                case 4 -> MatchingRule.of("notEmpty");
                default -> bounded("type");
            };
        }

        private MatchingRule bounded(String type) {
            JsonObject.Builder attributes = JsonObject.builder();
            if (chance(random, 2)) {
                attributes.put("min", random.nextInt(3));
            }
            if (chance(random, 2)) {
                attributes.put("max", 2 + random.nextInt(4));
            }
            return new MatchingRule(type, attributes.build());
        }

        private MatchingRule variants(JsonArray array) {
            List<JsonValue> variants = new ArrayList<>();
            for (int i = 0; i < Math.min(2, array.size()); i++) {
                if (chance(random, 2)) {
                    JsonObject group = JsonObject.of("matchers", JsonArray.of(written(rule(array.get(i)))));
                    JsonObject rules = chance(random, 3) ? JsonObject.EMPTY : JsonObject.of("$", group);
                    variants.add(JsonObject.builder()
                            .put("index", i)
                            .put("rules", rules)
                            .build());
                }
            }
            return new MatchingRule("arrayContains", JsonObject.of("variants", JsonArray.of(variants)));
        }

        private static JsonObject written(MatchingRule rule) {
            return rule.attributes().with("match", JsonString.of(rule.type()));
        }

        private MatchingRule each(String type, JsonValue value) {
            return new MatchingRule(type, JsonObject.of("rules", JsonArray.of(written(rule(value)))));
        }

        private MatchingRule ofObject() {
            return switch (random.nextInt(6)) {
                case 0 -> MatchingRule.of("values");
                case 1 ->
                    new MatchingRule(
                            "eachKey",
                            JsonObject.of("rules", JsonArray.of(written(MatchingRule.regex(one(random, REGEXES))))));
                case 2 -> each("eachValue", JsonString.of("a"));
                case 3 -> MatchingRule.of("notEmpty");
                default -> MatchingRule.of("type");
            };
        }

        private MatchingRule ofNumber() {
            return switch (random.nextInt(7)) {
                case 0 -> MatchingRule.of("type");
                case 1 -> MatchingRule.of("integer");
                case 2 -> MatchingRule.of("decimal");
                case 3 -> bound("atLeast");
                case 4 -> bound("atMost");
                case 5 -> MatchingRule.regex(one(random, "\\d+", "-?\\d+", "\\d{1,3}", "[0-9.]+"));
                default -> MatchingRule.of("number");
            };
        }

        private MatchingRule bound(String name) {
            return new MatchingRule(
                    "regex",
                    JsonObject.builder()
                            .put("regex", ".*")
                            .put(name, random.nextInt(5) - 1)
                            .build());
        }

        private MatchingRule ofString() {
            return switch (random.nextInt(8)) {
                case 0 -> MatchingRule.of("type");
                case 1 ->
                    new MatchingRule("include", JsonObject.of("value", JsonString.of(one(random, "A", "li", "1", ""))));
                case 2 ->
                    new MatchingRule(
                            "date",
                            JsonObject.of(
                                    "format", JsonString.of(one(random, "yyyy-MM-dd", "dd.MM.yyyy", "yyyy-M-d"))));
                case 3 ->
                    one(
                            random,
                            MatchingRule.of("datetime"),
                            MatchingRule.of("semver"),
                            MatchingRule.of("boolean"),
                            MatchingRule.of("notEmpty"));
                default -> MatchingRule.regex(one(random, REGEXES));
            };
        }

        private Presence presence(JsonValue value) {
            if (!(value instanceof JsonObject) || !chance(random, 3)) {
                return Presence.NONE;
            }
            Map<RulePath, JsonValue> optional = new LinkedHashMap<>();
            Map<RulePath, JsonValue> nullable = new LinkedHashMap<>();
            if (chance(random, 2)) {
                optional.put(path(one(random, NAMES)), json(1));
            }
            if (chance(random, 3)) {
                nullable.put(path(one(random, NAMES)), object(1));
            }
            return new Presence(optional, nullable, chance(random, 4) ? Set.of(RulePath.ROOT) : Set.of());
        }

        private static RulePath path(String name) {
            return RulePath.ROOT.then(new RulePath.Field(name));
        }

        private String text(String type) {
            if (type.contains("multipart")) {
                return chance(random, 3)
                        ? one(random, "--a\r\n\r\n1\r\n--b\r\n\r\n2\r\n--b--\r\n--a--\r\n", "--a\r\n\r\n1\r\n--a--\r\n")
                        : parts("--" + (type.endsWith("=b") ? "b" : "a"));
            }
            return type.contains("form")
                    ? one(random, "a=1&b=x", "a=1", "a=1&a=2", "b=x&c=", "a=\u00FF", "a=%EF%BF%BD", "\uFEFFa=1")
                    : one(
                            random,
                            "EUR",
                            "42",
                            "Hello",
                            "[1]",
                            "{\"a\": \"a=1\"}",
                            "a=1",
                            "<a>1</a>",
                            "caf\u00E9",
                            "caf\u00E8",
                            "\uFEFFEUR");
        }

        private String parts(String boundary) {
            StringBuilder parts = new StringBuilder();
            for (int i = random.nextInt(3); i >= 0; i--) {
                parts.append(boundary).append("\r\n");
                if (!chance(random, 6)) {
                    parts.append("Content-Disposition: form-data; name=\"" + one(random, NAMES) + "\"\r\n");
                }
                String part = one(
                        random,
                        "\r\nEUR",
                        "\r\n[1]",
                        "Content-Type: text/plain\r\n\r\nEUR",
                        "Content-Type: text/plain\r\n\r\n",
                        "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nRVVS",
                        "Content-Type: application/json\r\n\r\n42",
                        "Content-Type: application/json\r\nX-Id: 1\r\n\r\n{\"id\": 42, \"name\": \"Alice\"}");
                parts.append(part).append("\r\n");
            }
            return parts.append(boundary).append("--\r\n").toString();
        }

        /** With the same parts between other boundaries. */
        private static Expectation otherwiseBounded(Expectation old) {
            return old.withType("multipart/form-data; boundary=b")
                    .withText(old.text().replace("--a", "--b"));
        }

        private Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            if (chance(random, 2)) {
                headers.put("X-Id", one(random, "42", "EUR", "a, b"));
            }
            if (chance(random, 4)) {
                headers.put(
                        "Accept",
                        one(
                                random,
                                "application/json",
                                "text/plain; q=0.5",
                                "text/plain, application/json",
                                "application/json; q=1; v=2"));
            }
            if (chance(random, 2)) {
                headers.put("Vary", one(random, "1", "1, 2", "1, 2", "1, EUR, 1"));
            }
            if (chance(random, 6)) {
                headers.put("Cookie", one(random, "a=1; b=2", "a=1", "b=2; a=1"));
            }
            return headers;
        }

        private Map<String, List<String>> query() {
            Map<String, List<String>> query = new LinkedHashMap<>();
            if (chance(random, 2)) {
                query.put("page", List.of(one(random, "1", "EUR")));
            }
            if (chance(random, 4)) {
                query.put("tag", List.of("a", "b"));
            }
            return query;
        }

        private Map<Category, Map<String, RuleGroup>> head() {
            Map<Category, Map<String, RuleGroup>> head = new LinkedHashMap<>();
            if (chance(random, 4)) {
                head.put(
                        Category.HEADER,
                        ofTexts(
                                "x-id",
                                "X-Id[0]",
                                "Content-Type",
                                "Accept",
                                "Accept[0]",
                                "Cookie",
                                "Vary",
                                "Vary[0]",
                                "Vary[0]",
                                "Vary[1]",
                                "Vary[1]",
                                "Vary[2]",
                                "Vary[*]"));
            }
            if (chance(random, 4)) {
                head.put(Category.QUERY, ofTexts("page", "tag", "tag[0]", "tag[1]", "tag[*]"));
            }
            if (chance(random, 5)) {
                head.put(Category.PATH, Map.of("", RuleGroup.of(ruleOf(Category.PATH))));
            }
            if (chance(random, 5)) {
                head.put(Category.STATUS, Map.of("", RuleGroup.of(ruleOf(Category.STATUS))));
            }
            return head;
        }

        /** For one or two of some keys. */
        private Map<String, RuleGroup> ofTexts(String... keys) {
            Map<String, RuleGroup> rules = new LinkedHashMap<>();
            for (int i = random.nextInt(2); i >= 0; i--) {
                rules.put(one(random, keys), chance(random, 12) ? RuleGroup.of() : RuleGroup.of(ofText()));
            }
            return rules;
        }

        private MatchingRule ofStatus() {
            JsonValue codes = one(
                    random,
                    JsonString.of("success"),
                    JsonString.of("nonError"),
                    JsonArray.of(JsonNumber.of(200), JsonNumber.of(404)));
            return one(
                    random, new MatchingRule("statusCode", JsonObject.of("status", codes)), MatchingRule.of("integer"));
        }

        private MatchingRule ofText() {
            return one(
                    random,
                    MatchingRule.of("type"),
                    MatchingRule.of("integer"),
                    bounded("type"),
                    ofString(),
                    MatchingRule.regex(one(random, REGEXES)),
                    MatchingRule.regex("application/.*json.*"),
                    MatchingRule.regex("multipart/form-data;.*"));
        }

        private Expectation change(Expectation old) {
            if (old.contentType().endsWith("boundary=a") && chance(random, 6)) {
                return otherwiseBounded(old);
            }
            if (!old.isJson() && chance(random, 2)) {
                return chance(random, 3) ? retyped(old) : old.withText(text(old.contentType()));
            }
            return switch (random.nextInt(13)) {
                case 10, 11, 12 ->
                    old.withHead(old.status(), old.headers(), old.query(), old.path(), rehead(old.head()));
                case 0 -> old.withHead(one(random, 200, 201, 404), old.headers(), old.query(), old.path(), old.head());
                case 1 -> old.withHead(old.status(), headers(), old.query(), old.path(), old.head());
                case 2 ->
                    old.withHead(old.status(), old.headers(), query(), one(random, "/users/42", "/a"), old.head());
                case 3 -> old.withHead(old.status(), old.headers(), old.query(), old.path(), head());
                case 4 -> old.with(old.value(), old.rules(), presence(old.value()));
                case 5, 6 -> old.with(edited(old.value()), old.rules(), old.presence());
                default -> old.with(old.value(), rerules(old), old.presence());
            };
        }

        /** One of the rules of the head stands at another position, or is another. */
        private Map<Category, Map<String, RuleGroup>> rehead(Map<Category, Map<String, RuleGroup>> old) {
            if (old.isEmpty()) {
                return head();
            }
            Map<Category, Map<String, RuleGroup>> head = new LinkedHashMap<>(old);
            Category category = one(random, List.copyOf(old.keySet()));
            Map<String, RuleGroup> groups = new LinkedHashMap<>(old.getOrDefault(category, Map.of()));
            String key = one(random, List.copyOf(groups.keySet()));
            RuleGroup group = groups.remove(key);
            boolean numbered = key.endsWith("]") && random.nextBoolean();
            if (numbered && group != null) {
                groups.put(key.substring(0, key.indexOf('[')) + one(random, "", "[0]", "[1]", "[2]", "[*]"), group);
            } else {
                groups.put(key, RuleGroup.of(ruleOf(category)));
            }
            head.put(category, groups);
            return head;
        }

        private MatchingRule ruleOf(Category category) {
            return switch (category) {
                case PATH -> MatchingRule.regex(one(random, PATHS));
                case STATUS -> ofStatus();
                default -> ofText();
            };
        }

        /** With other parameters. */
        private Expectation retyped(Expectation old) {
            if (old.contentType().isEmpty() || chance(random, 6)) {
                return old.withType(one(random, "", "text/plain", "application/json", "application/xml"));
            }
            String base = ContentType.of(old.contentType()).base();
            return old.withType(
                    base + one(random, "", "; charset=utf-8", "; charset=ISO-8859-1", "; boundary=a", "; boundary=b"));
        }

        /** A rule more, less, or another. */
        private Map<String, RuleGroup> rerules(Expectation old) {
            Map<String, RuleGroup> rules = new LinkedHashMap<>(old.rules());
            if (!rules.isEmpty() && chance(random, 3)) {
                rules.remove(one(random, List.copyOf(rules.keySet())));
                return rules;
            }
            Map<String, JsonValue> places = places(old.value());
            Set<String> paths = new LinkedHashSet<>(rules.keySet());
            paths.retainAll(places.keySet());
            String path = one(random, List.copyOf(paths.isEmpty() || chance(random, 2) ? places.keySet() : paths));
            rules.put(path, group(places.get(path)));
            return rules;
        }

        private JsonValue edited(JsonValue value) {
            if (value instanceof JsonObject object && !object.isEmpty() && !chance(random, 4)) {
                String name = one(random, object.names());
                return switch (random.nextInt(4)) {
                    case 0 -> object.without(name);
                    case 1 -> object.with(one(random, NAMES), json(1));
                    default -> object.with(name, edited(object.find(name)));
                };
            }
            if (value instanceof JsonArray array && !array.isEmpty() && !chance(random, 4)) {
                List<JsonValue> elements = new ArrayList<>(array.elements());
                int at = random.nextInt(elements.size());
                switch (random.nextInt(3)) {
                    case 0 -> elements.remove(at);
                    case 1 -> elements.add(json(1));
                    default -> elements.set(at, edited(elements.get(at)));
                }
                return JsonArray.of(elements);
            }
            return json(1);
        }
    }
}
