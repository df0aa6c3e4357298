package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.answer.Mishap;
import dev.contract.consumer.answer.Pace;
import dev.contract.consumer.answer.Responder;
import dev.contract.consumer.answer.Step;
import dev.contract.consumer.answer.StubAnswer;
import dev.contract.core.generating.Seed.Draws;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.HttpInteraction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How an interaction is answered that has more to it than its response: a sequence, delays, faults. Thread-safe.
 *
 * <p>Every chance follows from the seed, the interaction and how often it was asked before.
 */
final class Conduct {
    private static final Logger LOG = System.getLogger(Conduct.class.getName());

    private final HttpInteraction interaction;
    private final AnswerPlan own;
    private final Circumstances circumstances;
    private final AtomicLong turns = new AtomicLong();
    private volatile Behaviour behaviour;
    private volatile boolean random;

    /**
     * @param own the answers that the interaction itself describes
     */
    Conduct(HttpInteraction interaction, AnswerPlan own, Circumstances circumstances, Behaviour behaviour) {
        this.interaction = interaction;
        this.own = own;
        this.circumstances = circumstances;
        this.behaviour = behaviour;
    }

    void follow(Behaviour other) {
        behaviour = other;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** How many of the answers that follow each other were not given; 0 where none was, for then that nobody asked says more. */
    int unreached() {
        long given = turns.get();
        return given == 0 ? 0 : behaviour.unreached(given);
    }

    /** Whether chance has had a part in an answer. */
    boolean wasRandom() {
        return random;
    }

    Reply reply(HttpRequest request, String baseUrl) {
        long turn = turns.getAndIncrement();
        Step step = behaviour.step(turn);
        // Turns below zero, which the random values of the interaction's own answers never have
        Draws draws = circumstances.seed().draws(interaction, -1 - turn);
        Reply reply = new Turn(step, request, baseUrl, draws).reply();
        random = random || draws.wereUsed();
        return reply;
    }

    /** One request, and what chance holds for it. */
    private final class Turn implements StubAnswer.Cases<Reply> {
        private final Step step;
        private final HttpRequest request;
        private final String baseUrl;
        private final Draws draws;

        Turn(Step step, HttpRequest request, String baseUrl, Draws draws) {
            this.step = step;
            this.request = request;
            this.baseUrl = baseUrl;
            this.draws = draws;
        }

        Reply reply() {
            if (step.moves() != null) {
                circumstances.scenarios().move(step.moves());
            }
            long nanos = step.delay().next(draws).toNanos();
            Fault mishap = happening(step.mishap());
            Reply reply = mishap == null ? step.answer().fold(this) : fault(mishap);
            return nanos == 0 ? reply : new Delayed(reply, nanos);
        }

        private @Nullable Fault happening(@Nullable Mishap mishap) {
            return mishap != null && draws.nextDouble() < mishap.probability() ? mishap.fault() : null;
        }

        @Override
        public Reply contractual() {
            return paced(own.answer(baseUrl));
        }

        @Override
        public Reply fault(Fault fault) {
            return new Broken(fault, own.answer(baseUrl), circumstances.held());
        }

        @Override
        public Reply responder(Responder responder) {
            return new Computed(() -> paced(made(responder)));
        }

        private Answer made(Responder responder) {
            try {
                Answer answer = AnswerPlan.made(
                        interaction, responder.making().apply(request), draws, baseUrl, circumstances.finish());
                random = random || draws.wereUsed();
                return answer;
            } catch (RuntimeException | StackOverflowError e) {
                String what = responder.noun() + " that answers " + interaction.quoted() + " failed";
                LOG.log(Level.WARNING, what, e);
                return Refusal.of(500, what + ": " + e);
            }
        }

        private Reply paced(Answer answer) {
            Pace pace = step.pace();
            return pace == null ? answer : new Paced(answer, pace, circumstances.held());
        }
    }
}
