package dev.contract.consumer.stub;

import dev.contract.consumer.answer.ScenarioState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where each scenario is; all begin in {@link ScenarioState#START}. Thread-safe. */
final class Scenarios {
    private final Map<String, String> states = new ConcurrentHashMap<>();

    boolean areIn(ScenarioState wanted) {
        return current(wanted.scenario()).equals(wanted.state());
    }

    String current(String scenario) {
        return states.getOrDefault(scenario, ScenarioState.START);
    }

    void move(ScenarioState to) {
        states.put(to.scenario(), to.state());
    }
}
