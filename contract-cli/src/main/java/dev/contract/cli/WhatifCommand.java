package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.edit.DocumentChanges;
import dev.contract.compare.edit.Edit;
import dev.contract.compare.edit.Whatif;
import dev.contract.compare.usage.Ignored;
import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.Usage;
import dev.contract.core.model.Contract;
import dev.contract.openapi.document.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract whatif}: nothing is started and nothing is sent to the provider. */
@Command(abbreviateSynopsis = true)
final class WhatifCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private KnownContracts contracts = new KnownContracts();

    @Mixin
    private EditOptions editOptions = new EditOptions();

    @Option(
            names = "--operation",
            paramLabel = "'METHOD PATH'",
            order = 12,
            description =
                    "Change only this operation: 'GET /users/{id}', as contract usage calls it, or one of its paths. May be"
                            + " repeated.")
    private List<String> operations = new ArrayList<>();

    @Mixin
    private OfferOptions offers = new OfferOptions();

    @Option(
            names = "--new-openapi",
            paramLabel = "FILE",
            order = 22,
            description = "Change the provider as this OpenAPI document differs from that of --openapi.")
    private @Nullable String newOpenApi;

    @Mixin
    private DiffOutputOption output = new DiffOutputOption();

    WhatifCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        List<Edit> edits = editOptions.edits();
        if (edits.isEmpty() && newOpenApi == null) {
            throw new WrongUsage(
                    "say what changes, with --drop, --rename, --retype or the like, or with --new-openapi");
        }
        if (!operations.isEmpty() && editOptions.dropOperations()) {
            throw new WrongUsage(
                    "--operation says where the other changes are made: it does not go with --drop-operation, which names its own");
        }
        if (newOpenApi != null && offers.file() == null) {
            throw new WrongUsage("--new-openapi needs the document of now, with --openapi");
        }
        List<Contract> known = contracts.contracts(surroundings);
        PathTemplates templates = offers.templates(surroundings, known);
        List<Edit> all = new ArrayList<>(edits);
        if (newOpenApi != null && offers.file() != null) {
            all.addAll(DocumentChanges.between(surroundings.path(offers.file()), surroundings.path(newOpenApi)));
        }
        Offer offer = offers.offer(surroundings, templates);
        List<Operation> only = only(templates);
        Whatif whatif = Whatif.of(known, templates, offer, restricted(all, only));
        Optional<List<Ignored>> ignored = Optional.ofNullable(newOpenApi)
                .map(name -> ignored(Usage.of(contracts.provider(), known, templates), offer, name, only));
        new WhatifReport(contracts.provider(), whatif, ignored).print(output.form(), console);
        if (!whatif.breaks().isEmpty()) {
            return ExitCode.BREAKING;
        }
        return whatif.unknown() == 0 ? ExitCode.YES : ExitCode.COULD_NOT;
    }

    /** The operations that change; empty for all. */
    private List<Operation> only(PathTemplates templates) {
        return operations.stream()
                .map(text -> EditOptions.operation("--operation", text))
                .map(named -> named.path().indexOf('{') < 0 ? templates.of(named.method(), named.path()) : named)
                .toList();
    }

    private static List<Edit> restricted(List<Edit> edits, List<Operation> only) {
        return only.isEmpty()
                ? edits
                : edits.stream().flatMap(edit -> edit.within(only)).toList();
    }

    private List<Ignored> ignored(Usage usage, Offer before, String after, List<Operation> only) {
        return Ignored.between(usage, before, Offer.of(OpenApiDocument.read(surroundings.path(after)))).stream()
                .filter(each ->
                        only.isEmpty() || only.stream().anyMatch(each.what().operation()::isSame))
                .toList();
    }
}
