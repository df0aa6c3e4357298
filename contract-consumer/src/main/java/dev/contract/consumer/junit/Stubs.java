package dev.contract.consumer.junit;

import dev.contract.consumer.Stub;
import dev.contract.consumer.recording.Declaration;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The stubs of one test, or of one class: one for each provider, opened when it is first asked for.
 *
 * <p>A test's stub gets an address of its own, unless the class has a stub for the same provider: then it takes over that address for
 * as long as the test lasts, and other tests that want to do the same wait. Thread-safe.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing but its own interface
final class Stubs implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final @Nullable Stubs ofClass;
    private final Semaphore turn;
    private final Map<Roles, Open> open = new LinkedHashMap<>();
    private boolean hasTurn;

    private record Open(StubScope scope, Stub stub) {}

    private Stubs(@Nullable Stubs ofClass, Semaphore turn) {
        this.ofClass = ofClass;
        this.turn = turn;
    }

    static Stubs ofClass() {
        return new Stubs(null, new Semaphore(1));
    }

    static Stubs ofTest(ClassRun run) {
        return new Stubs(run.stubs(), run.stubs().turn);
    }

    synchronized Stub stub(Roles roles) {
        return open.computeIfAbsent(roles, this::open).stub();
    }

    private Open open(Roles roles) {
        StubScope shared = ofClass == null ? null : ofClass.find(roles);
        StubScope scope = shared == null ? StubScope.open(StubSettings.DEFAULT) : narrowed(shared);
        return new Open(scope, new Stub(roles.consumer(), roles.provider(), scope));
    }

    private synchronized @Nullable StubScope find(Roles roles) {
        Open found = open.get(roles);
        return found == null ? null : found.scope();
    }

    private StubScope narrowed(StubScope shared) {
        if (!hasTurn) {
            turn.acquireUninterruptibly();
            hasTurn = true;
        }
        return shared.narrow();
    }

    /**
     * Fails when declared and sent requests differ. A failure that is there already stays the first, and ours goes with it.
     *
     * @throws AssertionError that tells all differences of all stubs
     */
    void judge(@Nullable Throwable failure) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        String complaint = complaint();
        if (!complaint.isEmpty()) {
            AssertionError error = new AssertionError(complaint);
            if (failure == null) {
                throw error;
            }
            failure.addSuppressed(error);
        }
    }

    private synchronized String complaint() {
        return open.entrySet().stream()
                .map(entry -> {
                    Roles roles = entry.getKey();
                    return entry.getValue()
                            .scope()
                            .expectations()
                            .verdict()
                            .describe(roles.consumer(), roles.provider());
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What was declared on these stubs, by a test of this name. */
    synchronized List<Declaration> declarations(String test) {
        List<Declaration> declarations = new ArrayList<>();
        open.forEach((roles, opened) -> opened.scope()
                .expectations()
                .interactions()
                .forEach(interaction ->
                        declarations.add(new Declaration(roles.consumer(), roles.provider(), interaction, test))));
        return declarations;
    }

    @Override
    public synchronized void close() {
        open.values().forEach(each -> each.scope().close());
        open.clear();
        if (hasTurn) {
            hasTurn = false;
            turn.release();
        }
    }
}
