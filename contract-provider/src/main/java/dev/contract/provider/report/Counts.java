package dev.contract.provider.report;

import dev.contract.provider.InteractionResult;
import java.util.List;
import java.util.stream.Stream;

/** How many interactions came out how; one that is pending and failed is neither passed nor failed. */
record Counts(int all, int passed, int failed, int pending) {
    static Counts of(Stream<InteractionResult> interactions) {
        List<InteractionResult> results = interactions.toList();
        int passed = count(results.stream().filter(InteractionResult::passed));
        int failed = count(results.stream().filter(result -> !result.accepted()));
        return new Counts(results.size(), passed, failed, results.size() - passed - failed);
    }

    private static int count(Stream<?> results) {
        return (int) results.count();
    }

    /** {@code 2 of 4 interactions failed, 1 pending failed}. */
    @Override
    public String toString() {
        String interactions = all == 1 ? "1 interaction" : all + " interactions";
        return (failed == 0 ? interactions : failed + " of " + interactions + " failed")
                + (pending == 0 ? "" : ", " + pending + " pending failed");
    }
}
