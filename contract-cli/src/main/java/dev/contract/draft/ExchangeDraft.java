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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one interaction says of alike samples.
 *
 * @param unsaid places of bodies that it says nothing of, although values came there
 * @param secrets places whose values stand in no example as they came, in words
 */
record ExchangeDraft(RequestPart request, ResponsePart response, List<RulePath> unsaid, List<String> secrets) {

    /** A request or a response, with the same of it alone. */
    record Half<P>(P part, List<RulePath> unsaid, List<String> secrets) {}

    static ExchangeDraft of(Route route, List<Seen> samples, DraftSettings settings) {
        Half<RequestPart> asked = asked(route, samples, settings);
        Half<ResponsePart> answered = answered(samples, settings);
        return new ExchangeDraft(
                asked.part(),
                answered.part(),
                joined(asked.unsaid(), answered.unsaid()),
                joined(asked.secrets(), answered.secrets()));
    }

    private static <T> List<T> joined(List<T> ones, List<T> others) {
        return Stream.concat(ones.stream(), others.stream()).toList();
    }

    private static Half<RequestPart> asked(Route route, List<Seen> samples, DraftSettings settings) {
        HttpRequest first = samples.get(0).request();
        DraftedBody body = DraftedBody.of(samples.stream().map(Seen::asked).toList(), false, settings);
        DraftedHeaders headers = DraftedHeaders.of(
                samples.stream().map(each -> each.request().headers()).toList(),
                HeaderChoice::ofRequests,
                name -> true,
                settings);
        DraftedParameters query = DraftedParameters.of(
                samples.stream().map(each -> each.request().query()).toList(), settings);
        String path = settings.redact() ? Disguise.path(first.path()) : first.path();
        boolean isPublic = path.equals(first.path());
        MatchingRules rules = with(MatchingRules.NONE, Category.HEADER, headers.rules());
        rules = with(rules, Category.QUERY, query.rules());
        rules = with(rules, Category.BODY, body.rules());
        if (!isPublic || samples.get(0).succeeded() || !isOnePath(samples)) {
            String regex = route.regex().orElse("");
            rules = regex.isEmpty() ? rules : rules.with(Category.PATH, "", RuleGroup.of(MatchingRule.regex(regex)));
        }
        HttpRequest example = new HttpRequest(first.method(), path, query.example(), headers.example(), body.example());
        List<String> secrets = Stream.of(
                        isPublic ? List.<String>of() : List.of("path"),
                        query.secrets(),
                        headers.secrets(),
                        body.secrets())
                .flatMap(List::stream)
                .map(place -> place + " of requests")
                .toList();
        return new Half<>(RequestPart.of(example, rules, Generators.NONE), body.unsaid(), secrets);
    }

    private static boolean isOnePath(List<Seen> samples) {
        String first = samples.get(0).request().path();
        return samples.stream().allMatch(each -> each.request().path().equals(first));
    }

    static Half<ResponsePart> answered(List<Seen> samples, DraftSettings settings) {
        DraftedBody body = DraftedBody.of(samples.stream().map(Seen::answered).toList(), true, settings);
        DraftedHeaders headers = DraftedHeaders.of(
                samples.stream().map(each -> each.response().headers()).toList(),
                HeaderChoice::ofResponses,
                name -> name.equalsIgnoreCase("Content-Type")
                        || settings.exact().contains(name),
                settings);
        MatchingRules rules = with(MatchingRules.NONE, Category.HEADER, headers.rules());
        rules = with(rules, Category.BODY, body.rules());
        HttpResponse example = new HttpResponse(samples.get(0).response().status(), headers.example(), body.example());
        ResponsePart part = new ResponsePart(
                example, rules, Generators.NONE, body.presence().addTo(JsonObject.EMPTY));
        List<String> secrets = joined(headers.secrets(), body.secrets()).stream()
                .map(place -> place + " of answers")
                .toList();
        return new Half<>(part, body.unsaid(), secrets);
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
