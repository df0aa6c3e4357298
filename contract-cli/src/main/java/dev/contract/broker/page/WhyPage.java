package dev.contract.broker.page;

import java.util.List;

/**
 * Which contracts a provider's build is to verify, and why each of them is there.
 *
 * @param branch the branch that is built; empty when there is none
 * @param since since when work in progress counts
 */
public record WhyPage(
        Frame frame, Ref provider, String address, String branch, String since, List<Entry> entries, List<Entry> others)
        implements Page {
    public WhyPage {
        entries = List.copyOf(entries);
        others = List.copyOf(others);
    }

    /** A contract that is there, or is not. */
    public record Entry(Ref consumer, At at, Ref contract, List<Mark> marks, List<String> reasons) {
        public Entry {
            marks = List.copyOf(marks);
            reasons = List.copyOf(reasons);
        }
    }
}
