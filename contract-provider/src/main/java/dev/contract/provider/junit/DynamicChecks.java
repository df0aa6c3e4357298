package dev.contract.provider.junit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Makes dynamic tests of checks: nothing is checked before JUnit runs the test. */
public final class DynamicChecks {
    private DynamicChecks() {}

    /** A container for each group, a test for each check. */
    public static Stream<DynamicNode> of(List<Check.Group> groups) {
        return groups.stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group.name(), group.place(), group.checks().stream().map(DynamicChecks::test)));
    }

    private static DynamicTest test(Check check) {
        return DynamicTest.dynamicTest(check.name(), check.place(), () -> {
            check.check().get().ifPresent(reason -> {
                throw new TestAbortedException(reason);
            });
        });
    }
}
