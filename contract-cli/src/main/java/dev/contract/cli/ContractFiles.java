package dev.contract.cli;

import dev.contract.cli.history.Document;
import dev.contract.core.body.Body;
import dev.contract.core.format.ContractMerge;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.format.ReadResult;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Problem.Severity;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract files that a user names, read and merged per consumer and provider. Used once. */
final class ContractFiles {
    private final Surroundings surroundings;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Pair, Merged> contracts = new LinkedHashMap<>();

    /** Whose contract it is. */
    record Pair(String consumer, String provider) {

        /** {@code "web" with "users"}. */
        String quoted() {
            return Quoted.text(consumer) + " with " + Quoted.text(provider);
        }
    }

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
        NamedFiles named = NamedFiles.find(surroundings, names);
        files.problems.addAll(named.problems());
        named.names().forEach(files::add);
        boolean bad = files.problems.stream().anyMatch(problem -> strict || problem.isError());
        if (bad) {
            throw new ContractException(files.problems);
        }
        return files;
    }

    /**
     * Reads contracts that are no files here, such as those of a revision; what is tolerated is passed over, since nobody can mend the past.
     *
     * @throws ContractException with every problem of every document, if one has an error
     */
    static ContractFiles of(Surroundings surroundings, List<Document> documents) {
        ContractFiles files = readable(surroundings, documents);
        if (!files.errors().isEmpty()) {
            throw new ContractException(files.errors());
        }
        return files;
    }

    /** As {@link #of}, without the documents that have errors. */
    static ContractFiles readable(Surroundings surroundings, List<Document> documents) {
        ContractFiles files = new ContractFiles(surroundings);
        documents.forEach(each -> files.add(each.name(), each.body()));
        return files;
    }

    Map<Pair, Merged> contracts() {
        return contracts;
    }

    /** What is wrong with those that were left out. */
    List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** What was tolerated. */
    List<Problem> warnings() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
    }

    private void add(String name) {
        try {
            add(name, Body.of(NamedFiles.bytes(surroundings, name)));
        } catch (ContractException e) {
            problems.addAll(e.problems());
        }
    }

    private void add(String name, Body body) {
        ReadResult read = ContractReader.read(name, body.bytes());
        problems.addAll(read.problems());
        read.contract().filter(contract -> read.errors().isEmpty()).ifPresent(contract -> add(contract, body));
    }

    private void add(Contract contract, Body bytes) {
        Pair pair = new Pair(contract.consumer(), contract.provider());
        Merged known = contracts.get(pair);
        try {
            contracts.put(pair, known == null ? new Merged(contract, bytes) : merged(known.contract(), contract));
        } catch (ContractException e) {
            e.problems()
                    .forEach(each -> problems.add(
                            each.mend(each.mend() + "; if these are two versions of one contract, name one of them")));
        }
    }

    private static Merged merged(Contract one, Contract other) {
        Contract both = ContractMerge.merge(one, other);
        return new Merged(both, Body.of(ContractWriter.write(both)));
    }
}
