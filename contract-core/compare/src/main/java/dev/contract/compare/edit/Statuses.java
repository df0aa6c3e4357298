package dev.contract.compare.edit;

import java.util.function.IntPredicate;

/**
 * Answers of some statuses.
 *
 * @param name as OpenAPI documents have it: {@code 200}, {@code 2XX}, {@code default}
 * @param members whether a status is one of them
 */
public record Statuses(String name, IntPredicate members) {
    @Override
    public String toString() {
        return name;
    }
}
