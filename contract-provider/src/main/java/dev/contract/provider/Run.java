package dev.contract.provider;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.provider.Plan.PlannedContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * Replays a plan, each interaction once, when its result is first asked for.
 *
 * <p>Interactions that no code of the user's is called for run in lanes, all together; the others one at a time, on the thread that asks,
 * and never beside those in the lanes. Thread-safe.
 */
final class Run {
    private final Settings settings;
    private final Plan plan;
    private final List<List<Entry>> contracts = new ArrayList<>();
    private boolean lanesStarted;

    /** One interaction of the run. */
    private record Entry(FutureTask<InteractionResult> task, boolean inLanes) {}

    Run(Settings settings, Plan plan) {
        this.settings = settings;
        this.plan = plan;
        for (PlannedContract contract : plan.contracts()) {
            contracts.add(contract.interactions().stream()
                    .map(interaction -> entry(contract, interaction))
                    .toList());
        }
    }

    private Entry entry(PlannedContract contract, Interaction interaction) {
        return new Entry(
                new FutureTask<>(() -> replay(contract, interaction)),
                settings.statesAreIndependent() || !callsHandlers(interaction));
    }

    private InteractionResult replay(PlannedContract contract, Interaction interaction) {
        InteractionResult result = new Replay(settings, contract.source(), interaction).run();
        settings.listener().finished(result);
        return result;
    }

    /** Handlers of states and producers of messages share one provider, and need not be made for several threads. */
    private boolean callsHandlers(Interaction interaction) {
        boolean produces = !(interaction instanceof HttpInteraction)
                && settings.producers().has(interaction.description());
        boolean changesState = interaction.states().isEmpty()
                ? settings.states().concerns("")
                : interaction.states().stream()
                        .anyMatch(state -> settings.states().concerns(state.name()));
        return produces || changesState;
    }

    /** Replays everything: the lanes first, then the others in the order of the contracts. */
    VerificationResult all() {
        runLanes();
        List<ContractResult> results = new ArrayList<>();
        for (int i = 0; i < contracts.size(); i++) {
            PlannedContract contract = plan.contracts().get(i);
            List<InteractionResult> interactions =
                    contracts.get(i).stream().map(this::result).toList();
            results.add(new ContractResult(contract.source(), interactions, contract.leftOut()));
        }
        return new VerificationResult(settings.provider(), results, plan.warnings());
    }

    /** The result of one interaction; the first of those in the lanes brings all of them. */
    InteractionResult result(int contract, int interaction) {
        return result(contracts.get(contract).get(interaction));
    }

    private InteractionResult result(Entry entry) {
        if (entry.inLanes()) {
            runLanes();
        } else {
            runAlone(entry);
        }
        return Lanes.done(entry.task());
    }

    private synchronized void runAlone(Entry entry) {
        entry.task().run();
    }

    private synchronized void runLanes() {
        if (!lanesStarted) {
            lanesStarted = true;
            Lanes.run(
                    settings.lanes(),
                    contracts.stream()
                            .flatMap(List::stream)
                            .filter(Entry::inLanes)
                            .map(Entry::task)
                            .toList());
        }
    }
}
