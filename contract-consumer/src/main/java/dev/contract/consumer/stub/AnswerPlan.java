package dev.contract.consumer.stub;

import dev.contract.core.model.ResponsePart;

/** Where answers come from: one prepared answer. Thread-safe. */
interface AnswerPlan {

    /**
     * The answer to one request.
     *
     * @param baseUrl of the stub, for links to itself
     */
    Answer answer(String baseUrl);

    static AnswerPlan of(ResponsePart part) {
        Answer prepared = Answer.of(part.example());
        return baseUrl -> prepared;
    }
}
