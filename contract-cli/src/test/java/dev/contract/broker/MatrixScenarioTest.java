package dev.contract.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixScenarioTest {

    static List<MatrixScenario> scenarios() throws IOException {
        try (InputStream text = Objects.requireNonNull(
                MatrixScenarioTest.class.getResourceAsStream("matrix-scenarios.txt"), "matrix-scenarios.txt")) {
            return MatrixScenario.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answers_as_the_story_expects(MatrixScenario scenario) {
        scenario.play();
    }
}
