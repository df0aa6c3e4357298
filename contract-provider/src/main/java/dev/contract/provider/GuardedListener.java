package dev.contract.provider;

import dev.contract.provider.code.Thrown;
import java.lang.System.Logger.Level;

/** The user's listener: what it throws while the run goes on is logged, for it is no reason to lose the results. */
record GuardedListener(VerificationListener listener) implements VerificationListener {

    @Override
    public void started(int interactions) {
        guard(() -> listener.started(interactions));
    }

    @Override
    public void finished(InteractionResult result) {
        guard(() -> listener.finished(result));
    }

    @Override
    public void ended(VerificationResult result) {
        listener.ended(result);
    }

    private static void guard(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | Error e) {
            Thrown.passOnIfFatal(e);
            System.getLogger(VerificationListener.class.getName())
                    .log(Level.WARNING, () -> "the listener threw " + Thrown.text(e, GuardedListener.class));
        }
    }
}
