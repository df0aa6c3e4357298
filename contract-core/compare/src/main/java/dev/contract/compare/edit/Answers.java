package dev.contract.compare.edit;

import dev.contract.core.body.ContentType;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Some answers of an operation.
 *
 * @param name their status as OpenAPI documents have it, {@code 200}, {@code 2XX} or {@code default}, and after it the type of their bodies
 *     when it is not any
 * @param statuses whether a status is one of theirs
 * @param types whether the type of a body is one of theirs
 */
public record Answers(String name, IntPredicate statuses, Predicate<ContentType> types) {
    /** Those of some statuses, whatever the type of their bodies. */
    static Answers of(String name, IntPredicate statuses) {
        return new Answers(name, statuses, any -> true);
    }

    /** The same with bodies of some types only. */
    Answers withTypes(String range, Predicate<ContentType> only) {
        return new Answers(name + " " + range, statuses, only);
    }

    boolean have(int status, ContentType type) {
        return statuses.test(status) && types.test(type);
    }

    @Override
    public String toString() {
        return name;
    }
}
