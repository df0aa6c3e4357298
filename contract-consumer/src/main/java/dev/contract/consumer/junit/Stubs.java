package dev.contract.consumer.junit;

import dev.contract.consumer.Stub;
import dev.contract.consumer.recording.Declaration;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.stub.Verdict;
import dev.contract.core.problem.ContractException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final StubSettings settings;
    private final @Nullable Stubs ofClass;
    private final Semaphore turn;
    private final Map<Roles, Open> open = new LinkedHashMap<>();
    private boolean hasTurn;
    private volatile boolean told;

    private record Open(StubScope scope, Stub stub) {}

    private Stubs(StubSettings settings, @Nullable Stubs ofClass, Semaphore turn) {
        this.settings = settings;
        this.ofClass = ofClass;
        this.turn = turn;
    }

    static Stubs ofClass(StubSettings settings) {
        return new Stubs(settings, null, new Semaphore(1));
    }

    static Stubs ofTest(ClassRun run) {
        return new Stubs(run.stubs().settings, run.stubs(), run.stubs().turn);
    }

    synchronized Stub stub(Roles roles) {
        return open.computeIfAbsent(roles, this::open).stub();
    }

    private Open open(Roles roles) {
        StubScope shared = ofClass == null ? null : ofClass.find(roles);
        StubScope scope = shared == null ? StubScope.open(settings) : narrowed(shared);
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
     * What a test fails with that has thrown this. A request that was refused is most likely why, so it is told first, with what was
     * thrown as its cause; a request that never came may be a mere consequence, and waits for {@link #judge}.
     */
    Throwable explained(Throwable thrown) {
        Map<Roles, Verdict> verdicts = verdicts(thrown);
        boolean refused = verdicts.values().stream()
                .anyMatch(verdict -> !verdict.unexpected().isEmpty());
        if (thrown instanceof TestAbortedException) {
            return thrown;
        }
        if (!refused) {
            seedNotes().forEach(note -> thrown.addSuppressed(new Note(note)));
            return thrown;
        }
        told = true;
        AssertionError error = new AssertionError(withSeed(complaint(verdicts)), thrown);
        // Builds and IDEs show the line of the test that they find here
        error.setStackTrace(thrown.getStackTrace());
        return error;
    }

    /**
     * Fails when declared and sent requests differ. A failure that is there already stays the first, and ours goes with it, unless it
     * was {@linkplain #explained told} before.
     *
     * @throws AssertionError that tells all differences of all stubs
     */
    void judge(@Nullable Throwable failure) {
        if (failure instanceof TestAbortedException || (failure != null && told)) {
            return;
        }
        String complaint = complaint(verdicts(failure));
        if (!complaint.isEmpty()) {
            AssertionError error = new AssertionError(withSeed(complaint));
            if (failure == null) {
                throw error;
            }
            failure.addSuppressed(error);
        }
    }

    /** How things stand. An interaction whose writing was refused is told by that failure; that it has no end is a consequence. */
    private synchronized Map<Roles, Verdict> verdicts(@Nullable Throwable failure) {
        Map<Roles, Verdict> verdicts = new LinkedHashMap<>();
        open.forEach((roles, opened) -> {
            Verdict verdict = opened.scope().expectations().verdict();
            verdicts.put(roles, failure instanceof ContractException ? verdict.withoutUnfinished() : verdict);
        });
        return verdicts;
    }

    private static String complaint(Map<Roles, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .map(each -> each.getValue()
                        .describe(each.getKey().consumer(), each.getKey().provider()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String withSeed(String complaint) {
        return Stream.concat(Stream.of(complaint), seedNotes().stream()).collect(Collectors.joining("\n"));
    }

    /** How to get the random values of all answers once more. */
    private synchronized Set<String> seedNotes() {
        return open.values().stream()
                .map(opened -> opened.scope().expectations().seedNote())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What goes along with the failure of a test, without a place of its own. */
    private static final class Note extends Exception {
        private static final long serialVersionUID = 1;

        Note(String text) {
            super(text, null, false, false);
        }
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
