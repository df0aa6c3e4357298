package dev.contract.consumer.answer;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;

/**
 * A state of a scenario: something the stub remembers from one request to the next.
 *
 * @param scenario its name
 * @param state where it is; every scenario begins in {@link #START}
 */
public record ScenarioState(String scenario, String state) {
    public static final String START = "start";

    public ScenarioState {
        if (scenario.isBlank() || state.isBlank()) {
            throw new ContractException(Problem.error("CONTRACT-SCENARIO", "a scenario or its state has no name")
                    .found(Quoted.text(scenario) + " and " + Quoted.text(state))
                    .mend("name both, for example \"order\" and \"paid\"; every scenario begins in \"" + START + "\""));
        }
    }
}
