package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.compare.promise.PromiseComparison;
import dev.contract.compare.promise.Shortfall;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.promise.PromiseCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract compare}. */
@Command(abbreviateSynopsis = true)
final class CompareCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(
            names = "--openapi",
            paramLabel = "FILE",
            order = 1,
            required = true,
            description = "The OpenAPI document of the provider, 2.0 to 3.1, JSON or YAML.")
    private String document = "";

    @Option(names = "--consumer", paramLabel = "NAME", order = 2, description = "Only contracts of this consumer.")
    private @Nullable String consumer;

    @Option(names = "--provider", paramLabel = "NAME", order = 2, description = "Only contracts with this provider.")
    private @Nullable String provider;

    @Mixin
    private OutputOption output = new OutputOption();

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        OpenApiDocument described = OpenApiDocument.read(surroundings.path(document));
        Map<String, PromiseComparison> comparisons = new LinkedHashMap<>();
        contracts().forEach((name, contract) -> comparisons.put(name, PromiseComparison.of(contract, described)));
        if (output.isJson()) {
            console.result(output.json(json(comparisons)));
        } else {
            print(comparisons);
        }
        return options.exitCode(
                count(comparisons, PromiseComparison::errors), count(comparisons, PromiseComparison::warnings));
    }

    /** A contract that cannot be read whole is not compared: what is missing might be what the document does not promise. */
    private Map<String, Contract> contracts() {
        Map<String, Contract> contracts = new LinkedHashMap<>();
        List<Problem> errors = new ArrayList<>();
        for (String name : options.files(surroundings)) {
            ReadResult read = ContractReader.read(name, NamedFiles.bytes(surroundings, name));
            errors.addAll(read.errors());
            read.contract().ifPresent(contract -> contracts.put(name, contract));
        }
        if (!errors.isEmpty()) {
            throw new ContractException(errors);
        }
        return only(
                "provider", provider, Contract::provider, only("consumer", consumer, Contract::consumer, contracts));
    }

    private static Map<String, Contract> only(
            String party, @Nullable String name, Function<Contract, String> named, Map<String, Contract> all) {
        if (name == null) {
            return all;
        }
        Map<String, Contract> wanted = new LinkedHashMap<>(all);
        wanted.values().removeIf(contract -> !name.equals(named.apply(contract)));
        if (wanted.isEmpty()) {
            List<String> names = all.values().stream().map(named).distinct().toList();
            throw new ContractException(Problem.error("CONTRACT-NONE", "none of the contracts has this " + party)
                    .at("--" + party + " " + name)
                    .found(NearNames.listed(name, names))
                    .mend(NearNames.didYouMean(name, names, "name one of these, or leave the option out")));
        }
        return wanted;
    }

    private static int count(
            Map<String, PromiseComparison> comparisons, Function<PromiseComparison, List<Shortfall>> kind) {
        return comparisons.values().stream()
                .map(kind)
                .mapToInt(Collection::size)
                .sum();
    }

    private void print(Map<String, PromiseComparison> comparisons) {
        comparisons.forEach(
                (name, comparison) -> told(comparison.shortfalls(), name).forEach(each -> console.result(each + "\n")));
        int errors = count(comparisons, PromiseComparison::errors);
        int warnings = count(comparisons, PromiseComparison::warnings);
        int others = count(comparisons, PromiseComparison::notCompared);
        console.result((errors == 0 ? "Compatible" : "Not compatible") + ": the examples of "
                + Console.counted(comparisons.size(), "contract") + " compared with " + document + ", errors " + errors
                + ", warnings " + warnings + (others == 0 ? "" : ", not compared " + others));
    }

    /** A base path that a contract does without is told once. */
    private List<String> told(List<Shortfall> shortfalls, String name) {
        List<Shortfall> astray = shortfalls.stream()
                .filter(each -> each.code() == PromiseCode.REQUEST_BASE_PATH_MISSING)
                .toList();
        List<String> told = new ArrayList<>();
        for (Shortfall each : shortfalls) {
            int position = astray.indexOf(each);
            if (position <= 0) {
                String more = Console.counted(astray.size() - 1, "other interaction");
                told.add(coloured(each, name)
                        + (position < 0 || astray.size() == 1 ? "" : "\n  also   in " + more + " of this contract"));
            }
        }
        return told;
    }

    private String coloured(Shortfall shortfall, String name) {
        String text = Console.plain(shortfall.text(name));
        int end = shortfall.code().severity().name().length();
        return switch (shortfall.code().severity()) {
            case ERROR -> console.style(Style.BAD, text.substring(0, end)) + text.substring(end);
            case WARNING -> console.style(Style.DOUBTFUL, text.substring(0, end)) + text.substring(end);
            case INFO -> text;
        };
    }

    private JsonObject json(Map<String, PromiseComparison> comparisons) {
        List<JsonObject> files = new ArrayList<>();
        comparisons.forEach((name, comparison) -> files.add(JsonObject.builder()
                .put("file", name)
                .put("compatible", comparison.errors().isEmpty())
                .put(
                        "results",
                        JsonArray.of(comparison.shortfalls().stream()
                                .map(Shortfall::json)
                                .toList()))
                .build()));
        return JsonObject.builder()
                .put("compatible", count(comparisons, PromiseComparison::errors) == 0)
                .put("errors", count(comparisons, PromiseComparison::errors))
                .put("warnings", count(comparisons, PromiseComparison::warnings))
                .put("document", document)
                .put("files", JsonArray.of(files))
                .build();
    }
}
