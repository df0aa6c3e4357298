package dev.contract.broker.directory;

import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import dev.contract.core.problem.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The store in a directory of small files. Several processes may have one directory open, and git may change it between any two calls.
 * Thread-safe; one thread at a time is served.
 */
public final class DirectoryStore implements Store, AutoCloseable {
    private final Folder folder;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private View view;

    private DirectoryStore(Folder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.view = new View(folder);
    }

    /**
     * Opens a directory, which is made when something is written to it.
     *
     * @throws StoreTrouble with everything that is wrong in it
     */
    public static DirectoryStore open(Path directory, Clock clock) {
        DirectoryStore store = new DirectoryStore(new Folder(directory), clock);
        try {
            store.read(kept -> true);
            return store;
        } catch (StoreTrouble e) {
            store.close();
            throw e;
        }
    }

    /** What two wrote apart and nobody could mean, and whose clock was ahead. */
    public List<Problem> warnings() {
        return locked(() -> view.warnings(clock.instant()));
    }

    /** The clock of whoever writes here: never before anything that is there, even if it was written by a clock that is ahead. */
    public Clock clock() {
        return new NoEarlier(clock);
    }

    private final class NoEarlier extends Clock {
        private final Clock base;

        NoEarlier(Clock base) {
            this.base = base;
        }

        @Override
        public ZoneId getZone() {
            return base.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new NoEarlier(base.withZone(zone));
        }

        @Override
        public Instant instant() {
            Instant now = base.instant();
            Instant next = locked(() -> view.next());
            return now.isBefore(next) ? next : now;
        }
    }

    @Override
    public <R> R read(Function<Transaction, R> work) {
        return locked(() -> {
            refresh();
            return view.read(work);
        });
    }

    @Override
    public <R> R write(Function<Transaction, R> work) {
        return locked(() -> folder.inTurn(() -> {
            refresh();
            return view.write(work, clock);
        }));
    }

    /** Others may have written, and git may have taken away what was there. */
    private void refresh() {
        List<Problem> problems = new ArrayList<>();
        NavigableSet<FactName> names = folder.facts(problems);
        if (!problems.isEmpty()) {
            throw new StoreTrouble(problems);
        }
        if (!view.isContinuedBy(names)) {
            view.close();
            view = new View(folder);
        }
        view.replay(names);
    }

    private <R> R locked(Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> {
            view.close();
            return true;
        });
    }
}
