package dev.contract.provider.source;

import java.util.List;

/**
 * What a source says when it has no contract of a provider.
 *
 * <p>Immutable.
 *
 * @param found what it looked for and what it has instead, a line each
 * @param mend what to do about it
 */
public record Absence(List<String> found, String mend) {
    public Absence {
        found = List.copyOf(found);
    }
}
