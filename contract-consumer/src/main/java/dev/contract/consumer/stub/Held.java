package dev.contract.consumer.stub;

import java.io.Closeable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.IoUtils;

/** Connections that get no answer, kept until the client gives up or the test ends. Thread-safe. */
final class Held {
    private final Set<Closeable> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean released;

    /** Keeps one whose client gets nothing more. */
    void keep(Line line) {
        line.whenEnded(() -> remove(line));
        add(line);
    }

    void add(Closeable connection) {
        connections.add(connection);
        if (released) {
            release();
        }
    }

    void remove(Closeable connection) {
        connections.remove(connection);
    }

    /** Closes them all, and from now on every other at once. */
    void release() {
        released = true;
        end();
    }

    /** Closes those that there are. */
    void end() {
        connections.removeIf(connection -> {
            IoUtils.safeClose(connection);
            return true;
        });
    }
}
