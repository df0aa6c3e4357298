package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationListener;

/** How far a verification is, on a terminal: {@code 12 of 100 interactions, 1 failed}. Thread-safe. */
final class ProgressLine implements VerificationListener, AutoCloseable {
    private final Console console;
    private int all;
    private int done;
    private int failed;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void started(int interactions) {
        all = interactions;
        show();
    }

    @Override
    public synchronized void finished(InteractionResult result) {
        done++;
        failed += result.accepted() ? 0 : 1;
        show();
    }

    private void show() {
        console.progress(done + " of " + all + " interactions" + (failed == 0 ? "" : ", " + failed + " failed"));
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        console.progress("");
    }
}
