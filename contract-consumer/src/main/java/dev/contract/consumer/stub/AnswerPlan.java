package dev.contract.consumer.stub;

import dev.contract.core.generating.Generated;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ResponsePart;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Where an interaction's answers come from: prepared once, or made afresh for every request. Thread-safe. */
interface AnswerPlan {

    /**
     * The answer to one request.
     *
     * @param baseUrl of the stub, for links to itself
     */
    Answer answer(String baseUrl);

    /**
     * The answers of an interaction.
     *
     * @param finish what the stub adds to every response
     */
    static AnswerPlan of(HttpInteraction interaction, UnaryOperator<HttpResponse> finish) {
        if (interaction.response().generators().isEmpty()) {
            Answer prepared = Answer.of(finish.apply(interaction.response().example()));
            return baseUrl -> prepared;
        }
        return new Generating(
                interaction, finish, new Random(interaction.description().hashCode()));
    }

    /** Values vary from request to request and are the same in every run: the seed is the interaction's name. */
    record Generating(HttpInteraction interaction, UnaryOperator<HttpResponse> finish, Random random)
            implements AnswerPlan {
        private static final Logger LOG = System.getLogger(AnswerPlan.class.getName());

        @Override
        public Answer answer(String baseUrl) {
            GenerationContext context = GenerationContext.builder()
                    .random(random)
                    .states(interaction.states())
                    .mockServer(baseUrl)
                    .build();
            Generated<ResponsePart> generated = Generation.apply(interaction.response(), context);
            generated.problems().forEach(problem -> LOG.log(Level.WARNING, problem::toString));
            return Answer.of(finish.apply(generated.value().example()));
        }
    }
}
