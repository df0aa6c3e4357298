package dev.contract.interop;

import java.util.function.Predicate;

/**
 * What a peer itself cannot do: one line of the table in the manual.
 *
 * @param peer its name and version
 * @param cannot a sentence
 * @param remedy what we do about it
 * @param cases the trials in which it deviates, every one of them
 */
record Deviation(String peer, String cannot, String remedy, Predicate<Trial> cases) {
    boolean concerns(Trial trial) {
        return trial.reader().equals(peer) && cases.test(trial);
    }
}
