package dev.contract.compare.usage;

import dev.contract.core.problem.Quoted;
import java.util.Comparator;

/**
 * What a provider can be asked for: a method on a path, or a message that it sends.
 *
 * <p>Immutable; paths come before messages, in the order of their texts.
 *
 * @param method in upper case; {@code ""} for a message
 * @param path with its parameters in braces, {@code /users/{id}}; the description of a message
 */
public record Operation(String method, String path) implements Comparable<Operation> {
    private static final Comparator<Operation> ORDER = Comparator.comparing(Operation::isMessage)
            .thenComparing(Operation::path)
            .thenComparing(Operation::method);

    static Operation message(String description) {
        return new Operation("", description);
    }

    public boolean isMessage() {
        return method.isEmpty();
    }

    /** Whether the other is the same, whatever its parameters are called. */
    public boolean isSame(Operation other) {
        return shape().equals(other.shape());
    }

    Operation shape() {
        return isMessage() ? this : new Operation(method, PathTemplates.shape(path));
    }

    @Override
    public int compareTo(Operation other) {
        return ORDER.compare(this, other);
    }

    /** {@code GET /users/{id}}, or {@code message "user created"}. */
    @Override
    public String toString() {
        return isMessage() ? "message " + Quoted.text(path) : method + " " + path;
    }
}
