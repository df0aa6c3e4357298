package dev.contract.draft;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is otherwise as somebody wrote it, without its secrets. */
final class Redacted {
    private final Map<String, RuleGroup> rules = new LinkedHashMap<>();

    private Redacted() {}

    static RequestPart request(RequestPart part, DraftSettings settings) {
        if (!settings.redact()) {
            return part;
        }
        HttpRequest example = part.example();
        DraftedHeaders headers =
                DraftedHeaders.of(List.of(example.headers()), (name, values) -> true, name -> true, settings);
        DraftedParameters query = DraftedParameters.of(List.of(example.query()), settings);
        MatchingRules rules = ExchangeDraft.with(part.rules(), Category.HEADER, headers.rules());
        rules = ExchangeDraft.with(rules, Category.QUERY, query.rules());
        Content content = Content.of(example.body(), example.headers());
        Redacted redacted = new Redacted();
        Body body = content.json()
                .map(json -> redacted.body(json, content.type().orElse(ContentType.JSON)))
                .orElseGet(() -> content.type()
                        .filter(ContentType::isForm)
                        .map(type -> redacted.form(example.body(), type, settings))
                        .orElse(example.body()));
        rules = ExchangeDraft.with(rules, Category.BODY, redacted.rules);
        HttpRequest clean = new HttpRequest(example.method(), example.path(), query.example(), headers.example(), body);
        return new RequestPart(clean, rules, part.generators(), part.extra());
    }

    private Body form(Body body, ContentType type, DraftSettings settings) {
        DraftedBody form = DraftedBody.form(List.of(Content.form(body, type)), type, settings);
        rules.putAll(form.rules());
        return form.rules().isEmpty() ? body : form.example();
    }

    private Body body(JsonValue json, ContentType type) {
        return Body.text(value(json, "", RulePath.ROOT).toJson(), type).withContentType(null);
    }

    private JsonValue value(JsonValue value, String name, RulePath at) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder entries = JsonObject.builder();
            object.forEach((key, entry) -> entries.put(key, value(entry, key, at.then(new Field(key)))));
            return entries.build();
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(value(array.get(i), name, at.then(new Index(i))));
            }
            return JsonArray.of(elements);
        }
        if (value instanceof JsonString text && Disguise.isNeeded(name, text.text())) {
            rules.put(at.toString(), RuleGroup.of(MatchingRule.of("type")));
            return JsonString.of(Disguise.of(name, text.text()));
        }
        return value;
    }
}
