package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;

/** An interaction ready to be asked for: its request compiled, its answer prepared. Thread-safe. */
final class Candidate {
    private final HttpInteraction interaction;
    private final RequestPlan plan;
    private final AnswerPlan answer;
    private final int specificity;
    private volatile boolean requested;

    Candidate(HttpInteraction interaction, SpecVersion version) {
        this.interaction = interaction;
        this.plan = PlanCompiler.request(interaction.request(), version);
        this.answer = AnswerPlan.of(interaction.response());
        this.specificity = Specificity.of(interaction.request());
    }

    HttpInteraction interaction() {
        return interaction;
    }

    /** How closely the request is described: of several that match, the highest answers. */
    int specificity() {
        return specificity;
    }

    /** Whether only one method and one path can match. */
    boolean isLiteral() {
        var rules = interaction.request().rules();
        return rules.single(Category.PATH).isEmpty()
                && rules.single(Category.METHOD).isEmpty();
    }

    MatchResult match(HttpRequest request) {
        return plan.match(request);
    }

    Answer answer(String baseUrl) {
        requested = true;
        return answer.answer(baseUrl);
    }

    boolean wasRequested() {
        return requested;
    }
}
