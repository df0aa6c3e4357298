package dev.contract.cli;

import dev.contract.core.body.Body;
import dev.contract.core.format.ContractMerge;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.format.ReadResult;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Problem.Severity;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The contract files that a user names by file, directory or glob, read and merged per consumer and provider. Used once. */
final class ContractFiles {
    private final Surroundings surroundings;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Pair, Merged> contracts = new LinkedHashMap<>();

    /** Whose contract it is. */
    record Pair(String consumer, String provider) {}

    /**
     * The contract of a pair.
     *
     * @param json the file's own text, unless several files were merged
     */
    record Merged(Contract contract, Body json) {}

    private ContractFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Reads all of them.
     *
     * @param strict whether what is tolerated otherwise is refused
     * @throws ContractException with every problem of every file, if one has an error
     */
    static ContractFiles read(Surroundings surroundings, List<String> names, boolean strict) {
        ContractFiles files = new ContractFiles(surroundings);
        Set<String> found = new LinkedHashSet<>();
        names.forEach(name -> found.addAll(files.find(name)));
        found.forEach(files::add);
        boolean bad = files.problems.stream().anyMatch(problem -> strict || problem.isError());
        if (bad) {
            throw new ContractException(files.problems);
        }
        return files;
    }

    Map<Pair, Merged> contracts() {
        return contracts;
    }

    /** What was tolerated. */
    List<Problem> warnings() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
    }

    private void add(String name) {
        Body bytes;
        try {
            bytes = Body.of(Files.readAllBytes(surroundings.path(name)));
        } catch (IOException e) {
            problems.add(Problem.error("CONTRACT-FILE", "the file cannot be read")
                    .at(name)
                    .found(e.toString()));
            return;
        }
        ReadResult read = ContractReader.read(name, bytes.bytes());
        problems.addAll(read.problems());
        read.contract().ifPresent(contract -> add(contract, bytes));
    }

    private void add(Contract contract, Body bytes) {
        Pair pair = new Pair(contract.consumer(), contract.provider());
        Merged known = contracts.get(pair);
        try {
            contracts.put(pair, known == null ? new Merged(contract, bytes) : merged(known.contract(), contract));
        } catch (ContractException e) {
            problems.addAll(e.problems());
        }
    }

    private static Merged merged(Contract one, Contract other) {
        Contract both = ContractMerge.merge(one, other);
        return new Merged(both, Body.of(ContractWriter.write(both)));
    }

    private List<String> find(String name) {
        Path path = surroundings.path(name);
        List<String> found = Files.isDirectory(path)
                ? listed(name, path)
                : Files.exists(path) ? List.of(name) : isGlob(name) ? matched(name) : List.of();
        if (found.isEmpty()) {
            problems.add(Problem.error("CONTRACT-FILE", "there is no contract file here")
                    .at(name)
                    .found(Files.isDirectory(path) ? "a directory without *.json files" : "nothing")
                    .mend("run the consumer's tests, which write contracts; or check the path"));
        }
        return found;
    }

    private List<String> listed(String name, Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json") && !file.startsWith("."))
                    .sorted()
                    .map(file -> Path.of(name, file).toString())
                    .toList();
        } catch (IOException e) {
            problems.add(Problem.error("CONTRACT-FILE", "the directory cannot be read")
                    .at(name)
                    .found(e.toString()));
            return List.of();
        }
    }

    private static boolean isGlob(String name) {
        return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** Files below the last directory that the glob names literally. */
    private List<String> matched(String glob) {
        int magic = firstOf(glob, "*?[{");
        int slash = glob.lastIndexOf('/', magic);
        String root = slash < 0 ? "" : glob.substring(0, slash + 1);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(root.length()));
        Path start = surroundings.path(root);
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(start::relativize)
                    .filter(matcher::matches)
                    .sorted()
                    .map(file -> root + file)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int firstOf(String text, String characters) {
        return (int) text.chars().takeWhile(c -> characters.indexOf(c) < 0).count();
    }
}
