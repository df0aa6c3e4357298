package dev.contract.provider;

import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import dev.contract.provider.source.LocatedContract;
import java.util.List;

/**
 * What a run will replay, in order; nothing has been sent yet.
 *
 * @param warnings problems that do not stop the run
 */
record Plan(List<PlannedContract> contracts, List<Problem> warnings) {
    Plan {
        contracts = List.copyOf(contracts);
        warnings = List.copyOf(warnings);
    }

    /** One contract of the plan; {@code leftOut} interactions of it were filtered away or not understood. */
    record PlannedContract(LocatedContract source, List<Interaction> interactions, int leftOut) {
        PlannedContract {
            interactions = List.copyOf(interactions);
        }
    }
}
