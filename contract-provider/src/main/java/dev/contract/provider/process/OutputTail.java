package dev.contract.provider.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The last lines that a service wrote to its standard output and standard error, in order.
 *
 * <p>A service may write without end and without line ends: lines are cut, and only the last ones are kept. Thread-safe.
 */
final class OutputTail {
    static final int LINES = 100;
    private static final int LONGEST_LINE = 2_000;

    private static final Logger LOG = System.getLogger(OutputTail.class.getName());

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /** Tells every line as it comes, on the reading thread; a listener that throws is told no more. */
    void tell(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Reads until the stream ends, on a thread of its own. */
    Thread follow(InputStream output) {
        Thread reader = new Thread(() -> read(output), "contract-service-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    private void read(InputStream output) {
        try (Reader reader = new InputStreamReader(output, nativeCharset())) {
            char[] buffer = new char[4096];
            for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                take(buffer, length);
            }
        } catch (IOException | UncheckedIOException e) {
            // The stream is closed under the reader when the process is stopped: that is its end.
        }
        if (line.length() > 0) {
            endLine();
        }
    }

    private void take(char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            char c = buffer[i];
            if (c == '\n') {
                endLine();
            } else if (c != '\r') {
                line.append(c);
                if (line.length() == LONGEST_LINE) {
                    line.append(" …");
                    endLine();
                }
            }
        }
    }

    private void endLine() {
        String text = line.toString();
        line.setLength(0);
        keep(text);
        listeners.forEach(listener -> tell(listener, text));
    }

    /** Nobody may keep the output from being read: the service would stand still when the pipe is full. */
    private void tell(Consumer<String> listener, String text) {
        try {
            listener.accept(text);
        } catch (RuntimeException e) {
            listeners.remove(listener);
            LOG.log(Level.WARNING, "a listener to a service's output failed and is told no more", e);
        }
    }

    private synchronized void keep(String text) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(text);
    }

    private static Charset nativeCharset() {
        String name = System.getProperty("native.encoding");
        return name == null || !Charset.isSupported(name) ? Charset.defaultCharset() : Charset.forName(name);
    }
}
