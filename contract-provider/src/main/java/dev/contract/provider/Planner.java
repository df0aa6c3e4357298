package dev.contract.provider;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.provider.Plan.PlannedContract;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the plan of a run, and finds all that is wrong before anything is sent. Used once. */
final class Planner {
    private final Settings settings;
    private final List<Map.Entry<String, LoadedContracts>> places = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Planner(Settings settings) {
        this.settings = settings;
    }

    /**
     * The plan.
     *
     * @throws ContractException with every problem at once: contracts that cannot be read, none found, states without a handler
     */
    Plan plan() {
        List<PlannedContract> planned = read();
        problems.addAll(missingStates(planned));
        problems.addAll(openApi());
        problems.addAll(missingMessages(planned));
        missingUrl(planned).ifPresent(problems::add);
        problems.addAll(settings.targets().warnings());
        problems.addAll(settings.timeLimits().unused(ownInteractions().toList()));
        refuse();
        if (settings.manner().shuffled()) {
            problems.add(shuffled());
        }
        return new Plan(planned, problems);
    }

    /**
     * What the run would tolerate, and the handlers that it would never call.
     *
     * @throws ContractException as {@link #plan()}, but the provider's address may be unknown yet
     */
    List<Problem> check() {
        List<PlannedContract> planned = read();
        problems.addAll(missingStates(planned));
        problems.addAll(openApi());
        problems.addAll(missingMessages(planned));
        refuse();
        problems.addAll(settings.states().unused(askedStates()));
        return List.copyOf(problems);
    }

    /**
     * The contracts that the run would be about.
     *
     * @throws ContractException when one cannot be read, or there is none
     */
    List<LocatedContract> contracts() {
        List<PlannedContract> planned = read();
        refuse();
        return planned.stream().map(PlannedContract::source).toList();
    }

    private List<PlannedContract> read() {
        for (ContractSource source : settings.sources()) {
            LoadedContracts loaded = source.load(settings.provider());
            places.add(Map.entry(source.name(), loaded));
            problems.addAll(loaded.problems());
        }
        List<PlannedContract> planned = own().stream()
                .filter(each -> settings.filter().accepts(each.contract()))
                .map(this::planned)
                .filter(each -> !each.interactions().isEmpty() || each.leftOut() == 0)
                .toList();
        problems.addAll(missingInOrder(planned));
        if (planned.isEmpty() && problems.stream().noneMatch(Problem::isError)) {
            problems.add(nothingFound());
        }
        if (settings.allowsNone()) {
            problems.replaceAll(Planner::allowed);
        }
        return planned;
    }

    private static Problem allowed(Problem problem) {
        return problem.code().equals(NoContracts.CODE) ? problem.tolerated() : problem;
    }

