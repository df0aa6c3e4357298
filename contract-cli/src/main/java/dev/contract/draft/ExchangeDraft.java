package dev.contract.draft;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one interaction says of alike samples.
 *
 * @param unsaid places of bodies that it says nothing of, although values came there
 */
record ExchangeDraft(RequestPart request, ResponsePart response, List<RulePath> unsaid) {

    static ExchangeDraft of(Route route, List<Seen> samples, DraftSettings settings) {
        DraftedBody asked = DraftedBody.of(samples.stream().map(Seen::asked).toList(), false, settings);
        DraftedBody answered =
                DraftedBody.of(samples.stream().map(Seen::answered).toList(), true, settings);
        List<RulePath> unsaid = new ArrayList<>(asked.unsaid());
        unsaid.addAll(answered.unsaid());
        return new ExchangeDraft(
                request(route, samples, asked, settings), response(samples, answered, settings), unsaid);
    }

    private static RequestPart request(Route route, List<Seen> samples, DraftedBody body, DraftSettings settings) {
        HttpRequest first = samples.get(0).request();
        DraftedHeaders headers = DraftedHeaders.of(
                samples.stream().map(each -> each.request().headers()).toList(),
                HeaderChoice::ofRequests,
                name -> true,
                settings);
        DraftedParameters query = DraftedParameters.of(
                samples.stream().map(each -> each.request().query()).toList(), settings);
        MatchingRules rules = with(MatchingRules.NONE, Category.HEADER, headers.rules());
        rules = with(rules, Category.QUERY, query.rules());
        rules = with(rules, Category.BODY, body.rules());
        boolean onePath = samples.stream()
                        .map(each -> each.request().path())
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
        if (!onePath || samples.get(0).succeeded()) {
            String regex = route.regex().orElse("");
            rules = regex.isEmpty() ? rules : rules.with(Category.PATH, "", RuleGroup.of(MatchingRule.regex(regex)));
        }
        HttpRequest example =
                new HttpRequest(first.method(), first.path(), query.example(), headers.example(), body.example());
        return RequestPart.of(example, rules, Generators.NONE);
    }

    static ResponsePart response(List<Seen> samples, DraftedBody body, DraftSettings settings) {
        DraftedHeaders headers = DraftedHeaders.of(
                samples.stream().map(each -> each.response().headers()).toList(),
                HeaderChoice::ofResponses,
                name -> name.equalsIgnoreCase("Content-Type")
                        || settings.exact().contains(name),
                settings);
        MatchingRules rules = with(MatchingRules.NONE, Category.HEADER, headers.rules());
        rules = with(rules, Category.BODY, body.rules());
        HttpResponse example = new HttpResponse(samples.get(0).response().status(), headers.example(), body.example());
        return new ResponsePart(example, rules, Generators.NONE, body.presence().addTo(JsonObject.EMPTY));
    }

    static MatchingRules with(MatchingRules rules, Category category, Map<String, RuleGroup> added) {
        MatchingRules all = rules;
        for (Map.Entry<String, RuleGroup> entry : added.entrySet()) {
            all = all.with(category, entry.getKey(), entry.getValue());
        }
        return all;
    }

    HttpInteraction interaction(String description) {
        return new HttpInteraction(description, List.of(), request, response, Annotations.NONE);
    }
}
