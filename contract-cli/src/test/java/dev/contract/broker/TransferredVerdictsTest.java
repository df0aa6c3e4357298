package dev.contract.broker;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each story told to one broker, and its question asked of another that took over what that one knows. */
class TransferredVerdictsTest {

    @ParameterizedTest
    @MethodSource("dev.contract.broker.MatrixScenarioTest#scenarios")
    void are_the_same(MatrixScenario scenario) {
        scenario.playAndMove(Setting.IN_PROCESS);
    }
}
