package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.core.format.AtomicFile;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.format.ReadResult;
import dev.contract.core.model.Contract;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract convert}: all files are read and converted before any is written. */
@Command(abbreviateSynopsis = true)
final class ConvertCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    /** What files are written in; nobody needs the versions before them any more. */
    private enum Target {
        V2(SpecVersion.V2),
        V3(SpecVersion.V3),
        V4(SpecVersion.V4);

        private final SpecVersion version;

        Target(SpecVersion version) {
            this.version = version;
        }
    }

    /** A file in its new version. */
    private record Converted(String name, SpecVersion from, Contract contract) {}

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|GLOB|FILE",
            description = "Contract files; of a directory its *.json files.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--to", required = true, order = 1, paramLabel = "V2|V3|V4", description = "The version to write.")
    private @Nullable Target to;

    @Option(
            names = {"-o", "--output"},
            order = 2,
            paramLabel = "DIR",
            description = "The directory to write into, under the same names. Without it one file is printed.")
    private @Nullable String output;

    @Option(names = "--in-place", order = 3, description = "Write each file in its own place.")
    private boolean inPlace;

    @Option(names = "--strict", order = 4, description = "Refuse what is only warned of otherwise.")
    private boolean strict;

    ConvertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        List<String> files = NamedFiles.all(surroundings, names);
        checkUsage(files);
        List<Problem> found = new ArrayList<>();
        List<Converted> converted = new ArrayList<>();
        files.forEach(name -> read(name, found).ifPresent(converted::add));
        if (isRefused(found)) {
            throw new ContractException(found);
        }
        converted.forEach(each -> found.addAll(ContractWriter.problems(each.contract())));
        console.problems(found);
        if (isRefused(found)) {
            return ExitCode.NO;
        }
        converted.forEach(this::write);
        return ExitCode.YES;
    }

    private void checkUsage(List<String> files) {
        if (inPlace && output != null) {
            throw new WrongUsage("--output and --in-place exclude each other");
        }
        if (!inPlace && output == null && files.size() > 1) {
            throw new WrongUsage("only one file can be printed; say --output DIR or --in-place");
        }
        if (output != null) {
            checkTargets(files);
        }
    }

    private void checkTargets(List<String> files) {
        Map<Path, String> sources = new HashMap<>();
        for (String name : files) {
            String other = sources.putIfAbsent(target(name), name);
            if (other != null) {
                throw new WrongUsage(other + " and " + name + " would become one file; convert them one by one");
            }
        }
    }

    private boolean isRefused(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> strict || problem.isError());
    }

    private Optional<Converted> read(String name, List<Problem> problems) {
        ReadResult read = ContractReader.read(name, NamedFiles.bytes(surroundings, name));
        problems.addAll(read.problems());
        return read.contract()
                .map(contract -> new Converted(
                        name, contract.version(), contract.withVersion(Objects.requireNonNull(to).version)));
    }

    private Path target(String name) {
        Path file = surroundings.path(name);
        return output == null ? file : surroundings.path(output).resolve(file.getFileName());
    }

    private void write(Converted each) {
        byte[] text = ContractWriter.write(each.contract());
        if (!inPlace && output == null) {
            console.file(text);
            return;
        }
        AtomicFile.write(target(each.name()), text);
        console.result(console.style(Style.GOOD, "Converted") + " " + Console.plain(each.name()) + " from version "
                + each.from().text() + " to " + each.contract().version().text());
    }
}
