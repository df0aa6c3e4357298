package dev.contract.provider.process;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The lines of a service as they come: they travel through a pipe, and may arrive later than what the service did after them. */
final class Lines implements Consumer<String> {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void accept(String line) {
        lines.add(line);
    }

    /** The next line that starts so. */
    String await(String start) {
        try {
            for (String line = next(); line != null; line = next()) {
                if (line.startsWith(start)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no line came that starts with \"" + start + "\"");
    }

    private String next() throws InterruptedException {
        return lines.poll(20, TimeUnit.SECONDS);
    }
}
