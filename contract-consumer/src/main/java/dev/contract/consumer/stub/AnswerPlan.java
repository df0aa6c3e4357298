package dev.contract.consumer.stub;

import dev.contract.core.generating.Generated;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.generating.Seed;
import dev.contract.core.generating.Seed.Draws;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.presence.WholeExample;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where an interaction's answers come from: prepared once, or made afresh for every request. Thread-safe. */
interface AnswerPlan {

    /**
     * The answer to one request.
     *
     * @param baseUrl of the stub, for links to itself
     */
    Answer answer(String baseUrl);

    /** Whether an answer has held random values. */
    default boolean wasRandom() {
        return false;
    }

    /**
     * The answers of an interaction, or what is shown in their place now.
     *
     * @param shared by all interactions
     */
    static AnswerPlan of(HttpInteraction interaction, Circumstances shared) {
        Shown shown = shared.showing().shown();
        AnswerPlan sent = ofShown(shown.answers().of(interaction), shared);
        AnswerPlan told = shown.openly() ? null : ofShown(interaction, shared);
        return new Told(sent, told, shared.showing().latest().of(interaction.description()));
    }

    /** With its optional fields or without them, as the circumstances are. */
    private static AnswerPlan ofShown(HttpInteraction interaction, Circumstances shared) {
        ResponsePart response = interaction.response();
        Set<RulePath> optional = response.presence().optional().keySet();
        AnswerPlan whole = of(interaction.withResponse(WholeExample.of(response)), shared.seed(), shared.finish());
        if (optional.isEmpty()) {
            return whole;
        }
        AnswerPlan lean =
                of(interaction.withResponse(WholeExample.withoutOptional(response)), shared.seed(), shared.finish());
        return new BothWays(interaction, optional, whole, lean, shared.optional());
    }

    /**
     * Answers that a test can ask for.
     *
     * @param told what it is told to have been sent; null for what was sent
     * @param latest takes what it is told
     */
    record Told(AnswerPlan sent, @Nullable AnswerPlan told, Consumer<Answer> latest) implements AnswerPlan {

        @Override
        public Answer answer(String baseUrl) {
            Answer answer = sent.answer(baseUrl);
            latest.accept(told == null ? answer : told.answer(baseUrl));
            return answer;
        }

        @Override
        public boolean wasRandom() {
            return sent.wasRandom();
        }
    }

    /** Answers with the optional fields, and without. */
    record BothWays(
            HttpInteraction interaction, Set<RulePath> fields, AnswerPlan whole, AnswerPlan lean, OptionalDuty duty)
            implements AnswerPlan {

        @Override
        public Answer answer(String baseUrl) {
            boolean given = duty.gives();
            duty.show(interaction, fields, given);
            return (given ? whole : lean).answer(baseUrl);
        }

        @Override
        public boolean wasRandom() {
            return whole.wasRandom() || lean.wasRandom();
        }
    }

    static AnswerPlan of(HttpInteraction interaction, Seed seed, UnaryOperator<HttpResponse> finish) {
        if (Generation.isFixed(interaction.response())) {
            Answer prepared =
                    Answer.of(finish.apply(interaction.response().example())).prepared();
            return baseUrl -> prepared;
        }
        return new Generating(interaction, seed, finish);
    }

    /** An answer of a response that is not prepared: what varies in it follows from the draws. */
    static Answer made(
            HttpInteraction interaction,
            ResponsePart response,
            Draws draws,
            String baseUrl,
            UnaryOperator<HttpResponse> finish) {
        GenerationContext context = GenerationContext.builder()
                .random(draws)
                .states(interaction.states())
                .mockServer(baseUrl)
                .build();
        Generated<ResponsePart> generated = Generation.apply(response, context);
        generated.problems().forEach(problem -> Generating.LOG.log(Level.WARNING, problem::toString));
        return Answer.of(finish.apply(generated.value().example()));
    }

    /** Values vary from request to request: the first answer of an interaction has the same in every run of a seed, and so on. */
    final class Generating implements AnswerPlan {
        private static final Logger LOG = System.getLogger(AnswerPlan.class.getName());

        private final HttpInteraction interaction;
        private final Seed seed;
        private final UnaryOperator<HttpResponse> finish;
        private final AtomicLong turns = new AtomicLong();
        private volatile boolean random;

        private Generating(HttpInteraction interaction, Seed seed, UnaryOperator<HttpResponse> finish) {
            this.interaction = interaction;
            this.seed = seed;
            this.finish = finish;
        }

        @Override
        public Answer answer(String baseUrl) {
            Draws draws = seed.draws(interaction, turns.getAndIncrement());
            Answer answer = made(interaction, interaction.response(), draws, baseUrl, finish);
            random |= draws.wereUsed();
            return answer;
        }

        @Override
        public boolean wasRandom() {
            return random;
        }
    }
}
