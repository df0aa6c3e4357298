package dev.contract.interop;

/** A peer could not do at all what it was asked. */
final class PeerFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    PeerFailed(String message) {
        super(message);
    }
}
