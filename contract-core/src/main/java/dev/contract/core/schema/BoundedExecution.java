package dev.contract.core.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import java.time.Duration;

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

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int STEPS_PER_LOOK = 256;

    private final long mostSteps;
    private final long deadline;
    private long steps;
    private int depth;
    private int errors;

    BoundedExecution(int characters) {
        this(characters, LONGEST);
    }

    BoundedExecution(int characters, Duration longest) {
        this.mostSteps = STEPS + (long) STEPS_PER_CHARACTER * characters;
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    @Override
    public void evaluationPathAddLast(String name) {
        if (++steps > mostSteps || isTooLate()) {
            throw new GivenUp("the schema has too many parts inside each other for this value");
        }
        enter();
        super.evaluationPathAddLast(name);
    }

    /** Each part that does not fit has the library go through all that it noted of parts that did: that is more work than the steps tell. */
    private boolean isTooLate() {
        return steps % STEPS_PER_LOOK == 0 && System.nanoTime() - deadline > 0;
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
