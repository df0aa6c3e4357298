package dev.contract.consumer.stub;

import dev.contract.core.generating.Seed;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An interaction ready to be asked for: its request compiled, its answer prepared. Thread-safe. */
final class Candidate {
    private final HttpInteraction interaction;
    private final RequestPlan plan;
    private final AnswerPlan answer;
    private final int specificity;
    private final @Nullable JsonValue literalBody;
    private volatile boolean requested;

    /**
     * Compiles an interaction.
     *
     * @param seed of random values in answers
     * @param finish what the stub adds to every response
     */
    Candidate(HttpInteraction interaction, SpecVersion version, Seed seed, UnaryOperator<HttpResponse> finish) {
        this.interaction = interaction;
        this.plan = PlanCompiler.request(interaction.request(), version);
        this.answer = AnswerPlan.of(interaction, seed, finish);
        this.specificity = Specificity.of(interaction.request());
        this.literalBody = Specificity.literalJson(interaction.request());
    }

    HttpInteraction interaction() {
        return interaction;
    }

    /** How closely the request is described: of several that match, the highest answers. */
    int specificity() {
        return specificity;
    }

    /** The JSON that the body must equal; null when it need not, or is no JSON. */
    @Nullable
    JsonValue literalBody() {
        return literalBody;
    }

    /** Whether only one method and one path can match. */
    boolean isLiteral() {
        var rules = interaction.request().rules();
        return rules.single(Category.PATH).isEmpty()
                && rules.single(Category.METHOD).isEmpty();
    }

    boolean accepts(HttpRequest request, ActualBody body) {
        return plan.accepts(request, body);
    }

    MatchResult match(HttpRequest request, ActualBody body) {
        return plan.match(request, body);
    }

    /** The rules of the request that cannot be used. */
    List<Problem> problems() {
        return plan.problems();
    }

    Answer answer(String baseUrl) {
        requested = true;
        return answer.answer(baseUrl);
    }

    /** Whether an answer has held random values. */
    boolean wasRandom() {
        return answer.wasRandom();
    }

    boolean wasRequested() {
        return requested;
    }
}