    private void refuse() {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new ContractException(
                    problems.stream().filter(Problem::isError).toList());
        }
    }

    private List<LocatedContract> own() {
        return places.stream()
                .flatMap(place -> place.getValue().contracts().stream())
                .filter(each -> each.contract().provider().equals(settings.provider()))
                .toList();
    }

    /** Those that filters leave out as well: a handler for them is of use. */
    private Set<String> askedStates() {
        return ownInteractions().flatMap(Planner::askedStates).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Interaction> ownInteractions() {
        return own().stream().flatMap(each -> each.contract().interactions().stream());
    }

    private static Stream<String> askedStates(Interaction interaction) {
        return interaction.states().isEmpty()
                ? Stream.of("")
                : interaction.states().stream().map(ProviderState::name);
    }

    private PlannedContract planned(LocatedContract source) {
        List<Interaction> all = source.contract().interactions();
        List<Interaction> wanted =
                all.stream().filter(settings.filter()::accepts).toList();
        int unread = source.contract().unreadInteractions();
        if (all.isEmpty() && unread > 0) {
            problems.add(nothingToReplay(source, unread));
        }
        return new PlannedContract(source, wanted, all.size() - wanted.size() + unread);
    }

    private Problem shuffled() {
        return Problem.warning("CONTRACT-SHUFFLED", "interactions were replayed in a random order")
                .found("seed " + settings.seed())
                .mend("repeat the order with --shuffle --seed " + settings.seed() + ", or .shuffle().seed("
                        + settings.seed() + ")");
    }

    /** Without this a contract of which nothing was understood would be a success. */
    private static Problem nothingToReplay(LocatedContract source, int unread) {
        return Problem.error("CONTRACT-FILE", "no interaction of this contract can be replayed")
                .at(source.name())
                .found(unread + " of no type that is known here")
                .mend("leave the contract out, or verify it with a tool that has the plugin for it");
    }

    /** An order that lacks one of its names would be another order. */
    private List<Problem> missingInOrder(List<PlannedContract> planned) {
        if (settings.filter().order().isEmpty()) {
            return List.of();
        }
        Set<String> found = planned.stream()
                .flatMap(contract -> contract.interactions().stream())
                .map(Interaction::description)
                .collect(Collectors.toSet());
        return settings.filter().order().stream()
                .filter(name -> !found.contains(name))
                .map(name -> Problem.error(
                                "CONTRACT-NONE", "there is no interaction " + Quoted.text(name) + " to replay in order")
                        .found(NearNames.listed(name, descriptions()))
                        .mend("name it by its whole description"))
                .toList();
    }

    private Set<String> descriptions() {
        return own().stream()
                .flatMap(each -> each.contract().interactions().stream())
                .map(Interaction::description)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Problem nothingFound() {
        List<LocatedContract> own = own();
        return own.isEmpty() ? new NoContracts(settings.provider(), places).problem() : noInteractions(own);
    }

    private Problem noInteractions(List<LocatedContract> own) {
        List<String> candidates = settings.filter().description() == null
                ? own.stream().map(each -> each.contract().consumer()).toList()
                : own.stream()
                        .flatMap(each -> each.contract().interactions().stream())
                        .map(Interaction::description)
                        .toList();
        String wanted = settings.filter().description() == null
                ? String.valueOf(settings.filter().consumer())
                : settings.filter().description();
        return Problem.error(NoContracts.CODE, "no interaction is left by the filters")
                .at(settings.filter().toString())
                .found(NearNames.listed(wanted, new TreeSet<>(candidates)))
                .mend("widen the filters");
    }

    /** What is wrong in the document that exchanges are held against. */
    private List<Problem> openApi() {
        OpenApiCheck document = settings.openApi();
        return document == null ? List.of() : document.document();
    }

    private List<Problem> missingStates(List<PlannedContract> planned) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (PlannedContract contract : planned) {
            for (Interaction interaction : contract.interactions()) {
                for (ProviderState state : interaction.states()) {
                    if (!settings.states().canSetUp(state.name())) {
                        places.computeIfAbsent(state.name(), name -> new ArrayList<>())
                                .add(FailureReport.place(contract.source(), interaction));
                    }
                }
            }
        }
        return places.entrySet().stream()
                .map(entry -> missingState(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Problem missingState(String state, List<String> places) {
        boolean ignored = settings.missingStates() == MissingStates.IGNORE;
        Function<String, Problem> kind = ignored
                ? what -> Problem.warning("CONTRACT-STATE", what)
                : what -> Problem.error("CONTRACT-STATE", what);
        String otherwise = ignored ? "" : ", or run with .missingStates(IGNORE), --missing-states=ignore";
        List<String> known = settings.states().names();
        return kind.apply("no handler for provider state " + Quoted.text(state))
                .at(first(places))
                .found(known.isEmpty() ? "no handlers" : "handlers for " + NearNames.listed(state, known))
                .mend("add .state(" + Quoted.text(state) + ", …)" + otherwise);
    }

    private List<Problem> missingMessages(List<PlannedContract> planned) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (PlannedContract contract : settings.endpoint() == null ? planned : List.<PlannedContract>of()) {
            contract.interactions().stream()
                    .filter(each -> !(each instanceof HttpInteraction))
                    .filter(each -> !settings.producers().has(each.description()))
                    .forEach(each -> places.computeIfAbsent(each.description(), name -> new ArrayList<>())
                            .add(FailureReport.place(contract.source(), each)));
        }
        return places.entrySet().stream()
                .map(entry -> missingMessage(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Problem missingMessage(String description, List<String> places) {
        List<String> known = settings.producers().descriptions();
        return Problem.error("CONTRACT-MESSAGE", "nothing produces the message " + Quoted.text(description))
                .at(first(places))
                .found(known.isEmpty() ? "no producers" : "producers of " + NearNames.listed(description, known))
                .mend("add .message(" + Quoted.text(description)
                        + ", …), or .messageUrl(\"…\") where the service gives its messages out over HTTP");
    }

    private static String first(List<String> places) {
        return places.get(0) + (places.size() == 1 ? "" : ", and " + (places.size() - 1) + " more");
    }

    private Optional<Problem> missingUrl(List<PlannedContract> planned) {
        return planned.stream()
                .flatMap(contract -> contract.interactions().stream()
                        .filter(HttpInteraction.class::isInstance)
                        .filter(each -> settings.targets().of(each).isEmpty())
                        .map(each -> settings.targets().missing(each).at(FailureReport.place(contract.source(), each))))
                .findFirst();
    }
}
