package dev.contract.consumer.junit;

import dev.contract.consumer.Messages;
import dev.contract.consumer.Stub;
import dev.contract.consumer.recording.ContractFolder;
import dev.contract.consumer.stub.StubSettings;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Translates JUnit's callbacks into the run of a class: who gets which stub or messages, and which tests have passed.
 *
 * <p>Start reading at {@link #afterEach}, where a test is judged, and {@link #afterAll}, where a class ends.
 */
final class ConsumerTestExtension
        implements BeforeAllCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                InvocationInterceptor,
                LifecycleMethodExecutionExceptionHandler,
                TestExecutionExceptionHandler,
                TestWatcher {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ConsumerTestExtension.class);

    /** Constructors of an instance per test get that test's stubs. Asked for from JUnit 5.12 on. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Marks.refuseOther(run(context).testClass(), context.getRequiredTestClass());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stub.class || type == Messages.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Roles roles = Roles.of(parameter, context);
        boolean ofTest = context.getTestMethod().isPresent();
        Stubs stubs = ofTest ? testStubs(context) : run(context).stubs();
        return parameter.getParameter().getType() == Stub.class
                ? stubs.stub(roles, Marks.served(parameter, context.getRequiredTestClass()))
                : stubs.messages(roles);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw testStubs(context).explained(thrown);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw testStubs(context).explained(thrown);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestId test = TestId.of(context);
        try (Stubs stubs = testStubs(context)) {
            Throwable failure = context.getExecutionException().orElse(null);
            stubs.judge(failure);
            if (failure == null) {
                run(context).declare(test, stubs.declarations(test.name()));
                run(context).report().unreached(test, stubs.unreached());
            }
        }
        if (test.isFactory() && context.getExecutionException().isEmpty()) {
            // Watchers are not told of factories
            run(context).passed(test);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // JUnit's Void has no value but null
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runAllWays(invocation, method, context);
    }

    @Override
    @SuppressWarnings("NullAway") // JUnit's Void has no value but null
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runAllWays(invocation, method, context);
    }

    /**
     * A method that was given optional fields runs once more, on the same instance, and is given none of them; then with as many other
     * answers as somebody wants to see.
     */
    private static void runAllWays(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Stubs stubs = testStubs(context);
        stubs.begin();
        invocation.proceed();
        Reruns.Executable again = () -> ReflectionSupport.invokeMethod(
                method.getExecutable(),
                method.getTarget().orElse(null),
                method.getArguments().toArray());
        if (stubs.oweRunWithoutOptional()) {
            stubs.againWithoutOptional();
            again.run();
        }
        RerunSettings settings = RerunSettings.of(
                Marks.of(context.getRequiredTestClass()), name -> configured(context, name), stubs.seed());
        if (settings.wantAny() && stubs.areFine()) {
            new Reruns(settings, stubs, TestId.of(context), again)
                    .run(run(context).report());
        }
    }

    @Override
    @SuppressWarnings("NullAway") // JUnit's Void has no value but null
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext dynamic, ExtensionContext context)
            throws Throwable {
        boolean passed = false;
        try {
            invocation.proceed();
            passed = true;
        } finally {
            if (!passed) {
                run(context).failed(TestId.ofFactory(context));
            }
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        run(context).passed(TestId.of(context));
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        run(context).failed(TestId.of(context));
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        run(context).failed(TestId.of(context));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        run(context).disabled(TestId.of(context));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ClassRun run = run(context);
        if (run.testClass() == context.getRequiredTestClass()) {
            run.finish(context.getExecutionException().orElse(null));
        }
    }

    /** One for the outermost class that is marked; its nested classes find it in their parents' stores. */
    private static ClassRun run(ExtensionContext context) {
        return stored(
                context,
                ClassRun.class,
                () -> new ClassRun(
                        context.getRequiredTestClass(),
                        configured(context, ContractFolder.PROPERTY),
                        StubSettings.DEFAULT.withSeed(configured(context, StubSettings.SEED)),
                        new RouteAlarm(context.getRequiredTestClass(), configured(context, RouteAlarm.PROPERTY)),
                        stored(context.getRoot(), SharedStubs.class, SharedStubs::new)));
    }

    private static String configured(ExtensionContext context, String name) {
        return context.getConfigurationParameter(name).orElse("");
    }

    private static Stubs testStubs(ExtensionContext context) {
        return stored(context, Stubs.class, () -> Stubs.ofTest(run(context)));
    }

    @SuppressWarnings("deprecation") // in JUnit 6; JUnit 5 has no other
    private static <V> V stored(ExtensionContext context, Class<V> type, Supplier<V> maker) {
        V stored = context.getStore(NAMESPACE).getOrComputeIfAbsent(type, key -> maker.get(), type);
        return Objects.requireNonNull(stored);
    }
}
