package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.core.format.AtomicFile;
import dev.contract.core.format.ContractMerge;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.draft.Draft;
import dev.contract.draft.DraftSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whose contract is drafted, how, and where it is written. */
@Command
final class DraftOptions {
    private static final int MOST_TOLD = 10;

    @Option(names = "--consumer", order = 1, required = true, paramLabel = "NAME", description = "The calling side.")
    private @Nullable String consumer;

    @Option(names = "--provider", order = 2, required = true, paramLabel = "NAME", description = "The answering side.")
    private @Nullable String provider;

    @Option(
            names = {"-o", "--output"},
            order = 10,
            paramLabel = "DIR",
            description = "The directory to write the contract into; a contract that is there takes in what is new."
                    + " Without it the contract is printed.")
    private @Nullable String output;

    @Option(names = "--replace", order = 11, description = "Write the contract in place of the one that is there.")
    private boolean replace;

    @Option(
            names = "--exact",
            order = 12,
            paramLabel = "PATH|NAME",
            description =
                    "What must stay as it was wherever it never differed: a path in JSON bodies such as $.status, or"
                            + " the name of a header of responses. May be repeated.")
    private List<String> exact = new ArrayList<>();

    @Option(
            names = "--keep-secrets",
            order = 13,
            description = "Write tokens, passwords, cookies and the like as they came, and no examples for them.")
    private boolean keepSecrets;

    String consumer() {
        return Objects.requireNonNull(consumer);
    }

    String provider() {
        return Objects.requireNonNull(provider);
    }

    DraftSettings settings() {
        return new DraftSettings(Set.copyOf(exact), !keepSecrets);
    }

    /** Tells what a draft has examples for in place of what came. */
    void tellSecrets(Draft draft, Surroundings surroundings) {
        if (!draft.secrets().isEmpty()) {
            String places = draft.secrets().entrySet().stream()
                    .limit(MOST_TOLD)
                    .map(each -> each.getKey() + " in " + Console.counted(each.getValue(), "interaction"))
                    .collect(Collectors.joining("; "));
            int more = draft.secrets().size() - MOST_TOLD;
            surroundings
                    .console()
                    .tell("Examples stand in place of secrets: " + places
                            + (more > 0 ? "; and in " + more + " more places" : "") + ".");
        }
    }

    /** What is told of a draft without any interaction. */
    static Problem nothing() {
        return Problem.error("CONTRACT-DRAFT", "there is nothing to write a contract of");
    }

    /**
     * Tells what was found, and writes a contract, or prints it.
     *
     * @param nothing said where the contract is empty, and no problem says why
     * @throws ContractException if there is nothing to write, or if the contract that is there says otherwise
     */
    void write(Contract contract, List<Problem> problems, Problem nothing, Surroundings surroundings) {
        Console console = surroundings.console();
        console.problems(problems);
        if (contract.interactions().isEmpty()) {
            throw new ContractException(
                    problems.isEmpty()
                            ? nothing
                            : nothing().found("no exchange that could be used").mend("see what is told above"));
        }
        if (output == null) {
            console.file(ContractWriter.write(contract));
            return;
        }
        String name = safe(consumer()) + "-" + safe(provider()) + ".json";
        Path file = surroundings.path(output).resolve(name);
        Contract whole = Files.exists(file) && !replace ? merged(file, contract) : contract;
        AtomicFile.write(file, ContractWriter.write(whole));
        console.result(console.style(Style.GOOD, "Wrote") + " "
                + Console.counted(contract.interactions().size(), "interaction") + " to "
                + Console.plain(Path.of(output, name).toString()));
    }

    private static Contract merged(Path file, Contract contract) {
        byte[] known = NamedFiles.bytes(file);
        return ContractMerge.merge(ContractReader.readOrThrow(file.toString(), known), contract);
    }

    /** Names are free text; what a file system or a shell may stumble over becomes {@code _}. */
    private static String safe(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
        return safe.startsWith(".") ? "_" + safe.substring(1) : safe;
    }
}
