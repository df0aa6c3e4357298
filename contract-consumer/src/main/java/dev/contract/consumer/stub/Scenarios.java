package dev.contract.consumer.stub;

import dev.contract.consumer.answer.ScenarioState;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Where each scenario is; all begin in {@link ScenarioState#START}. Thread-safe. */
public final class Scenarios {
    private final Map<String, String> states = new ConcurrentHashMap<>();

    Scenarios() {}

    boolean areIn(ScenarioState wanted) {
        return current(wanted.scenario()).equals(wanted.state());
    }

    String current(String scenario) {
        return states.getOrDefault(scenario, ScenarioState.START);
    }

    /** Those that were moved, by name, each with its state. */
    public Map<String, String> moved() {
        return new TreeMap<>(states);
    }

    /** Puts all of them where they were. */
    void restore(Map<String, String> moved) {
        states.clear();
        states.putAll(moved);
    }

    public void move(ScenarioState to) {
        states.put(to.scenario(), to.state());
    }

    /** Puts all of them back to their beginning. */
    public void restart() {
        states.clear();
    }
}
