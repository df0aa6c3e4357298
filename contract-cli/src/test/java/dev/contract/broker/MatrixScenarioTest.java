package dev.contract.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.contract.broker.Setting#all")
class MatrixScenarioTest {
    @Parameter
    private Setting setting;

    static List<MatrixScenario> scenarios() throws IOException {
        return scenarios("matrix-scenarios.txt");
    }

    static List<MatrixScenario> describedScenarios() throws IOException {
        return scenarios("described-scenarios.txt");
    }

    private static List<MatrixScenario> scenarios(String file) throws IOException {
        try (InputStream text = Objects.requireNonNull(MatrixScenarioTest.class.getResourceAsStream(file), file)) {
            return MatrixScenario.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answers_as_the_story_expects(MatrixScenario scenario) {
        scenario.play(setting);
    }

    @ParameterizedTest
    @MethodSource("describedScenarios")
    void counts_what_providers_say_of_themselves_as_the_story_expects(MatrixScenario scenario) {
        scenario.play(setting);
    }

    /** Played only when {@code -Dbroker.scenarios=FILE} names them. */
    @TestFactory
    Stream<DynamicTest> answers_as_the_stories_of_others_expect() throws IOException {
        String file = System.getProperty("broker.scenarios", "");
        Assumptions.assumeFalse(
                file.isEmpty(),
                "get it: broker-scenarios.json is in the maintainers' shared data; run with -Dbroker.scenarios=FILE");
        return ScenarioFile.read(Path.of(file)).stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.title(), () -> scenario.play(setting)));
    }
}
