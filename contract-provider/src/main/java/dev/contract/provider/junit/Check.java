package dev.contract.provider.junit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One test to be.
 *
 * @param name as the test report shows it
 * @param place where an IDE goes from the test; null when there is no such place
 * @param check throws when the test fails; returns why the test is to count as aborted, empty when it passed
 */
public record Check(String name, @Nullable URI place, Supplier<Optional<String>> check) {

    /** Checks that belong together. */
    public record Group(String name, @Nullable URI place, List<Check> checks) {
        public Group {
            checks = List.copyOf(checks);
        }
    }
}
