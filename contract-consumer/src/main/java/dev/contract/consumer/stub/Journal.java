package dev.contract.consumer.stub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest exchanges, oldest first, bounded in number and in bytes of their bodies. Thread-safe. */
final class Journal {
    private final int entries;
    private final long bytes;
    private final Deque<Exchange> kept = new ArrayDeque<>();
    private long keptBytes;

    Journal(int entries, long bytes) {
        this.entries = entries;
        this.bytes = bytes;
    }

    synchronized void add(Exchange exchange) {
        kept.addLast(exchange);
        keptBytes += size(exchange);
        while (kept.size() > entries || keptBytes > bytes) {
            keptBytes -= size(kept.removeFirst());
        }
    }

    synchronized List<Exchange> list() {
        return List.copyOf(kept);
    }

    private static int size(Exchange exchange) {
        return exchange.request().body().bytes().length;
    }
}
