package dev.contract.core.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;

/**
 * One evaluation of a schema, with its steps counted: parts inside parts multiply, and a schema may refer to itself.
 *
 * <p>The library tells each keyword that it comes to by {@link #evaluationPathAddLast(String)}.
 */
final class BoundedExecution extends ExecutionContext {
    private static final long STEPS = 1_000_000;
    private static final int STEPS_PER_CHARACTER = 20;
    private static final int DEEPEST = 4_000;
    private static final int MOST_ERRORS = 10_000;

    private final long mostSteps;
    private long steps;
    private int depth;
    private int errors;

    BoundedExecution(int characters) {
        this.mostSteps = STEPS + (long) STEPS_PER_CHARACTER * characters;
    }

    @Override
    public void evaluationPathAddLast(String name) {
        if (++steps > mostSteps) {
            throw new GivenUp("the schema has too many parts inside each other for this value");
        }
        enter();
        super.evaluationPathAddLast(name);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        enter();
        super.evaluationPathAddLast(index);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new GivenUp("the schema refers to itself without end, or the value is too deep for it");
        }
    }

    @Override
    public void evaluationPathRemoveLast() {
        depth--;
        super.evaluationPathRemoveLast();
    }

    @Override
    public void addError(Error error) {
        if (++errors > MOST_ERRORS) {
            throw new GivenUp("there are more than " + MOST_ERRORS + " differences");
        }
        super.addError(error);
    }
}
