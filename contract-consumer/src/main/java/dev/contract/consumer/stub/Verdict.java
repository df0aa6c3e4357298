package dev.contract.consumer.stub;

import dev.contract.core.model.HttpInteraction;
import java.util.ArrayList;
import java.util.List;

/**
 * How the requests that came compare with those that were expected.
 *
 * <p>Immutable.
 *
 * @param unexpected the first requests that no interaction expected, in the order they came
 * @param moreUnexpected how many more of them came that are not described
 * @param missing the interactions whose request never came, in the order of their declaration
 */
public record Verdict(List<Unexpected> unexpected, int moreUnexpected, List<HttpInteraction> missing) {
    public Verdict {
        unexpected = List.copyOf(unexpected);
        missing = List.copyOf(missing);
    }

    /** Whether every expected request came, and no other. */
    public boolean isFine() {
        return unexpected.isEmpty() && missing.isEmpty();
    }

    /** What is wrong, in words; empty when nothing is. A missing request that was sent, but wrongly, is told once. */
    public String describe(String consumer, String provider) {
        Explanation explanation = new Explanation(consumer, provider);
        List<HttpInteraction> untold = new ArrayList<>(missing);
        List<String> blocks = new ArrayList<>();
        for (Unexpected each : unexpected) {
            boolean neverSent = each.nearest().map(missing::contains).orElse(false);
            each.nearest().ifPresent(untold::remove);
            blocks.add(explanation.unexpected(each, neverSent));
        }
        if (moreUnexpected > 0) {
            blocks.add(explanation.more(moreUnexpected));
        }
        untold.forEach(interaction -> blocks.add(explanation.missing(interaction)));
        return String.join("\n", blocks);
    }
}
