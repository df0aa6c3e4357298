package dev.contract.consumer;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Step;
import dev.contract.consumer.answer.StubAnswer;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * How an interaction comes to its end.
 *
 * @param stubOnly whether it stays out of the contract
 * @param declare hands the interaction over, and takes what the stub is to do beyond it
 */
record Ending(String description, boolean stubOnly, BiFunction<RequestPart, ResponsePart, Known> declare) {

    /** An interaction that a stub knows now, and what takes how the stub is to answer it. */
    record Known(HttpInteraction interaction, Consumer<Behaviour> stub) {}

    /** The end that every contract knows. */
    Answers with(RequestPart request, ResponsePart response) {
        return new Answers(declare.apply(request, response), Step.CONTRACTUAL);
    }

    /**
     * An end that no contract can hold.
     *
     * @param call as the user wrote it
     * @throws dev.contract.core.problem.ContractException if the interaction is to be recorded
     */
    Answers with(RequestPart request, StubAnswer answer, String call) {
        if (!stubOnly) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-STUB-ONLY",
                            answer.noun() + " cannot be written into a contract: " + answer.whyNotInContract())
                    .found(call + " as the answer of " + Quoted.text(description))
                    .mend("give the response that the provider owes, and this after it: .willRespondWith(200).then(…);"
                            + " or keep the interaction out of the contract by .stubOnly()"));
        }
        Step first = Step.of(answer);
        Known known = declare.apply(request, ResponsePart.of(HttpResponse.of(200)));
        known.stub().accept(new Behaviour(List.of(first), false));
        return new Answers(known, first);
    }
}
