package dev.contract.consumer;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A mistake in a test, told with the line of the test that made it. */
final class Mistake {
    private Mistake() {}

    /** The exception for a problem; it stands at the user's own line unless it says otherwise. */
    static ContractException of(Problem problem) {
        return new ContractException(located(problem));
    }

    static ContractException of(Problem problem, Throwable cause) {
        return new ContractException(located(problem), cause);
    }

    /** The exception for several problems, at least one. */
    static ContractException of(List<Problem> problems) {
        return new ContractException(problems.stream().map(Mistake::located).toList());
    }

    /** What a value makes of what a test gave it; its refusal is told with the line of the test. */
    static <T> T here(Supplier<T> making) {
        try {
            return making.get();
        } catch (ContractException e) {
            throw of(e.problems());
        }
    }

    private static Problem located(Problem problem) {
        return problem.where() != null
                ? problem
                : caller().map(Location::toString).map(problem::at).orElse(problem);
    }

    /** The first line on the stack that is not ours: {@code UserClientTest.java:23}. */
    static Optional<Location> caller() {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> !isOurs(frame.getDeclaringClass()))
                        .findFirst()
                        .map(Mistake::location));
    }

    private static Location location(StackFrame frame) {
        String file = Objects.requireNonNullElse(frame.getFileName(), frame.getClassName());
        return new Location(file, Math.max(0, frame.getLineNumber()), 0);
    }

    /** By jar, not by package: users may have classes in a package of the same name, as our own tests do. */
    private static boolean isOurs(Class<?> type) {
        Object source = source(type);
        return source == null || source.equals(source(Mistake.class)) || source.equals(source(Problem.class));
    }

    private static @Nullable Object source(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }
}
