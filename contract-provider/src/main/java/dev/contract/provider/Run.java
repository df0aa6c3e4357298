package dev.contract.provider;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.provider.Plan.PlannedContract;
import dev.contract.provider.Turn.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Replays a plan, each distinct interaction once, when a result of it is first asked for.
 *
 * <p>Interactions that no code of the user's is called for run in lanes, all together; the others one at a time, on the thread that asks,
 * and never beside those in the lanes. Where an order matters there are no lanes. Thread-safe.
 */
final class Run {
    private final Settings settings;
    private final Plan plan;
    private final List<Turn> turns;
    private final List<Entry> entries;
    private final Map<Place, Entry> byPlace = new HashMap<>();
    private final boolean ordered;
    private final AtomicInteger unasked;
    private boolean lanesStarted;
    private @Nullable List<Replayed> rounds;

    /** One turn of the run: the results of its holders. */
    private record Entry(Turn turn, FutureTask<Map<Place, InteractionResult>> task, boolean inLanes) {}

    Run(Settings settings, Plan plan) {
        this.settings = settings;
        this.plan = plan;
        this.ordered = Rounds.areWanted(settings);
        this.turns = Turn.of(plan, settings);
        this.entries = IntStream.range(0, turns.size()).mapToObj(this::entry).toList();
        for (Entry entry : entries) {
            entry.turn().holders().forEach(each -> byPlace.put(each.place(), entry));
        }
        this.unasked = new AtomicInteger(byPlace.size());
    }

    private Entry entry(int number) {
        Turn turn = turns.get(number);
        boolean free = settings.manner().statesAreIndependent() || !callsHandlers(turn.interaction());
        return new Entry(
                turn,
                new FutureTask<>(() -> results(turn, ordered ? rounds().get(number) : Attempts.of(settings, turn))),
                free && !ordered);
    }

    private synchronized List<Replayed> rounds() {
        if (rounds == null) {
            rounds = new Rounds(settings, turns).run();
        }
        return rounds;
    }

    private Map<Place, InteractionResult> results(Turn turn, Replayed replayed) {
        Map<Place, InteractionResult> results = turn.results(replayed, settings);
        results.values().forEach(settings.listener()::finished);
        return results;
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
        VerificationResult result = whole();
        settings.listener().ended(result);
        return result;
    }

    /** Says that the result of one interaction was asked for; with that of the last one, all are there. */
    void asked() {
        if (unasked.decrementAndGet() == 0) {
            settings.listener().ended(whole());
        }
    }

    private VerificationResult whole() {
        runLanes();
        List<ContractResult> results = new ArrayList<>();
        for (int i = 0; i < plan.contracts().size(); i++) {
            PlannedContract contract = plan.contracts().get(i);
            List<InteractionResult> interactions = new ArrayList<>();
            for (int j = 0; j < contract.interactions().size(); j++) {
                interactions.add(result(i, j));
            }
            results.add(new ContractResult(contract.source(), interactions, contract.leftOut()));
        }
        return new VerificationResult(settings.provider(), results, plan.warnings());
    }

    /** The result of one interaction; the first of those in the lanes brings all of them. */
    InteractionResult result(int contract, int interaction) {
        Place place = new Place(contract, interaction);
        Entry entry = Objects.requireNonNull(byPlace.get(place));
        if (entry.inLanes()) {
            runLanes();
        } else {
            runAlone(entry);
        }
        return Objects.requireNonNull(Lanes.done(entry.task()).get(place));
    }

    private synchronized void runAlone(Entry entry) {
        entry.task().run();
    }

    private synchronized void runLanes() {
        if (!lanesStarted) {
            lanesStarted = true;
            Lanes.run(
                    settings.manner().lanes(),
                    entries.stream().filter(Entry::inLanes).map(Entry::task).toList());
        }
    }
}
