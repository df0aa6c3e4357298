package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.answer.StateHeader;
import dev.contract.consumer.answer.Terms;
import dev.contract.consumer.answer.Unsendable;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Pin;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An interaction ready to be asked for: its request compiled, its answer prepared. Thread-safe. */
final class Candidate {
    private final HttpInteraction interaction;
    private final SpecVersion version;
    private final RequestPlan plan;
    private final AnswerPlan answer;
    private final int specificity;
    private final Terms terms;
    private final Circumstances circumstances;
    private volatile @Nullable Conduct conduct;
    private volatile boolean requested;

    /**
     * Compiles an interaction.
     *
     * @param terms when it answers
     * @param circumstances that it shares with others
     */
    Candidate(HttpInteraction interaction, SpecVersion version, Terms terms, Circumstances circumstances) {
        this.interaction = interaction;
        this.version = version;
        this.plan = PlanCompiler.request(interaction.request(), version);
        this.answer = AnswerPlan.of(interaction, circumstances);
        this.terms = terms;
        this.circumstances = circumstances;
        this.specificity = Specificity.of(interaction.request());
    }

    HttpInteraction interaction() {
        return interaction;
    }

    /** Whether it stays out of the contract. */
    boolean isStubOnly() {
        return terms.stubOnly();
    }

    /** Of several that match, the highest answers; among equals, the most specific. */
    int priority() {
        return terms.priority();
    }

    /** How closely the request is described. */
    int specificity() {
        return specificity;
    }

    /** What every request has that it accepts. */
    List<Pin> pins() {
        return plan.pins();
    }

    /** Whether only one method and one path can match. */
    boolean isLiteral() {
        var rules = interaction.request().rules();
        return rules.single(Category.PATH).isEmpty()
                && rules.single(Category.METHOD).isEmpty();
    }

    boolean accepts(HttpRequest request, ActualBody body) {
        return isOpen() && isAskedFor(request) && plan.accepts(request, body);
    }

    /** Whether a request is the one that is declared, whatever else decides on its answer. */
    boolean expects(HttpRequest request, ActualBody body) {
        return plan.accepts(request, body);
    }

    private boolean isAskedFor(HttpRequest request) {
        StateHeader asked = terms.asked();
        return asked == null || asked.admits(request, interaction);
    }

    private boolean isOpen() {
        ScenarioState during = terms.during();
        return during == null || circumstances.scenarios().areIn(during);
    }

    /** Why it would not answer this request even if it matched: the state that is asked for, or where its scenario is; null when it would. */
    @Nullable
    String whyClosed(HttpRequest request) {
        StateHeader asked = terms.asked();
        return asked == null || isAskedFor(request) ? whyClosed() : asked.why(request, interaction);
    }

    private @Nullable String whyClosed() {
        ScenarioState during = terms.during();
        return during == null || isOpen()
                ? null
                : Quoted.text(during.scenario()) + " is in "
                        + Quoted.text(circumstances.scenarios().current(during.scenario()))
                        + ", and this is answered in " + Quoted.text(during.state()) + " only";
    }

    MatchResult match(HttpRequest request, ActualBody body) {
        return plan.match(request, body);
    }

    /** The rules of the request that cannot be used, and what HTTP cannot send. */
    List<Problem> problems() {
        return Stream.concat(plan.problems().stream(), Unsendable.in(interaction).stream())
                .toList();
    }

    /** Has requests answered in this way, from the first step on unless some were answered before. */
    synchronized void behave(Behaviour behaviour) {
        Conduct known = conduct;
        if (known == null) {
            begin(behaviour);
        } else {
            known.follow(behaviour);
        }
    }

    /** Has requests answered in this way, from the first step on. */
    synchronized void begin(Behaviour behaviour) {
        conduct = new Conduct(interaction, answer, circumstances, behaviour);
    }

    /** Forgets what came: the answers begin anew, and it was not requested yet. */
    synchronized void restart() {
        requested = false;
        Conduct known = conduct;
        if (known != null) {
            begin(known.behaviour());
        }
    }

    Reply reply(HttpRequest request, String baseUrl) {
        noteRequest();
        Conduct special = conduct;
        return special == null ? answer.answer(baseUrl) : special.reply(request, baseUrl);
    }

    /** What is answered in another way than its own. */
    Reply reply(HttpRequest request, String baseUrl, Behaviour instead) {
        noteRequest();
        return new Conduct(interaction, answer, circumstances, instead).reply(request, baseUrl);
    }

    /** To read costs less than to write. */
    private void noteRequest() {
        if (!requested) {
            requested = true;
        }
    }

    /** Whether an answer has held random values. */
    boolean wasRandom() {
        Conduct special = conduct;
        return answer.wasRandom() || (special != null && special.wasRandom());
    }

    /** How many answers of its sequence nobody came to ask for. */
    int unreached() {
        Conduct special = conduct;
        return special == null ? 0 : special.unreached();
    }

    /** The same as it was before it was asked for, with the answers that are shown now. */
    Candidate anew() {
        Candidate anew = new Candidate(interaction, version, terms, circumstances);
        Conduct known = conduct;
        if (known != null) {
            anew.behave(known.behaviour());
        }
        return anew;
    }

    boolean wasRequested() {
        return requested;
    }
}
