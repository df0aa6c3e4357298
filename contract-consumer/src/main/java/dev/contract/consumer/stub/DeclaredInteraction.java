package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.journal.Declared;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.Problem;
import java.util.List;

/** An interaction that a stub answers, in the hands of who declared it. Thread-safe. */
public final class DeclaredInteraction implements Declared {
    private final Candidate candidate;
    private final RequestIndex index;

    DeclaredInteraction(Candidate candidate, RequestIndex index) {
        this.candidate = candidate;
        this.index = index;
    }

    @Override
    public HttpInteraction interaction() {
        return candidate.interaction();
    }

    /** The rules of its request that cannot be used, and what of it HTTP cannot send. */
    public List<Problem> problems() {
        return candidate.problems();
    }

    /** Whether its request came. */
    public boolean wasRequested() {
        return candidate.wasRequested();
    }

    /** Has it answered in this way, from the first step on; whether it was requested stays as it is. */
    public void behave(Behaviour behaviour) {
        candidate.begin(behaviour);
    }

    /** Forgets what came: its answers begin anew, and it was not requested yet. */
    public void restart() {
        candidate.restart();
    }

    /** Takes it away; it answers nothing any more. */
    public void remove() {
        index.remove(candidate);
    }
}
