package dev.contract.consumer.stub;

import dev.contract.core.model.Interaction;

/**
 * What consumers are shown in place of the examples of interactions.
 *
 * <p>Immutable.
 *
 * @param openly whether a test that asks is told; otherwise it takes what it is shown for the examples
 */
public record Shown(Answers answers, boolean openly) {
    /** The examples themselves. */
    public static final Shown EXAMPLES = new Shown(
            new Answers() {
                @Override
                public <I extends Interaction> I of(I declared) {
                    return declared;
                }
            },
            true);

    /** What is given in place of each interaction. */
    public interface Answers {
        /** An interaction of the same kind with another answer, or the same one. */
        <I extends Interaction> I of(I declared);
    }
}
