package dev.contract.broker.page;

import java.util.List;

/**
 * What a contract relies on and its provider's OpenAPI document does not describe.
 *
 * @param counts {@code 2 errors, 1 warning}
 * @param isCut whether there are more findings than shown
 */
public record FindingsPage(
        Frame frame,
        Ref consumer,
        Ref provider,
        Mark standing,
        String counts,
        Moment compared,
        List<Finding> findings,
        boolean isCut,
        List<Ref> links)
        implements Page {
    public FindingsPage {
        findings = List.copyOf(findings);
        links = List.copyOf(links);
    }

    /**
     * One thing.
     *
     * @param interaction which relies on it; empty where it is the whole contract
     * @param place where in the contract
     * @param found what stands there; empty when the text says it
     * @param operation of the document; empty when none serves it
     * @param line where in the document; empty for nowhere
     * @param mend what to do about it; empty when nobody knows
     */
    public record Finding(
            Mark mark,
            String code,
            String text,
            String interaction,
            String place,
            String found,
            String operation,
            String line,
            String mend) {}
}
