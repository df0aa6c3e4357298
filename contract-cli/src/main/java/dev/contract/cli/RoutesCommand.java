package dev.contract.cli;

import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.core.model.Contract;
import dev.contract.openapi.document.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code contract routes}: the file that a consumer's tests are held against. */
@Command(abbreviateSynopsis = true)
final class RoutesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR|GLOB",
            description = "Contracts, whose rules say which parts of the paths in --responses vary.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private OfferOptions offers = new OfferOptions();

    RoutesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!offers.areGiven()) {
            throw new WrongUsage(
                    "say what the provider serves: name an OpenAPI document with --openapi, or the report of"
                            + " a verification with --responses");
        }
        List<Contract> contracts = names.isEmpty()
                ? List.of()
                : ContractFiles.read(surroundings, names, false).contracts().values().stream()
                        .map(ContractFiles.Merged::contract)
                        .toList();
        PathTemplates templates = offers.templates(surroundings, contracts);
        List<Operation> served = offers.offer(surroundings, templates).served();
        surroundings.console().result("# what the provider serves, by contract routes");
        served.stream().flatMap(this::lines).forEach(surroundings.console()::result);
        return ExitCode.YES;
    }

    /** Nobody knows whether the consumer's tests ask with what stands before the paths of the document. */
    private Stream<String> lines(Operation operation) {
        List<String> bases =
                offers.document(surroundings).map(OpenApiDocument::basePaths).orElse(List.of());
        return Stream.concat(Stream.of(""), bases.stream().filter(base -> !base.isEmpty()))
                .map(base -> operation.method() + " " + base + operation.path());
    }
}
