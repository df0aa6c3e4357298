package dev.contract.provider.state;

/** Brings the provider into a state, or out of it. */
@FunctionalInterface
public interface StateSetup {
    void run(StateCall state) throws Exception;
}
