package dev.contract.cli;

import dev.contract.core.model.Contract;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.draft.Draft;
import dev.contract.draft.Drafting;
import dev.contract.draft.Sample;
import dev.contract.draft.foreign.Imported;
import dev.contract.draft.foreign.Mountebank;
import dev.contract.draft.foreign.SpringContract;
import dev.contract.draft.foreign.WireMock;
import dev.contract.draft.har.HarFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract import}: everything is read before anything is written. */
@Command(abbreviateSynopsis = true)
final class ImportCommand implements Callable<Integer> {
    private static final List<String> TOOLS = List.of("har", "wiremock", "mountebank", "spring-cloud-contract");

    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "har|wiremock|mountebank|spring-cloud-contract",
            description = "Whose files these are.")
    private String tool = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "DIR|FILE", description = "The files.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--target",
            order = 3,
            paramLabel = "URL",
            description = "What the URLs of the provider begin with, where a HAR file has those of others, too.")
    private String target = "";

    @Option(
            names = "--imposter",
            order = 4,
            paramLabel = "NAME|PORT",
            description = "The imposter that plays the provider, where a file of Mountebank has several.")
    private String imposter = "";

    @Mixin
    private DraftOptions options = new DraftOptions();

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ForeignFiles files = new ForeignFiles(surroundings);
        Imported imported =
                switch (tool.toLowerCase(Locale.ROOT)) {
                    case "har" -> traffic(files.find(names, ".*\\.har"));
                    case "wiremock" -> wireMock(files);
                    case "mountebank" -> mountebank(files.find(names, ".*\\.(json|ejs)"));
                    case "spring-cloud-contract" -> springContracts(files);
                    default -> throw unknown();
                };
        Problem nothing = DraftOptions.nothing()
                .found("nothing in these files that is asked of the provider")
                .mend("name other files; of a HAR file, see that the provider's URLs begin with --target");
        Contract contract = Contract.of(options.consumer(), options.provider(), imported.interactions());
        options.write(contract, imported.problems(), nothing, surroundings);
        return imported.problems().stream().anyMatch(Problem::isError) ? ExitCode.NO : ExitCode.YES;
    }

    private WrongUsage unknown() {
        String advice = NearNames.nearest(tool, TOOLS)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return new WrongUsage("\"" + tool + "\" is none of " + String.join(", ", TOOLS) + advice);
    }

    private byte[] bytes(String name) {
        return NamedFiles.bytes(surroundings, name);
    }

    private Imported traffic(List<String> files) {
        List<Problem> problems = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (String name : files) {
            HarFile har = HarFile.read(name, bytes(name), target);
            samples.addAll(har.samples());
            problems.addAll(har.problems());
        }
        Draft draft = Drafting.contract(options.consumer(), options.provider(), samples, options.settings());
        problems.addAll(draft.problems());
        options.tellSecrets(draft, surroundings);
        return new Imported(draft.contract().interactions(), problems);
    }

    /** Mappings lie in {@code mappings}, and what they name beside that, in {@code __files}. */
    private Imported wireMock(ForeignFiles files) {
        return Imported.all(files.find(names, "(?!(.*/)?__files/).*\\.json").stream()
                .map(name -> new WireMock(name, files.above(name, "__files"), options.settings()).read(bytes(name)))
                .toList());
    }

    private Imported mountebank(List<String> files) {
        return Imported.all(files.stream()
                .map(name -> new Mountebank(name, imposter, options.settings()).read(bytes(name)))
                .toList());
    }

    private Imported springContracts(ForeignFiles files) {
        return Imported.all(files.find(names, ".*\\.(ya?ml|groovy|kts|java)").stream()
                .map(name -> name.matches(".*\\.ya?ml")
                        ? new SpringContract(name, files.beside(name), options.settings()).read(bytes(name))
                        : program(name))
                .toList());
    }

    private static Imported program(String name) {
        Problem problem = Problem.error("CONTRACT-IMPORT", "this becomes no interaction")
                .at(name)
                .found("a contract that is a program")
                .mend(
                        "write it in YAML; or let Spring Cloud Contract make WireMock's mappings of it, and import those");
        return new Imported(List.of(), List.of(problem));
    }
}
