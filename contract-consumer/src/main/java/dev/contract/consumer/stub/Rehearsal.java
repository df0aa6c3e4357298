package dev.contract.consumer.stub;

/**
 * A time in which a test is run again with other answers: what is declared and requested meanwhile is neither judged nor recorded. When
 * it is closed, everything is as before.
 */
public interface Rehearsal extends AutoCloseable {
    @Override
    void close();
}
