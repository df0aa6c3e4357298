package dev.contract.consumer.junit;

import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One execution of a test method: a parameterised test has several.
 *
 * <p>Immutable.
 *
 * @param unique JUnit's own name of the execution
 */
record TestId(TestMethod method, String unique) {
    private static final Pattern INVOCATION = Pattern.compile("\\[test-template-invocation:#(\\d+)]$");

    static TestId of(ExtensionContext context) {
        return new TestId(
                new TestMethod(context.getRequiredTestClass(), context.getRequiredTestMethod()), context.getUniqueId());
    }

    /** The factory that a dynamic test came from. */
    static TestId ofFactory(ExtensionContext dynamic) {
        ExtensionContext context = dynamic;
        while (context.getTestMethod().isEmpty() && context.getParent().isPresent()) {
            context = context.getParent().get();
        }
        return of(context);
    }

    /** {@code UserClientTest.Finding.finds_an_existing_user}. */
    String name() {
        return method.name();
    }

    /** The position among the executions of a test template, from 1; 1 for a plain test. */
    int invocation() {
        Matcher matcher = INVOCATION.matcher(unique);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    }

    /** Whether the class as a whole is a template, a {@code @ParameterizedClass} for example. */
    boolean isOfRepeatedClass() {
        return unique.contains("[class-template-invocation:");
    }

    boolean isFactory() {
        return AnnotationSupport.isAnnotated(method.method(), TestFactory.class);
    }

    /** A class as the author sees it: {@code UserClientTest.Finding}, without its package. */
    static String nameOf(Class<?> testClass) {
        Class<?> enclosing = testClass.getEnclosingClass();
        return enclosing == null ? testClass.getSimpleName() : nameOf(enclosing) + "." + testClass.getSimpleName();
    }

    /** A method as a member of the class that it runs in, which may have inherited it. */
    record TestMethod(Class<?> testClass, Method method) {

        String name() {
            return nameOf(testClass) + "." + method.getName();
        }
    }
}
