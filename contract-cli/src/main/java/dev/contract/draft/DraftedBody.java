package dev.contract.draft;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.draft.infer.InferredType;
import dev.contract.draft.infer.TextForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a contract says of bodies of one kind.
 *
 * @param unsaid places that it says nothing of, although values came there
 * @param secrets places where the example is not as it came
 */
record DraftedBody(
        Body example, Map<String, RuleGroup> rules, Presence presence, List<RulePath> unsaid, List<String> secrets) {
    private static final String ROOT = "$";

    private static DraftedBody of(Body example, Map<String, RuleGroup> rules, List<String> secrets) {
        return new DraftedBody(example, rules, Presence.NONE, List.of(), secrets);
    }

    /** @param contents at least one, all of one kind */
    static DraftedBody of(List<Content> contents, boolean response, DraftSettings settings) {
        Content first = contents.get(0);
        if (first.json().isPresent()) {
            List<JsonValue> values =
                    contents.stream().flatMap(each -> each.json().stream()).toList();
            return json(first, InferredType.of(values), response, settings);
        }
        ContentType type = first.type().orElse(ContentType.OCTET_STREAM);
        if (type.isForm()) {
            List<Query> forms = contents.stream()
                    .map(each -> Content.form(each.body(), type))
                    .toList();
            return form(forms, type, settings);
        }
        Body example = settings.redact() ? withoutSecrets(first.body(), type) : first.body();
        boolean constant =
                contents.stream().map(Content::body).distinct().limit(2).count() == 1;
        boolean asItCame = example.equals(first.body());
        return of(
                example,
                constant && asItCame ? Map.of() : Map.of(ROOT, RuleGroup.of(any(type))),
                asItCame ? List.of() : List.of(ROOT));
    }

    /** The same body where there is none, or where nothing is known of what it holds. */
    private static Body withoutSecrets(Body body, ContentType type) {
        if (!type.isText() && !type.isXml()) {
            return body;
        }
        String text = body.text(type.charset());
        String hidden = Disguise.text(text);
        return hidden.equals(text)
                ? body
                : Body.text(hidden, type).withContentType(body.contentType().orElse(null));
    }

    private static DraftedBody json(Content first, InferredType type, boolean response, DraftSettings settings) {
        JsonDraft draft = response ? JsonDraft.ofResponse(type, settings) : JsonDraft.ofRequest(type, settings);
        Body example = Body.text(draft.example().toJson(), first.type().orElse(ContentType.JSON))
                .withContentType(null);
        return new DraftedBody(example, draft.rules(), draft.presence(), draft.unsaid(), draft.secrets());
    }

    /** Of other texts nothing is known but that they are some, and of bytes only their type. */
    private static MatchingRule any(ContentType type) {
        return type.isText() || type.isXml()
                ? MatchingRule.regex(TextForm.PLAIN.regex())
                : new MatchingRule(
                        "contentType",
                        JsonObject.builder().put("value", type.base()).build());
    }

    /** @param forms at least one, all with the same names */
    static DraftedBody form(List<Query> forms, ContentType type, DraftSettings settings) {
        DraftedParameters parameters = DraftedParameters.of(forms, settings);
        Map<String, RuleGroup> rules = new LinkedHashMap<>();
        parameters.rules().forEach((name, group) -> rules.put(ROOT + RulePath.step(name), group));
        Body example = Body.text(parameters.example().encoded(), type).withContentType(null);
        return of(example, rules, parameters.secrets());
    }
}
