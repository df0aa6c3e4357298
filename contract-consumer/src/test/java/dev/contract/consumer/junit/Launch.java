package dev.contract.consumer.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes as a build does, and shows how they ended. */
final class Launch {
    private final Map<String, TestExecutionResult> results = new ConcurrentHashMap<>();

    static Launch of(Path contracts, Class<?>... classes) {
        return of(
                contracts,
                Map.of(),
                Arrays.stream(classes).map(each -> selectClass(each)).toArray(DiscoverySelector[]::new));
    }

    static Launch of(Path contracts, Map<String, String> parameters, DiscoverySelector... selectors) {
        Launch launch = new Launch();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter(LaunchedOnly.PARAMETER, "yes")
                .configurationParameter("contract.directory", contracts.toString())
                .configurationParameters(parameters)
                .build();
        LauncherFactory.create().execute(request, launch.listener());
        return launch;
    }

    private TestExecutionListener listener() {
        return new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                results.put(test.getLegacyReportingName(), result);
            }
        };
    }

    /** What a test or class of this name ended with; empty when it passed. */
    Optional<Throwable> failure(String name) {
        TestExecutionResult result = results.get(name);
        if (result == null) {
            throw new AssertionError("nothing of the name " + name + " ran, only " + results.keySet());
        }
        return result.getThrowable();
    }

    /** The messages of all failures, by name. */
    Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        results.forEach(
                (name, result) -> result.getThrowable().ifPresent(failure -> failures.put(name, failure.toString())));
        return failures;
    }
}
