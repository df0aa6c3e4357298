package dev.contract.compatibility;

import static org.junit.jupiter.api.Assertions.fail;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/** What came of the scenarios, as tests: cucumber runs them, JUnit tells of them. */
final class Verdicts implements ConcurrentEventListener {
    private final List<DynamicTest> tests = new ArrayList<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    }

    List<DynamicTest> tests() {
        return tests;
    }

    private void finished(TestCaseFinished event) {
        TestCase scenario = event.getTestCase();
        tests.add(DynamicTest.dynamicTest(name(scenario), scenario.getUri(), () -> judge(event.getResult())));
    }

    /** {@code V3/http_matching: Comparing content type headers which are equal}. */
    private static String name(TestCase scenario) {
        Path feature = Fixtures.features().relativize(Path.of(scenario.getUri()));
        return feature.toString().replace(".feature", "") + ": " + scenario.getName();
    }

    /** Steps that nobody knows, or that several know, have not passed. */
    private static void judge(Result result) throws Throwable {
        if (result.getError() != null) {
            throw result.getError();
        }
        if (!result.getStatus().isOk()) {
            fail("the scenario is " + result.getStatus());
        }
    }
}
