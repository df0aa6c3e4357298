package dev.contract.broker.domain.retention;

import java.util.List;

/**
 * What an operator says of old versions, for whoever removes them and says no more.
 *
 * @param selectors which versions stay
 */
public record Retention(List<KeepSelector> selectors, Cleaning.Settings settings) {
    public static final Retention DEFAULT = new Retention(KeepSelector.DEFAULT, Cleaning.Settings.DEFAULT);

    public Retention {
        selectors = List.copyOf(selectors);
    }
}
