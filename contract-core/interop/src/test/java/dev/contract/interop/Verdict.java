package dev.contract.interop;

/**
 * @param accepted whether all was as the contract has it
 * @param reason what the reader said when it was not
 */
record Verdict(boolean accepted, String reason) {
    static Verdict of(boolean accepted, String reason) {
        return new Verdict(accepted, accepted ? "" : reason);
    }

    @Override
    public String toString() {
        return accepted ? "accepted" : "refused: " + reason;
    }
}
