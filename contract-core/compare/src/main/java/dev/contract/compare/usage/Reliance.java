package dev.contract.compare.usage;

import java.util.List;

/**
 * Those who rely on something alike, and by which rules.
 *
 * @param consumers sorted; at least one
 * @param rules in words, {@code equality} where the contract has none; sorted, for the interactions of a consumer may have several
 */
public record Reliance(List<String> consumers, List<String> rules) {
    public Reliance {
        consumers = List.copyOf(consumers);
        rules = List.copyOf(rules);
    }
}
