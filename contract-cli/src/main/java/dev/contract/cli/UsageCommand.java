package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.usage.Coverage;
import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.Unused;
import dev.contract.compare.usage.Usage;
import dev.contract.core.model.Contract;
import dev.contract.provider.catalogue.StateCatalogue;
import dev.contract.provider.source.LocatedContract;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract usage}: nothing is started and nothing is sent to the provider. */
@Command(abbreviateSynopsis = true)
final class UsageCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private KnownContracts contracts = new KnownContracts();

    @Option(
            names = "--unused",
            order = 3,
            description = "Show what the provider offers and nobody relies on, and what only one consumer does.")
    private boolean unused;

    @Option(
            names = "--coverage",
            order = 4,
            description =
                    "Show how much of what the provider offers, or of its states, has a contract, and what has none.")
    private boolean coverage;

    @Mixin
    private OfferOptions offers = new OfferOptions();

    @Mixin
    private HandlerOptions handlers = new HandlerOptions();

    @Mixin
    private DiffOutputOption output = new DiffOutputOption();

    UsageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        check();
        List<LocatedContract> located = contracts.read(surroundings);
        List<Contract> known = located.stream().map(LocatedContract::contract).toList();
        PathTemplates templates = offers.templates(surroundings, known);
        Usage usage = Usage.of(contracts.provider(), known, templates);
        Offer offer = offers.offer(surroundings, templates);
        if (unused) {
            new UnusedReport(usage, Unused.of(usage, offer), contracts.consumer()).print(output.form(), console);
        } else if (coverage) {
            new CoverageReport(
                            contracts.provider(), contracts.consumer(), coverage(usage, offer, located), usage.unread())
                    .print(output.form(), console);
        } else {
            new UsageReport(usage).print(output.form(), console);
        }
        return ExitCode.YES;
    }

    private void check() {
        if (unused && coverage) {
            throw new WrongUsage("--unused and --coverage are two questions: ask one of them");
        }
        if (unused && !offers.areGiven()) {
            throw new WrongUsage(
                    "--unused needs what the provider offers: name an OpenAPI document with --openapi, or the"
                            + " report of a verification with --responses");
        }
        if (coverage && !offers.areGiven() && !handlers.areGiven()) {
            throw new WrongUsage(
                    "--coverage needs what the provider offers, with --openapi or --responses, or its states,"
                            + " with --handlers");
        }
        if (handlers.areGiven() && !coverage) {
            throw new WrongUsage("--handler and --handlers need --coverage");
        }
    }

    private Coverage coverage(Usage usage, Offer offer, List<LocatedContract> located) {
        Set<String> states = handlers.names(surroundings);
        Set<String> asked = StateCatalogue.of(located).names();
        List<String> unnamed = states.stream()
                .filter(name -> asked.stream().noneMatch(HandlerOptions.handlers(Set.of(name))::canSetUp))
                .toList();
        return Coverage.of(usage, offer, states, unnamed);
    }
}
