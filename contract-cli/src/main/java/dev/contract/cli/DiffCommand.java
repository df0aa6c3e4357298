package dev.contract.cli;

import dev.contract.cli.ContractFiles.Pair;
import dev.contract.cli.console.Console;
import dev.contract.compare.ContractDiff;
import dev.contract.compare.DiffReport;
import dev.contract.compare.Duty;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract diff}. */
@Command(abbreviateSynopsis = true)
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Parameters(
            arity = "0..2",
            paramLabel = "OLD NEW",
            description =
                    "A file, a directory, a glob, REVISION:PATH of git, or a URL each; with --from only NEW. Without them:"
                            + " versions in the broker.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = {"-a", "--pacticipant", "--consumer"},
            paramLabel = "NAME",
            order = 1,
            description = "Only contracts of this consumer.")
    private @Nullable String consumer;

    @Option(names = "--provider", paramLabel = "NAME", order = 2, description = "Only contracts with this provider.")
    private @Nullable String provider;

    @Option(
            names = "--from",
            paramLabel = "VERSION",
            order = 3,
            description =
                    "The old version of the consumer in the broker: a number, tag:NAME, branch:NAME, environment:NAME or latest."
                            + " Default: the last before --to that has another contract.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "VERSION", order = 4, description = "The new one. Default: latest.")
    private @Nullable String to;

    @Option(
            names = "--allow-unknown",
            order = 5,
            description = "End with exit code 0 also where nobody can say whether a change is breaking.")
    private boolean allowsUnknown;

    @Mixin
    private DiffOutputOption output = new DiffOutputOption();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        ContractSide.Places found = new ContractSide.Places(surroundings, sources, broker);
        Sides sides = places.isEmpty() ? versions(found) : places(found);
        List<ContractDiff> diffs = diffs(sides.before(), sides.after());
        tellOfUnnamed(sides);
        print(diffs.stream().map(DiffReport::new).toList(), sides);
        tellOfUnclear(diffs.stream().map(ContractDiff::duty).toList());
        return diffs.stream().map(ContractDiff::duty).allMatch(this::isFine) ? ExitCode.YES : ExitCode.BREAKING;
    }

    private void tellOfUnclear(List<Duty> duties) {
        if (duties.contains(Duty.UNKNOWN) && !duties.contains(Duty.MORE) && !allowsUnknown) {
            console.tell("What is unclear counts as breaking; --allow-unknown lets it pass.");
        }
    }

    private boolean isFine(Duty duty) {
        return duty.isSafe() || (duty == Duty.UNKNOWN && allowsUnknown);
    }

    private record Sides(ContractSide before, ContractSide after) {}

    private Sides versions(ContractSide.Places found) {
        if (consumer == null || provider == null) {
            throw new WrongUsage(
                    from == null && to == null
                            ? "say what to compare: OLD NEW, or --consumer and --provider for versions in the broker"
                            : (from == null ? "--to" : "--from")
                                    + " needs to know whose contract it is: give --consumer and --provider");
        }
        Pair pair = new Pair(consumer, provider);
        String newer = to == null ? "latest" : to;
        if (from != null) {
            return new Sides(found.picked(pair, from), found.picked(pair, newer));
        }
        List<ContractSide> lastTwo = found.lastTwo(pair, newer);
        return new Sides(lastTwo.get(0), lastTwo.get(1));
    }

    /** Where nobody said what the newer is compared with; beside the result, which people may send elsewhere. */
    private void tellOfUnnamed(Sides sides) {
        if (places.isEmpty() && from == null) {
            console.tell("Compared: " + sides.before().name() + " with "
                    + sides.after().name() + " of " + consumer + "; --from names another to compare with.");
        }
    }

    private Sides places(ContractSide.Places found) {
        if (places.size() == 1 && from != null && to == null) {
            return published(found, from, found.named(places.get(0), places.get(0)));
        }
        if (from != null || to != null) {
            throw new WrongUsage("two places exclude --from and --to: say what to compare in one way");
        }
        if (places.size() == 1) {
            throw new WrongUsage("say also with what to compare " + places.get(0)
                    + ": a second place, or --from VERSION for one that is in the broker");
        }
        List<ContractSide> sides = found.both(places.get(0), places.get(1));
        return new Sides(sides.get(0), sides.get(1));
    }

    /** What the broker has of the one contract that is meant, and what is here of it. */
    private Sides published(ContractSide.Places found, String version, ContractSide here) {
        List<Pair> meant =
                here.contracts().keySet().stream().filter(this::isWanted).toList();
        if (meant.size() != 1) {
            throw new WrongUsage("--from compares one contract, and " + here.name() + " has "
                    + (meant.isEmpty() ? "none of these" : meant.size() + ": give --consumer and --provider"));
        }
        Pair pair = meant.get(0);
        return new Sides(
                found.picked(pair, version),
                new ContractSide(here.name(), Map.of(pair, here.contracts().get(pair))));
    }

    private boolean isWanted(Pair pair) {
        return (consumer == null || consumer.equals(pair.consumer()))
                && (provider == null || provider.equals(pair.provider()));
    }

    /** A contract that only one side has was added or removed, as long as they have any in common. */
    private List<ContractDiff> diffs(ContractSide before, ContractSide after) {
        Set<Pair> pairs = new LinkedHashSet<>(after.contracts().keySet());
        pairs.addAll(before.contracts().keySet());
        pairs.removeIf(pair -> !isWanted(pair));
        if (pairs.stream()
                .noneMatch(pair -> before.contracts().containsKey(pair)
                        && after.contracts().containsKey(pair))) {
            throw strangers(before, after);
        }
        return pairs.stream()
                .map(pair -> ContractDiff.of(of(before, pair), of(after, pair)))
                .toList();
    }

    private static Contract of(ContractSide side, Pair pair) {
        return side.contracts().getOrDefault(pair, Contract.of(pair.consumer(), pair.provider(), List.of()));
    }

    private ContractException strangers(ContractSide before, ContractSide after) {
        Set<Pair> old = before.contracts().keySet();
        Set<Pair> fresh = after.contracts().keySet();
        boolean filtered = consumer != null || provider != null;
        return new ContractException(Problem.error(
                        "CONTRACT-DIFF", "no consumer and provider have a contract on both sides" + wanted())
                .at(before.name() + " and " + after.name())
                .found(listed(old) + "; and " + listed(fresh))
                .mend(
                        filtered
                                ? meant(old, fresh)
                                : old.stream()
                                        .findFirst()
                                        .flatMap(pair -> NearNames.nearest(name(pair), names(fresh)))
                                        .map(near -> "was " + near + " renamed? then give it its former name in a copy")
                                        .orElse("compare contracts of the same two")));
    }

    private String wanted() {
        return (consumer == null ? "" : ", with the consumer " + Quoted.text(consumer))
                + (provider == null ? "" : ", with the provider " + Quoted.text(provider));
    }

    private String meant(Set<Pair> old, Set<Pair> fresh) {
        Set<Pair> known = new LinkedHashSet<>(old);
        known.retainAll(fresh);
        List<String> consumers = known.stream().map(Pair::consumer).distinct().toList();
        List<String> providers = known.stream().map(Pair::provider).distinct().toList();
        return near(consumer, consumers)
                .or(() -> near(provider, providers))
                .map(name -> "did you mean " + Quoted.text(name) + "?")
                .orElse("give --consumer and --provider the names of two that have one on both sides");
    }

    private static Optional<String> near(@Nullable String wanted, List<String> known) {
        return wanted == null || known.contains(wanted) ? Optional.empty() : NearNames.nearest(wanted, known);
    }

    private static String listed(Collection<Pair> pairs) {
        return pairs.isEmpty()
                ? "none"
                : pairs.stream().limit(5).map(Pair::quoted).collect(Collectors.joining(", "))
                        + (pairs.size() > 5 ? " and " + (pairs.size() - 5) + " more" : "");
    }

    private static List<String> names(Collection<Pair> pairs) {
        return pairs.stream().map(DiffCommand::name).toList();
    }

    private static String name(Pair pair) {
        return pair.consumer() + " with " + pair.provider();
    }

    private void print(List<DiffReport> reports, Sides sides) {
        switch (output.form()) {
            case TEXT -> console.result(reports.stream().map(DiffReport::text).collect(Collectors.joining("\n\n")));
            case MARKDOWN ->
                console.result(reports.stream().map(DiffReport::markdown).collect(Collectors.joining("\n\n")));
            case JSON -> console.result(json(reports, sides).toJson());
        }
    }

    private static JsonObject json(List<DiffReport> reports, Sides sides) {
        return JsonObject.builder()
                .put(
                        "breaking",
                        reports.stream().anyMatch(report -> report.diff().duty() == Duty.MORE))
                .put(
                        "duty",
                        DiffReport.word(reports.stream()
                                .map(DiffReport::diff)
                                .map(ContractDiff::duty)
                                .toList()))
                .put("from", sides.before().name())
                .put("to", sides.after().name())
                .put(
                        "contracts",
                        JsonArray.of(reports.stream().map(DiffReport::json).toList()))
                .build();
    }
}
