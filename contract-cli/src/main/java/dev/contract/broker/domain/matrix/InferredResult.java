package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import java.util.List;

/**
 * What stands in for a result that is missing: results of the same provider version from which it follows.
 *
 * @param provider the version
 * @param from the results, all of them successes
 * @param proof one sentence for each interaction: from which one of what it follows
 */
public record InferredResult(Version provider, List<Verification> from, List<String> proof) {
    public InferredResult {
        from = List.copyOf(from);
        proof = List.copyOf(proof);
    }
}
