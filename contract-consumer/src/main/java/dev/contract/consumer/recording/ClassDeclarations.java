package dev.contract.consumer.recording;

import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tests of one class declared, as far as they have passed. Thread-safe. */
public final class ClassDeclarations {
    private final Class<?> testClass;
    private final SpecVersion version;
    private final Map<String, List<Declaration>> byExecution = new LinkedHashMap<>();

    /** @param version of the contracts that are made of the declarations */
    public ClassDeclarations(Class<?> testClass, SpecVersion version) {
        this.testClass = testClass;
        this.version = version;
    }

    /**
     * Adds what a test declared.
     *
     * @param execution names the execution of the test; a parameterised test has several
     * @throws ContractException when an interaction was declared before, with other content, or when requests and messages
     *     come together that its version does not take into one contract; nothing is added then
     */
    public synchronized void add(String execution, List<Declaration> declared) {
        List<Declaration> written = new ArrayList<>();
        for (Declaration each : declared) {
            Declaration added = new Declaration(
                    each.consumer(), each.provider(), Origin.asWritten(each.interaction()), each.test());
            byExecution.values().forEach(known -> refuseConflicts(known, added));
            refuseConflicts(written, added);
            written.add(added);
        }
        byExecution.put(execution, written);
    }

    private void refuseConflicts(List<Declaration> known, Declaration added) {
        List<Problem> conflicts = known.stream()
                .map(each -> Conflict.between(each, added))
                .flatMap(Optional::stream)
                .toList();
        if (conflicts.isEmpty()) {
            conflicts = known.stream()
                    .flatMap(each -> Conflict.ofKinds(each, added, version).stream())
                    .limit(1)
                    .toList();
        }
        if (!conflicts.isEmpty()) {
            throw new ContractException(conflicts);
        }
    }

    /** Takes back what a test declared: it did not pass after all. */
    public synchronized void withdraw(String execution) {
        byExecution.remove(execution);
    }

    /**
     * The end of the class.
     *
     * @param full whether all tests of the class ran and passed, but for those that are disabled
     * @param disabled the names of these
     */
    public synchronized ClassEnd end(boolean full, Set<String> disabled) {
        List<Declaration> all =
                byExecution.values().stream().flatMap(List::stream).toList();
        return ClassEnd.of(testClass, full, disabled, all);
    }
}
