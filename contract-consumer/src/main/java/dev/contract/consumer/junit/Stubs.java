package dev.contract.consumer.junit;

import dev.contract.consumer.Messages;
import dev.contract.consumer.Stub;
import dev.contract.consumer.message.Handovers;
import dev.contract.consumer.recording.Declaration;
import dev.contract.consumer.stub.Expectations;
import dev.contract.consumer.stub.OptionalDuty;
import dev.contract.consumer.stub.Rehearsal;
import dev.contract.consumer.stub.Showing;
import dev.contract.consumer.stub.Shown;
import dev.contract.consumer.stub.Strays;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.stub.Unreached;
import dev.contract.consumer.stub.Verdict;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.generating.Seed;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The stubs and messages of one test, or of one class: one of each for each provider, opened when it is first asked for.
 *
 * <p>A test's stub gets an address of its own, unless the class has a stub for the same provider: then it takes over that address for
 * as long as the test lasts, and other tests that want to do the same wait. Thread-safe.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing but its own interface
final class Stubs implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final StubSettings settings;
    private final SpecVersion version;
    private final SharedStubs ofRun;
    private final @Nullable Stubs ofClass;
    private final Semaphore turn;
    private final Map<Roles, Open> open = new LinkedHashMap<>();
    private final Map<Roles, Handovers> handovers = new LinkedHashMap<>();
    private boolean hasTurn;
    private volatile boolean told;

    private record Open(StubScope scope, Stub stub, Optional<Served> served) {
        /** The same for somebody who says how it is served, or does not care. */
        Open checked(Roles roles, Optional<Served> wanted) {
            if (wanted.isPresent() && !wanted.equals(served)) {
                throw new ContractException(Problem.error(
                                "CONTRACT-SERVED",
                                "the stub of " + Quoted.text(roles.provider()) + " is asked to serve in two ways")
                        .mend("say @Served once, on the class, or the same at each of its parameters"));
            }
            return this;
        }

        Expectations expectations() {
            return scope.expectations();
        }
    }

    private Stubs(
            StubSettings settings, SpecVersion version, SharedStubs ofRun, @Nullable Stubs ofClass, Semaphore turn) {
        this.settings = settings;
        this.version = version;
        this.ofRun = ofRun;
        this.ofClass = ofClass;
        this.turn = turn;
    }

    static Stubs ofClass(StubSettings settings, SpecVersion version, SharedStubs ofRun) {
        return new Stubs(settings, version, ofRun, null, new Semaphore(1));
    }

    static Stubs ofTest(ClassRun run) {
        Stubs ofClass = run.stubs();
        return new Stubs(ofClass.settings, ofClass.version, ofClass.ofRun, ofClass, ofClass.turn);
    }

    /**
     * The stub of a provider.
     *
     * @param served how; empty for whatever others said, or nothing special
     * @throws ContractException when others said something else
     */
    synchronized Stub stub(Roles roles, Optional<Served> served) {
        return open.computeIfAbsent(roles, each -> open(each, served))
                .checked(roles, served)
                .stub();
    }

    synchronized Messages messages(Roles roles) {
        Handovers ofRoles = handovers.computeIfAbsent(roles, each -> new Handovers(settings.seed()));
        return new Messages(roles.consumer(), roles.provider(), ofRoles, version);
    }

    private Open open(Roles roles, Optional<Served> served) {
        Open shared = ofClass == null || roles.shared() ? null : ofClass.find(roles);
        StubScope scope = shared == null
                ? alone(roles, served)
                : narrowed(shared.checked(roles, served).scope());
        return new Open(
                scope,
                new Stub(roles.consumer(), roles.provider(), scope, version),
                shared == null ? served : shared.served());
    }

    private StubScope alone(Roles roles, Optional<Served> served) {
        StubSettings all = served.map(each -> settings(each)).orElse(settings);
        return roles.shared() ? ofRun.part(roles, served, all) : StubScope.open(all);
    }

    private StubSettings settings(Served served) {
        StubSettings all =
                settings.withHttp2(served.http2()).withCors(served.cors()).withGzip(served.gzip());
        boolean isSecure = served.https()
                || served.clientCertificate()
                || !served.keyStore().isEmpty();
        if (!isSecure) {
            return all;
        }
        StubTls tls = served.keyStore().isEmpty()
                ? StubTls.generated()
                : StubTls.of(Path.of(served.keyStore()), served.password());
        return all.withTls(served.clientCertificate() ? tls.demandingClientCertificate() : tls);
    }

    private synchronized @Nullable Open find(Roles roles) {
        return open.get(roles);
    }

    private StubScope narrowed(StubScope shared) {
        if (!hasTurn) {
            turn.acquireUninterruptibly();
            hasTurn = true;
        }
        return shared.narrow();
    }

    /** Notes what was declared before the test method, which may be run again. */
    synchronized void begin() {
        open.values().forEach(each -> each.expectations().mark());
    }

    /** Whether all went well so far, but only with optional fields in answers or messages. */
    synchronized boolean oweRunWithoutOptional() {
        boolean fine = open.values().stream()
                        .allMatch(each -> each.expectations().verdict().isAsDeclared())
                && handovers.values().stream().allMatch(Handovers::isHandled);
        Stream<OptionalDuty> duties = duties();
        return fine && duties.anyMatch(duty -> duty.gives() && !duty.oneSided().isEmpty());
    }

    private Stream<OptionalDuty> duties() {
        return Stream.concat(
                open.values().stream().map(each -> each.expectations().optional()),
                handovers.values().stream().map(Handovers::optional));
    }

    /** Prepares for the test method to be run again, on answers and messages without their optional fields. */
    synchronized void againWithoutOptional() {
        open.values().forEach(each -> each.expectations().againWithoutOptional());
        handovers.values().forEach(each -> each.optional().leaveOut());
    }

    /** The random values of all stubs follow from it. */
    Seed seed() {
        return settings.seed();
    }

    /** Whether nothing is wrong so far. */
    synchronized boolean areFine() {
        return open.values().stream()
                        .allMatch(each -> each.expectations().verdict().isFine())
                && handovers.values().stream().allMatch(Handovers::isHandled);
    }

    /** What was declared for the contract, for each provider. */
    synchronized Map<Roles, List<Interaction>> interactions() {
        Map<Roles, List<Interaction>> interactions = new LinkedHashMap<>();
        open.forEach((roles, opened) -> interactions
                .computeIfAbsent(roles, key -> new ArrayList<>())
                .addAll(opened.expectations().interactions()));
        handovers.forEach((roles, ofRoles) ->
                interactions.computeIfAbsent(roles, key -> new ArrayList<>()).addAll(ofRoles.interactions()));
        return interactions;
    }

    /** Runs the test method on other answers; for judgement and contract it has never happened. */
    Rehearsed rehearse(Shown shown, Reruns.Executable method) {
        List<Rehearsal> begun = rehearse(shown);
        try {
            method.run();
            return rehearsed(null);
        } catch (Throwable thrown) {
            if (thrown instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
                throw thrown; // a test that takes too long is stopped
            }
            return rehearsed(thrown);
        } finally {
            begun.forEach(Rehearsal::close);
        }
    }

    private synchronized List<Rehearsal> rehearse(Shown shown) {
        List<Rehearsal> begun = new ArrayList<>();
        open.values().forEach(each -> begun.add(each.expectations().rehearse(shown)));
        handovers.values().forEach(each -> begun.add(each.rehearse(shown)));
        return begun;
    }

    private synchronized Rehearsed rehearsed(@Nullable Throwable thrown) {
        List<Verdict> verdicts = open.values().stream()
                .map(each -> each.expectations().verdict())
                .toList();
        List<Showing> showings = Stream.concat(
                        open.values().stream().map(each -> each.expectations().showing()),
                        handovers.values().stream().map(Handovers::showing))
                .toList();
        return new Rehearsed(
                thrown,
                showings.stream().anyMatch(Showing::wereAskedFor),
                verdicts.stream().anyMatch(verdict -> !verdict.unexpected().isEmpty())
                        || showings.stream().anyMatch(Showing::sawStrays),
                verdicts.stream().allMatch(Verdict::isAsDeclared)
                        && handovers.values().stream().allMatch(Handovers::isHandled));
    }

    /** What the test fails with from now on says all. */
    void tellNothingMore() {
        told = true;
    }

    /**
     * What a test fails with that has thrown this. A request that was refused is most likely why, so it is told first, with what was
     * thrown as its cause; a request that never came may be a mere consequence, and waits for {@link #judge}.
     */
    Throwable explained(Throwable thrown) {
        Map<Roles, Verdict> verdicts = verdicts(thrown);
        boolean refused = verdicts.values().stream()
                .anyMatch(verdict -> !verdict.unexpected().isEmpty());
        if (told || thrown instanceof TestAbortedException) {
            return thrown;
        }
        if (!refused) {
            notes().forEach(note -> thrown.addSuppressed(new Note(note)));
            return thrown;
        }
        told = true;
        AssertionError error = new AssertionError(withNotes(complaint(verdicts)), thrown);
        // Builds and IDEs show the line of the test that they find here
        error.setStackTrace(thrown.getStackTrace());
        return error;
    }

    /**
     * Fails when declared and sent requests differ, or a declared message was not handled. A failure that is there already stays the
     * first, and ours goes with it, unless it was {@linkplain #explained told} before.
     *
     * @throws AssertionError that tells all differences of all stubs, and all such messages
     */
    void judge(@Nullable Throwable failure) {
        if (failure instanceof TestAbortedException || (failure != null && told)) {
            return;
        }
        Map<Roles, Verdict> verdicts = verdicts(failure);
        String complaint = Stream.of(complaint(verdicts), strays(verdicts), complaintOfMessages(failure))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!complaint.isEmpty()) {
            AssertionError error = new AssertionError(withNotes(complaint));
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
            Verdict verdict = opened.scope().verdict();
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

    /** What came in place of requests that are missing at a stub of all tests, where it belongs to nobody. */
    private synchronized String strays(Map<Roles, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(each -> !each.getValue().missing().isEmpty())
                .map(each -> strays(each.getKey().provider(), open.get(each.getKey())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String strays(String provider, @Nullable Open opened) {
        Strays strays = opened == null ? Strays.NONE : opened.scope().strays();
        return strays.isEmpty()
                ? ""
                : strays.addTo(new Facts("CONTRACT-SCOPE  requests to the stub of " + provider
                                + " that all tests share belonged to none of them"))
                        .add(
                                "mend",
                                "declare in a scope, users.scope(header(\"X-Request-ID\").is(id)), and have the client send that header")
                        .toString();
    }

    private String withNotes(String complaint) {
        return Stream.concat(Stream.of(complaint), notes().stream()).collect(Collectors.joining("\n"));
    }

    /** What a failure is to be read with: how to get random values once more, that optional fields were left out, which answers nobody saw. */
    private synchronized Set<String> notes() {
        Stream<@Nullable String> ofAnswers =
                open.values().stream().map(opened -> opened.expectations().seedNote());
        Stream<@Nullable String> ofMessages = handovers.values().stream().map(Handovers::seedNote);
        Stream<String> ofOptional = duties().map(OptionalDuty::note);
        return Stream.of(ofAnswers, ofMessages, ofOptional, Stream.of(Unreached.note(unreached())))
                .flatMap(notes -> notes)
                .flatMap(Stream::ofNullable)
                .filter(note -> !note.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The answers of sequences that nobody came to ask for. */
    synchronized List<Unreached> unreached() {
        return open.values().stream()
                .flatMap(opened -> opened.expectations().unreached().stream())
                .toList();
    }

    /** What goes along with the failure of a test, without a place of its own. */
    private static final class Note extends Exception {
        private static final long serialVersionUID = 1;

        Note(String text) {
            super(text, null, false, false);
        }
    }

    private synchronized String complaintOfMessages(@Nullable Throwable failure) {
        return handovers.entrySet().stream()
                .map(each -> each.getValue()
                        .complaint(each.getKey().consumer(), each.getKey().provider(), failure))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What was declared on these stubs and messages, by a test of this name. */
    synchronized List<Declaration> declarations(String test) {
        List<Declaration> declarations = new ArrayList<>();
        open.forEach((roles, opened) ->
                add(declarations, roles, opened.expectations().interactions(), test));
        handovers.forEach((roles, ofRoles) -> add(declarations, roles, ofRoles.interactions(), test));
        return declarations;
    }

    private static void add(List<Declaration> all, Roles roles, List<? extends Interaction> declared, String test) {
        declared.forEach(each -> all.add(new Declaration(roles.consumer(), roles.provider(), each, test)));
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
