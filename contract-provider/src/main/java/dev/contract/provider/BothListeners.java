package dev.contract.provider;

/** Two who are told the same. */
record BothListeners(VerificationListener first, VerificationListener second) implements VerificationListener {

    @Override
    public void started(int interactions) {
        first.started(interactions);
        second.started(interactions);
    }

    @Override
    public void finished(InteractionResult result) {
        first.finished(result);
        second.finished(result);
    }

    @Override
    public void ended(VerificationResult result) {
        first.ended(result);
        second.ended(result);
    }
}
