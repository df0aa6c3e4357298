package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every scenario of the compatibility suite, under its own name; those the suite itself calls unfinished are left out. */
class CompatibilitySuiteTest {

    @TestFactory
    @EnabledIfSystemProperty(
            named = Fixtures.PROPERTY,
            matches = ".+",
            disabledReason =
                    "get it: git clone https://github.com/pact-foundation/pact-compatibility-suite, and run with -Dpact.compatibility.suite=DIR")
    Stream<DynamicTest> behaves_as_the_compatibility_suite_says() {
        Verdicts verdicts = new Verdicts();
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder()
                        .addFeature(FeatureWithLines.create(Fixtures.features().toUri(), List.of()))
                        .addGlue(URI.create("classpath:/dev/contract/compatibility"))
                        .addTagFilter(TagExpressionParser.parse("not @wip"))
                        .build())
                .withClassLoader(CompatibilitySuiteTest.class::getClassLoader)
                .withAdditionalPlugins(verdicts)
                .build()
                .run();
        assertThat(verdicts.tests())
                .as("scenarios below " + Fixtures.features())
                .isNotEmpty();
        return verdicts.tests().stream();
    }
}
