package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import java.util.Optional;

/**
 * A change of a provider.
 *
 * <p>Immutable.
 *
 * @param operation of which; empty for all
 * @param status of which answers, as OpenAPI documents have them; empty for all
 */
public record Edit(Optional<Operation> operation, Optional<String> status, Alteration alteration) {
    /** A change wherever there is something to change. */
    public static Edit everywhere(Alteration alteration) {
        return new Edit(Optional.empty(), Optional.empty(), alteration);
    }

    /** The same of one operation only. */
    public Edit of(Operation only) {
        return new Edit(Optional.of(only), status, alteration);
    }

    boolean concerns(Operation other) {
        return operation.isEmpty() || operation.get().isSame(other);
    }

    /** Whether answers of a status are meant; a class such as {@code 2XX} has each of its numbers in it. */
    boolean concerns(int answered) {
        return status.filter(each -> !each.equals(Integer.toString(answered)) && !each.equals(answered / 100 + "XX"))
                .isEmpty();
    }

    /** {@code GET /users/{id} 200: without /address/zip}. */
    @Override
    public String toString() {
        String where = operation.map(Operation::toString).orElse("")
                + status.map(each -> " " + each).orElse("");
        return (where.isEmpty() ? "" : where + ": ") + alteration;
    }
}
