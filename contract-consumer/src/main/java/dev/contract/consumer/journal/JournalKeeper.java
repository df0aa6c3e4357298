package dev.contract.consumer.journal;

import dev.contract.consumer.answer.Fault;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.HttpInteraction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a journal.
 *
 * <p>What a narrower keeper writes down stands in the journal of the wider one, too: they share one lock and one count. Of a million requests it
 * keeps the latest, and a number for each description. Thread-safe; listeners are called outside of the lock.
 */
public final class JournalKeeper {
    private static final Logger LOG = System.getLogger(JournalKeeper.class.getName());

    private final int entries;
    private final long bytes;
    private final Shared shared;
    private final @Nullable JournalKeeper wider;
    private final @Nullable String scope;
    private final Deque<Exchange> kept = new ArrayDeque<>();
    private final Map<Answered, Tally> dropped = new HashMap<>();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private long keptBytes;

    /** What keepers have together that write down requests to one stub. */
    private static final class Shared {
        final ReentrantLock lock = new ReentrantLock();
        final Condition more = lock.newCondition();
        final InstantSource clock;
        long number;

        Shared(InstantSource clock) {
            this.clock = clock;
        }
    }

    /** How many were forgotten. Counted in its place: a new number for each would have the map written to with every request. */
    private static final class Tally {
        long count;
    }

    /**
     * A keeper of the latest exchanges.
     *
     * @param entries the most to keep
     * @param bytes the most to keep of requests, and of responses that were made for one request
     */
    public JournalKeeper(int entries, long bytes, InstantSource clock) {
        this(entries, bytes, new Shared(clock), null, null);
    }

    private JournalKeeper(
            int entries, long bytes, Shared shared, @Nullable JournalKeeper wider, @Nullable String scope) {
        this.entries = entries;
        this.bytes = bytes;
        this.shared = shared;
        this.wider = wider;
        this.scope = scope;
    }

    /**
     * A keeper for some of the requests.
     *
     * @param name what they are known by; null for what this keeper's are
     */
    public JournalKeeper narrower(@Nullable String name) {
        return new JournalKeeper(entries, bytes, shared, this, name == null ? scope : name);
    }

    /** The number of the latest exchange; 0 before the first. */
    public long latest() {
        shared.lock.lock();
        try {
            return shared.number;
        } finally {
            shared.lock.unlock();
        }
    }

    public Journal journal() {
        return journal(List::of);
    }

    /**
     * A journal that knows misspelt descriptions.
     *
     * @param declared the descriptions of all that may answer requests
     */
    public Journal journal(Supplier<List<String>> declared) {
        return new Journal(this, Subject.ALL, declared);
    }

    /**
     * Writes a request down.
     *
     * @param interaction that answers it
     * @param nearest that does not
     */
    public Exchange came(
            HttpRequest request, @Nullable HttpInteraction interaction, @Nullable HttpInteraction nearest) {
        long now = shared.clock.millis();
        ReceivedRequest received = new ReceivedRequest(request);
        shared.lock.lock();
        try {
            Exchange exchange = new Exchange(++shared.number, now, received, interaction, nearest, scope);
            for (JournalKeeper each = this; each != null; each = each.wider) {
                each.add(exchange);
            }
            shared.more.signalAll();
            return exchange;
        } finally {
            shared.lock.unlock();
        }
    }

    private void add(Exchange exchange) {
        kept.addLast(exchange);
        keptBytes += exchange.bytes();
        forgetOldest();
    }

    private void forgetOldest() {
        while (kept.size() > entries || keptBytes > bytes) {
            Exchange oldest = kept.removeFirst();
            keptBytes -= oldest.bytes();
            dropped.computeIfAbsent(Answered.by(oldest.interaction().orElse(null)), key -> new Tally()).count++;
        }
    }

    /** Adds what was sent back. */
    public void answered(Exchange exchange, SentResponse response) {
        exchange.answered(response);
        if (response.ownBytes() > 0) {
            grow(exchange, response.ownBytes());
        }
        tell(exchange);
    }

    /**
     * Adds what happened in place of a proper response.
     *
     * @param damaged a response that was sent nevertheless
     */
    public void failed(Exchange exchange, Fault fault, @Nullable SentResponse damaged) {
        exchange.failed(fault);
        if (damaged != null) {
            answered(exchange, damaged);
        } else {
            tell(exchange);
        }
    }

    private void grow(Exchange exchange, long more) {
        shared.lock.lock();
        try {
            for (JournalKeeper each = this; each != null; each = each.wider) {
                each.keptBytes += each.kept.contains(exchange) ? more : 0;
            }
            exchange.grow(more);
            for (JournalKeeper each = this; each != null; each = each.wider) {
                each.forgetOldest();
            }
        } finally {
            shared.lock.unlock();
        }
    }

    private void tell(Exchange exchange) {
        for (JournalKeeper each = this; each != null; each = each.wider) {
            for (Consumer<Exchange> listener : each.listeners) {
                tell(listener, exchange);
            }
        }
    }

    private static void tell(Consumer<Exchange> listener, Exchange exchange) {
        try {
            listener.accept(exchange);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "a listener to the journal of a stub failed", e);
        }
    }

    Journal.Listening listen(Consumer<Exchange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    List<Exchange> list(Subject subject) {
        shared.lock.lock();
        try {
            return kept.stream().filter(subject::has).toList();
        } finally {
            shared.lock.unlock();
        }
    }

    long count(Subject subject) {
        shared.lock.lock();
        try {
            long there = subject.equals(Subject.ALL)
                    ? kept.size()
                    : kept.stream().filter(subject::has).count();
            return there + dropped(subject);
        } finally {
            shared.lock.unlock();
        }
    }

    long dropped(Subject subject) {
        shared.lock.lock();
        try {
            return dropped.entrySet().stream()
                    .filter(each -> subject.answered().test(each.getKey()))
                    .mapToLong(each -> each.getValue().count)
                    .sum();
        } finally {
            shared.lock.unlock();
        }
    }

    /** Whether so many had come before the patience ended. */
    boolean await(Subject subject, long count, Duration patience) {
        long left = patience.toNanos();
        shared.lock.lock();
        try {
            while (count(subject) < count) {
                if (left <= 0) {
                    return false;
                }
                left = shared.more.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            shared.lock.unlock();
        }
    }

    /** Begins with none; what is returned brings back those that were there, and takes all others away. */
    public Runnable putAside() {
        shared.lock.lock();
        try {
            List<Exchange> aside = List.copyOf(kept);
            Map<Answered, Tally> droppedAside = Map.copyOf(dropped);
            clear(Subject.ALL);
            return () -> bringBack(aside, droppedAside);
        } finally {
            shared.lock.unlock();
        }
    }

    private void bringBack(List<Exchange> exchanges, Map<Answered, Tally> droppedBefore) {
        shared.lock.lock();
        try {
            clear(Subject.ALL);
            dropped.putAll(droppedBefore);
            exchanges.forEach(this::add);
        } finally {
            shared.lock.unlock();
        }
    }

    void clear(Subject subject) {
        shared.lock.lock();
        try {
            for (Iterator<Exchange> each = kept.iterator(); each.hasNext(); ) {
                Exchange exchange = each.next();
                if (subject.has(exchange)) {
                    each.remove();
                    keptBytes -= exchange.bytes();
                }
            }
            dropped.keySet().removeIf(subject.answered());
        } finally {
            shared.lock.unlock();
        }
    }
}
