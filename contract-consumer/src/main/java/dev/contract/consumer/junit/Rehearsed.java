package dev.contract.consumer.junit;

import dev.contract.consumer.variation.Outcome;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * How a test method ended that was run again with other answers. Immutable.
 *
 * @param thrown null when it passed
 * @param knew whether it asked what it is given, and so knows what it asserts
 * @param strayed whether it sent a request that was not declared
 * @param complete whether all that it declared was requested or handed over
 */
record Rehearsed(@Nullable Throwable thrown, boolean knew, boolean strayed, boolean complete) {

    boolean passed() {
        return thrown == null && !strayed && complete;
    }

    /**
     * What it says of the consumer. A test that asserts what the example says fails when it is given something else, and no consumer is to
     * blame for that; nor for asking for what no interaction describes, because other answers led there.
     *
     * @param test the class of the test
     */
    Outcome outcome(Class<?> test) {
        if (thrown == null) {
            return Outcome.FINE;
        }
        boolean ofTest = thrown instanceof AssertionError || isThrownBy(test, thrown);
        boolean unjudged = strayed || thrown instanceof TestAbortedException || (ofTest && !knew);
        return new Outcome(unjudged ? Outcome.Kind.UNJUDGED : Outcome.Kind.BROKEN, thrown);
    }

    /** Whether the test threw it itself, or what it called of the JDK did: {@code users.get(0)} of no users. */
    private static boolean isThrownBy(Class<?> test, Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> !isOfJdk(frame))
                .findFirst()
                .map(frame -> isOf(test, frame))
                .orElse(false);
    }

    private static boolean isOfJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    /** Whether a frame is in a test class, or one that it inherits from or is an inner class of. */
    private static boolean isOf(Class<?> test, StackTraceElement frame) {
        for (Class<?> outer = test; outer != null; outer = outerOf(outer)) {
            for (Class<?> each = outer; each != null; each = each.getSuperclass()) {
                if (each.getName().equals(frame.getClassName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Class<?> outerOf(Class<?> inner) {
        return Modifier.isStatic(inner.getModifiers()) ? null : inner.getEnclosingClass();
    }

    /** Where something happened, in code of the user's: the innermost line, and the line of the test that led there. */
    static String lines(Class<?> test, Throwable thrown) {
        List<StackTraceElement> frames = List.of(thrown.getStackTrace());
        String ofTest = frames.stream()
                .filter(frame -> isOf(test, frame))
                .findFirst()
                .map(Rehearsed::line)
                .orElse("");
        String innermost = frames.stream()
                .filter(frame -> isNear(test, frame))
                .findFirst()
                .map(Rehearsed::line)
                .orElse("");
        if (innermost.isEmpty() || innermost.equals(ofTest)) {
            return ofTest;
        }
        return ofTest.isEmpty() ? innermost : innermost + ", by " + ofTest;
    }

    /** Users' packages begin alike: {@code com.acme}. */
    private static boolean isNear(Class<?> test, StackTraceElement frame) {
        String[] names = test.getPackageName().split("\\.", -1);
        String root = names.length < 2 ? test.getPackageName() : names[0] + "." + names[1];
        return frame.getClassName().startsWith(root.isEmpty() ? test.getName() : root + ".");
    }

    private static String line(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }
}
