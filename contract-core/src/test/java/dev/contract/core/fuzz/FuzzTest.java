package dev.contract.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.contract.core.fuzz.Seeds.Seed;
import dev.contract.core.law.Values;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever is fed to readers, comparers and generators, what comes out is a value, a problem or a mismatch, soon and at a bounded cost.
 * The same inputs are tried every time; {@code -Dfuzz.inputs=1000000} tries more, {@code -Dfuzz.first} starts later, and a failure
 * names the number of its input. Time is the thread's own, not that of a busy machine.
 */
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 4_000);
    private static final int FIRST = Integer.getInteger("fuzz.first", 0);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final long MOST_NANOS = 1_000_000_000L;
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_FINDINGS = 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What the inputs of a subject cost. */
    private static final class Cost {
        private int inputs;
        private long longest;
        private int longestInput;
        private long largest;
        private int largestInput;

        void add(int input, long nanos, long bytes) {
            inputs++;
            longestInput = nanos > longest ? input : longestInput;
            longest = Math.max(longest, nanos);
            largestInput = bytes > largest ? input : largestInput;
            largest = Math.max(largest, bytes);
        }

        @Override
        public String toString() {
            return "%d inputs, the longest %d ms (number %d), the most memory %d KiB (number %d)"
                    .formatted(inputs, longest / 1_000_000, longestInput, largest >> 10, largestInput);
        }
    }

    private final List<Seed> seeds = Seeds.in(Path.of("src/test/resources/dev/contract/core"));
    private final Map<Subject, Cost> costs = new EnumMap<>(Subject.class);
    private final List<String> findings = new ArrayList<>();

    @Test
    void damaged_inputs_get_no_more_than_a_problem_or_a_mismatch() throws IOException {
        for (int input = FIRST; input < FIRST + INPUTS && findings.size() < MOST_FINDINGS; input++) {
            feed(input);
        }

        StringBuilder figures = new StringBuilder("seed " + SEED + ", " + seeds.size() + " good inputs\n");
        costs.forEach((subject, cost) -> figures.append(subject.name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(cost)
                .append('\n'));
        Files.writeString(Path.of("target/fuzz.txt"), figures);
        assertThat(findings).as(figures.toString()).isEmpty();
    }

    private void feed(int input) {
        SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + input);
        Subject subject = Values.one(random, Subject.values());
        Seed seed = Values.one(random, seeds);
        Seed other = Values.one(random, seeds);
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        try {
            subject.feed(new Mutator(random), seed, other);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            findings.add(described(subject, input, e));
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        costs.computeIfAbsent(subject, each -> new Cost()).add(input, nanos, bytes);
        if (nanos > MOST_NANOS || bytes > MOST_BYTES) {
            findings.add(
                    "%s number %d took %d ms and %d KiB".formatted(subject, input, nanos / 1_000_000, bytes >> 10));
        }
    }

    private static String described(Subject subject, int input, Throwable e) {
        StringBuilder text = new StringBuilder("%s number %d: %s".formatted(subject, input, e));
        StackTraceElement[] trace = e.getStackTrace();
        for (int i = 0; i < Math.min(12, trace.length); i++) {
            text.append("\n    at ").append(trace[i]);
        }
        return text.append('\n').toString();
    }
}
