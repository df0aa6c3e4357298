package dev.contract.consumer;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Delay;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.answer.Mishap;
import dev.contract.consumer.answer.Pace;
import dev.contract.consumer.answer.Responder;
import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.answer.Step;
import dev.contract.consumer.answer.StubAnswer;
import dev.contract.consumer.journal.Declared;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.ContractException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the stub does beyond the contract, once an interaction has its response: further answers, delays, faults. Nothing of it is
 * written into the contract, because no provider owes it.
 *
 * <pre>{@code
 * .willRespondWith(200, json(object("name", like("Alice"))))  // the contract
 *         .after(Duration.ofMillis(200))                      // the stub alone, from here on
 *         .then(Fault.RESET)
 *         .then(503).times(2);
 * }</pre>
 *
 * <p>Words speak of the latest answer; the last answer is repeated. One thread at a time, before the first request.
 */
public final class Answers implements Declared {
    private final Ending.Known known;
    private final List<Step> steps = new ArrayList<>();
    private boolean cycles;

    Answers(Ending.Known known, Step first) {
        this.known = known;
        steps.add(first);
    }

    /** The interaction that is answered, as its contract has it. */
    @Override
    public HttpInteraction interaction() {
        return known.interaction();
    }

    /** After the answers so far: a response without body. */
    public Answers then(int status) {
        return then(new ResponseBuilder(status));
    }

    /** After the answers so far: a response with a JSON body. */
    public Answers then(int status, Matcher json) {
        return then(new ResponseBuilder(status).withBody(json));
    }

    /**
     * After the answers so far: {@code response(503).withHeader("Retry-After", 1)}.
     *
     * @throws ContractException if an example is not accepted by its own matchers
     */
    public Answers then(ResponseBuilder response) {
        return then(Mistake.here(() -> Responder.always(response.checked())));
    }

    /** After the answers so far: a fault, or another answer that no contract holds. */
    public Answers then(StubAnswer answer) {
        steps.add(Step.of(answer));
        return changed();
    }

    /**
     * After the answers so far: what a function makes of the request.
     *
     * @param making may wait; when it throws, the client gets status 500 with the reason
     */
    public Answers then(Function<HttpRequest, ResponseBuilder> making) {
        return then(function(making));
    }

    static Responder function(Function<HttpRequest, ResponseBuilder> making) {
        return new Responder("a function", request -> making.apply(request).checked());
    }

    /** The first answer follows the last again, instead of the last being repeated. */
    public Answers cycle() {
        cycles = true;
        return changed();
    }

    /**
     * Gives the latest answer so often before the next.
     *
     * @param times at least 1
     */
    public Answers times(int times) {
        return latest(step -> step.withTimes(times));
    }

    /** Sends the latest answer so much later; at most an hour. */
    public Answers after(Duration duration) {
        return latest(step -> step.withDelay(Delay.of(duration)));
    }

    /** Sends the latest answer later, each time as much as chance says: {@code after(Delay.logNormal(Duration.ofMillis(80), 0.4))}. */
    public Answers after(Delay delay) {
        return latest(step -> step.withDelay(delay));
    }

    /**
     * Sends the head of the latest answer, and then its body in small pieces.
     *
     * @param bytes of each piece, at least 1
     * @param every the pause between two of them
     */
    public Answers slowly(int bytes, Duration every) {
        return latest(step -> step.withPace(new Pace(bytes, every)));
    }

    /**
     * Lets the latest answer fail now and then; when, follows from the seed of the run.
     *
     * @param probability from 0 to 1
     */
    public Answers failing(double probability, Fault fault) {
        return latest(step -> step.withMishap(new Mishap(probability, fault)));
    }

    /** Has the latest answer move a scenario to a state; which interactions answer there, {@code during(…)} says. */
    public Answers moving(String scenario, String state) {
        return latest(step -> step.moving(new ScenarioState(scenario, state)));
    }

    private Answers latest(UnaryOperator<Step> change) {
        int last = steps.size() - 1;
        steps.set(last, Mistake.here(() -> change.apply(steps.get(last))));
        return changed();
    }

    private Answers changed() {
        known.stub().accept(new Behaviour(steps, cycles));
        return this;
    }
}
