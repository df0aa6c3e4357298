package dev.contract.interop;

import java.nio.file.Path;

/** Who publishes to our broker, verifies what it has, and asks it: we, or a peer. */
interface Client {
    /** With its version, as {@code pact-jvm 4.7.5}. */
    String name();

    /** Publishes a contract file as that of a version of its consumer, with the tag {@code dev}. */
    void publish(String broker, Path contract, Pacticipant consumer);

    /**
     * Verifies the contracts of {@code feat/x} and publishes the results. A pending contract may fail.
     *
     * @param url where the provider is
     */
    Verdict share(String broker, Pacticipant provider, String url);

    /** What can-i-deploy answers; a no comes with the text that the user sees. */
    Verdict deployable(String broker, Pacticipant pacticipant, String environment);
}
