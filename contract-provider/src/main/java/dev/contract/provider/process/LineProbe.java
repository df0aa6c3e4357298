package dev.contract.provider.process;

import dev.contract.core.problem.Quoted;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Waits until so many lines of the service's output contain what an expression says; sees each of them, also those that are kept no more. */
final class LineProbe implements Probe {
    private final BoundedRegex regex;
    private final int times;
    private final AtomicInteger seen = new AtomicInteger();

    /** @param output whose reading has not begun */
    LineProbe(BoundedRegex regex, int times, OutputTail output) {
        this.regex = regex;
        this.times = times;
        output.tell(this::look);
    }

    private void look(String line) {
        if (seen.get() < times && regex.search(line) == Verdict.MATCH) {
            seen.incrementAndGet();
        }
    }

    @Override
    public @Nullable String obstacle() {
        int lines = seen.get();
        if (lines >= times) {
            return null;
        }
        String some = lines == 0 ? "no line" : times == 1 ? "a line" : lines + " of " + times + " lines";
        return some + " of its output matches " + Quoted.text(regex.toString());
    }

    @Override
    public String mend() {
        return "correct the expression, or allow it more time";
    }
}
