package dev.contract.compare.usage;

import java.util.List;

/**
 * Who relies on something, and by which rules.
 *
 * @param rules in words, {@code equality} where the contract has none; sorted, for its interactions may have several
 */
public record Reliance(String consumer, List<String> rules) {
    public Reliance {
        rules = List.copyOf(rules);
    }
}
