package dev.contract.interop;

import java.nio.file.Path;

/** Who reads contract files: we, or a peer. One file at a time. */
interface Reader {
    /** With its version, as {@code pact-jvm 4.7.5}. */
    String name();

    /** Verifies a service against a contract. */
    Verdict verify(Path contract, String url);

    /**
     * Plays the provider of a contract until {@link #stop}.
     *
     * @return the address
     * @throws PeerFailed if it cannot even be read
     */
    String serve(Path contract);

    void stop();
}
