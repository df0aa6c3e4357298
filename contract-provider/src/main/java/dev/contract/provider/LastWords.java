package dev.contract.provider;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What the service wrote last, as far as it says something. */
final class LastWords {
    private static final int MOST = 5;

    /** A line of a stack trace in the manner of the JVM: the exceptions between them tell more. */
    private static final Pattern STACK_FRAME =
            Pattern.compile("\\s+(at \\S.*|\\.\\.\\. \\d+ (more|common frames omitted).*)");

    private LastWords() {}

    /** At most five lines, as they are now. */
    static List<String> of(Supplier<List<String>> log) {
        List<String> said = written(log).stream()
                .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).matches())
                .toList();
        return last(MOST, said);
    }

    static List<String> last(int count, List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** What a user's own code cannot tell must not cost the report, or the run. */
    private static List<String> written(Supplier<List<String>> log) {
        try {
            return log.get();
        } catch (RuntimeException e) {
            return List.of("the lines of the service cannot be had: " + e);
        }
    }
}
