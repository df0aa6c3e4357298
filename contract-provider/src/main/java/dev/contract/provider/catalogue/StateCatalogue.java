package dev.contract.provider.catalogue;

import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.secret.Secrets;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.state.StateHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All states that contracts name.
 *
 * <pre>{@code
 * StateCatalogue catalogue = StateCatalogue.of(
 *         Verifier.of("user-service").contractsFrom(directory("../contracts")).contracts());
 * String java = JavaSkeleton.of("user-service", catalogue.states());
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param states by name
 * @param hasStateless whether there are interactions without a state, for which the handler {@code ""} is called
 */
public record StateCatalogue(List<CataloguedState> states, boolean hasStateless) {
    public StateCatalogue {
        states = List.copyOf(states);
    }

    /** A state where an interaction names it. */
    private record Occurrence(ProviderState state, NamePattern pattern, StateUse use) {}

    /** The states of all interactions of some contracts. */
    public static StateCatalogue of(List<LocatedContract> contracts) {
        Map<String, List<Occurrence>> alike = new LinkedHashMap<>();
        occurrences(contracts)
                .forEach(each -> alike.computeIfAbsent(each.pattern().general().text(), name -> new ArrayList<>())
                        .add(each));
        Map<String, List<Occurrence>> named = new TreeMap<>();
        alike.forEach((general, all) -> named.computeIfAbsent(name(general, all), name -> new ArrayList<>())
                .addAll(all));
        List<CataloguedState> states = new ArrayList<>();
        named.forEach((name, all) -> states.add(state(name, all)));
        boolean stateless = contracts.stream()
                .flatMap(each -> each.contract().interactions().stream())
                .anyMatch(each -> each.states().isEmpty());
        return new StateCatalogue(states, stateless);
    }

    /** A number that never differs may well belong to the name. */
    private static String name(String general, List<Occurrence> all) {
        String first = all.get(0).pattern().text();
        return all.stream().allMatch(each -> each.pattern().text().equals(first)) ? first : general;
    }

    private static Stream<Occurrence> occurrences(List<LocatedContract> contracts) {
        return contracts.stream().flatMap(source -> source.contract().interactions().stream()
                .flatMap(interaction -> interaction.states().stream()
                        .map(state -> new Occurrence(state, NamePattern.of(state), use(source, interaction, state)))));
    }

    private static StateUse use(LocatedContract source, Interaction interaction, ProviderState state) {
        Location location = interaction.annotations().location();
        String place = Secrets.url(location == null ? source.name() : location.toString());
        return new StateUse(source.contract().consumer(), interaction.description(), state.name(), place);
    }

    private static CataloguedState state(String name, List<Occurrence> all) {
        Parameters parameters = new Parameters();
        Map<List<String>, StateUse> uses = new LinkedHashMap<>();
        for (Occurrence each : all) {
            StateUse use = each.use();
            boolean general = !name.equals(each.pattern().text());
            parameters.add(each.state(), general ? each.pattern().general() : each.pattern());
            uses.putIfAbsent(List.of(use.consumer(), use.interaction(), use.state()), use);
        }
        List<String> names =
                all.stream().map(each -> each.state().name()).distinct().toList();
        return new CataloguedState(name, names, parameters.all(), List.copyOf(uses.values()));
    }

    /** The states as contracts write them; {@code ""} among them when there are interactions without a state. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        states.forEach(state -> names.addAll(state.names()));
        if (hasStateless) {
            names.add("");
        }
        return names;
    }

    /** A warning for every two names that differ so little that one was probably meant. */
    public List<Problem> alike() {
        List<NameWords> words =
                states.stream().map(state -> NameWords.of(state.name())).toList();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            for (int j = i + 1; j < states.size(); j++) {
                if (words.get(i).isLike(words.get(j))) {
                    problems.add(alike(states.get(i), states.get(j)));
                }
            }
        }
        return problems;
    }

    private static Problem alike(CataloguedState one, CataloguedState other) {
        return Problem.warning(
                        "CONTRACT-ALIKE",
                        "two states have nearly one name: " + Quoted.text(one.name()) + " and "
                                + Quoted.text(other.name()))
                .at(one.where() + "; " + other.where())
                .mend("if they mean the same, let the consumers agree on one name");
    }

    /** An error for every state that none of these handlers brings about. */
    public List<Problem> missing(StateHandlers handlers) {
        return withoutHandler(handlers).stream()
                .map(state -> missing(state, unknown(state, handlers), handlers.names()))
                .toList();
    }

    /** The states for which {@link #missing} has an error. */
    public List<CataloguedState> withoutHandler(StateHandlers handlers) {
        return states.stream()
                .filter(state -> !unknown(state, handlers).isEmpty())
                .toList();
    }

    private static List<String> unknown(CataloguedState state, StateHandlers handlers) {
        return state.names().stream().filter(name -> !handlers.canSetUp(name)).toList();
    }

    private static Problem missing(CataloguedState state, List<String> unknown, Collection<String> known) {
        String name = unknown.equals(state.names()) ? Quoted.text(state.name()) : NearNames.listed("", unknown);
        return Problem.error("CONTRACT-STATE", "no handler for provider state " + name)
                .at(state.where())
                .found(known.isEmpty() ? "no handlers" : "handlers for " + NearNames.listed(state.name(), known))
                .mend("add .state(" + Quoted.text(state.name()) + ", …)");
    }
}
