package dev.contract.consumer.junit;

import dev.contract.consumer.junit.TestId.TestMethod;
import dev.contract.consumer.recording.ClassDeclarations;
import dev.contract.consumer.recording.ContractFolder;
import dev.contract.consumer.recording.Declaration;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.problem.ContractException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The run of an outermost test class with all its nested classes: what its tests declared, and which of them have passed.
 *
 * <p>A run is full when every test method that the class has ran with all its rows and passed, or is disabled. Only a full run may
 * take interactions away; JUnit's filters do not show, so the methods are counted. A class that runs once for each of its own
 * arguments never counts as full, as each of these runs sees only itself. Thread-safe.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing but its own interface
final class ClassRun implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ClassRun.class.getName());

    private final Class<?> testClass;
    private final String configured;
    private final Stubs stubs;
    private final ClassDeclarations declarations;
    private final Map<TestMethod, Set<Integer>> passed = new HashMap<>();
    private final Set<TestMethod> disabled = new HashSet<>();
    private final ClassReport report;
    private final RouteAlarm routes;
    private final Set<String> failedTests = new HashSet<>();
    private boolean failed;
    private boolean repeated;

    /**
     * The run of a class.
     *
     * @param configured the folder for contracts that JUnit's configuration names; empty when it names none
     * @param settings of all stubs
     * @param routes what tells requests that the providers do not serve
     * @param ofRun the stubs of all classes
     */
    ClassRun(Class<?> testClass, String configured, StubSettings settings, RouteAlarm routes, SharedStubs ofRun) {
        this.stubs = Stubs.ofClass(settings, Marks.of(testClass).version(), ofRun);
        this.testClass = testClass;
        this.report = new ClassReport(TestId.nameOf(testClass));
        this.routes = routes;
        this.configured = configured;
        this.declarations = new ClassDeclarations(testClass, Marks.of(testClass).version());
    }

    Class<?> testClass() {
        return testClass;
    }

    /** Takes what runs with other answers show. */
    ClassReport report() {
        return report;
    }

    /** The stubs that outlive single tests. */
    Stubs stubs() {
        return stubs;
    }

    /**
     * Notes what a test declared; it stays unless the test fails after all. Of a factory whose tests failed nothing is noted.
     *
     * @throws dev.contract.core.problem.ContractException when another test declared the same interaction with other content
     * @throws AssertionError when it asks for a route that the provider does not serve, and that is a failure
     */
    synchronized void declare(TestId test, List<Declaration> declared) {
        report.unserved(routes.check(declared));
        if (!failedTests.contains(test.unique())) {
            declarations.add(test.unique(), declared);
        }
    }

    synchronized void passed(TestId test) {
        repeated |= test.isOfRepeatedClass();
        passed.computeIfAbsent(test.method(), key -> new HashSet<>()).add(test.invocation());
    }

    synchronized void failed(TestId test) {
        failedTests.add(test.unique());
        declarations.withdraw(test.unique());
        failed = true;
    }

    private synchronized void fail() {
        failed = true;
    }

    synchronized void disabled(TestId test) {
        disabled.add(test.method());
    }

    /**
     * Judges the class's own stubs, and has the contracts written.
     *
     * @param failure of the class outside of its tests; null when there is none
     */
    void finish(@Nullable Throwable failure) {
        AssertionError complaint = null;
        try (stubs) {
            stubs.judge(failure);
            declareForClass(failure);
        } catch (AssertionError e) {
            complaint = e;
            fail();
        } finally {
            tell();
        }
        try {
            record();
        } catch (ContractException e) {
            if (complaint != null) {
                e.addSuppressed(complaint);
            }
            throw e;
        }
        if (complaint != null) {
            throw complaint;
        }
    }

    private synchronized void declareForClass(@Nullable Throwable failure) {
        if (failure == null && !failed) {
            String name = TestId.nameOf(testClass);
            List<Declaration> declared = stubs.declarations(name);
            report.unserved(routes.check(declared));
            declarations.add(name, declared);
        }
    }

    private synchronized void record() {
        ConsumerTest mark = Marks.of(testClass);
        Set<String> kept = disabled.stream().map(TestMethod::name).collect(Collectors.toSet());
        folder(mark).record(declarations.end(isFull(), kept), mark.version());
    }

    private ContractFolder folder(ConsumerTest mark) {
        return configured.isBlank()
                ? ContractFolder.of(testClass, mark.directory())
                : ContractFolder.at(Path.of(configured));
    }

    /** What is no failure is told in the log, and stands beside the contracts. */
    private void tell() {
        String text = report.text();
        folder(Marks.of(testClass)).report(testClass.getName(), text);
        if (!text.isEmpty()) {
            LOG.log(report.isWarning() ? System.Logger.Level.WARNING : System.Logger.Level.INFO, text);
        }
    }

    private boolean isFull() {
        return !failed && !repeated && isFull(testClass);
    }

    private boolean isFull(Class<?> type) {
        return ReflectionSupport.findMethods(
                                type,
                                method -> AnnotationSupport.isAnnotated(method, Testable.class),
                                HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .allMatch(method -> isDone(new TestMethod(type, method)))
                && ReflectionSupport.findNestedClasses(
                                type, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                        .stream()
                        .allMatch(this::isFull);
    }

    /** Rows are numbered from 1: where the highest number is that of the rows that passed, none was left out. */
    private boolean isDone(TestMethod method) {
        Set<Integer> rows = passed.getOrDefault(method, Set.of());
        int highest = rows.stream().mapToInt(Integer::intValue).max().orElse(-1);
        return disabled.contains(method) || highest == rows.size();
    }

    @Override
    public void close() {
        stubs.close();
    }
}
