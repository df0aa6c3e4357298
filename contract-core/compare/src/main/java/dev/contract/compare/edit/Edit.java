package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import dev.contract.core.body.ContentType;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of a provider.
 *
 * <p>Immutable.
 *
 * @param operation of which; empty for all
 * @param answers of which of its answers; empty for all
 * @param certain whether it is so in every answer, together with all else that is certain; else an answer may have it or not, and it is
 *     judged beside all that is certain, without anything else that only may be
 */
public record Edit(Optional<Operation> operation, Optional<Answers> answers, Alteration alteration, boolean certain) {
    /** A change wherever there is something to change. */
    public static Edit everywhere(Alteration alteration) {
        return new Edit(Optional.empty(), Optional.empty(), alteration, true);
    }

    /** The same of one operation only. */
    public Edit of(Operation only) {
        return new Edit(Optional.of(only), answers, alteration, certain);
    }

    /** The same of some answers only. */
    Edit of(Answers only) {
        return new Edit(operation, Optional.of(only), alteration, certain);
    }

    /** The same as something that may be, and need not. */
    public Edit perhaps() {
        return new Edit(operation, answers, alteration, false);
    }

    /** The same as far as it is one of these operations; empty when it is one of others alone. */
    public Stream<Edit> within(Collection<Operation> only) {
        return operation
                .map(own -> only.stream().anyMatch(own::isSame) ? Stream.of(this) : Stream.<Edit>empty())
                .orElseGet(() -> only.stream().map(this::of));
    }

    boolean isOfField() {
        return alteration instanceof Alteration.OfField;
    }

    boolean concerns(Operation other) {
        return operation.isEmpty() || operation.get().isSame(other);
    }

    /** Whether answers of a status with bodies of a type are meant. */
    boolean concerns(int answered, ContentType type) {
        boolean ofAnother = alteration instanceof Alteration.Status status && status.from() != answered;
        return !ofAnother && (answers.isEmpty() || answers.get().have(answered, type));
    }

    /** {@code GET /users/{id} 200 application/json: without /address/zip}, or {@code perhaps without}. */
    @Override
    public String toString() {
        String where = operation.map(Operation::toString).orElse("")
                + answers.map(each -> " " + each).orElse("");
        return (where.isEmpty() ? "" : where + ": ") + (certain ? "" : "perhaps ") + alteration;
    }
}
