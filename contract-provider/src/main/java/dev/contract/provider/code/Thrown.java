package dev.contract.provider.code;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What code of the user's threw, in words: {@code IllegalStateException: no database (UserStates.java:31)}. */
public final class Thrown {
    /** Classes of these rooms and of the JDK: no place where a user would look for a mistake. */
    private static final Pattern OWN_FRAME =
            Pattern.compile("dev\\.contract\\.provider\\.(state|message)\\.|java\\.|jdk\\.|sun\\.");

    private Thrown() {}

    /**
     * Kind, reason and place.
     *
     * @param caller the class of ours that called the code: what is above it on the stack is no place of the user's
     */
    public static String text(Throwable e, Class<?> caller) {
        String message = e.getMessage();
        String type = e.getClass().getSimpleName();
        String reason = message == null || message.isBlank() ? type : type + ": " + message;
        return reason
                + place(e.getStackTrace(), caller)
                        .map(place -> " (" + place + ")")
                        .orElse("");
    }

    /**
     * Throws on what no run survives, such as {@link OutOfMemoryError}. A {@link StackOverflowError} is over once it is caught, and a
     * class that cannot be loaded fails only those who need it.
     */
    public static void passOnIfFatal(Throwable e) {
        if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
            throw fatal;
        }
    }

    /** Where in the user's code, or in what it called, a stack stands: {@code UserStates.java:31}; empty when it stands in ours. */
    public static Optional<String> place(StackTraceElement[] stack, Class<?> caller) {
        return Stream.of(stack)
                .takeWhile(frame -> !frame.getClassName().equals(caller.getName()))
                .filter(frame -> !OWN_FRAME.matcher(frame.getClassName()).lookingAt())
                .filter(frame -> frame.getFileName() != null)
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }
}
