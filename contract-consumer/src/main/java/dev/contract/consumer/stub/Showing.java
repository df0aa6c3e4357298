package dev.contract.consumer.stub;

/** What a test is shown at the moment, and whether it knows that this need not be the examples. Thread-safe. */
public final class Showing {
    private volatile Shown shown = Shown.EXAMPLES;
    private volatile boolean asked;
    private volatile boolean strayed;
    private final LatestAnswer latest = new LatestAnswer();

    public Shown shown() {
        return shown;
    }

    /** From now on this is shown, and nobody has asked. */
    public void show(Shown other) {
        shown = other;
        asked = false;
        strayed = false;
    }

    /** Notes that something was requested in a scope, now closed, that nobody expected there. */
    void stray() {
        strayed = true;
    }

    /** Whether something was requested since this is shown that nobody expected, in a scope that is closed. */
    public boolean sawStrays() {
        return strayed;
    }

    /** The answer that was given last. */
    LatestAnswer latest() {
        return latest;
    }

    /** Whether answers are the examples, as far as the test is to know; who asks takes into account that they may not be. */
    public boolean areExamples() {
        asked = true;
        return shown.equals(Shown.EXAMPLES) || !shown.openly();
    }

    /** Whether the test has asked since this is shown: then it knows what it asserts. */
    public boolean wereAskedFor() {
        return asked;
    }
}
