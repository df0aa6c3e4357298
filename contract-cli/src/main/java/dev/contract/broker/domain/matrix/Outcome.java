package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import java.time.Instant;

/** Whether a pact holds at a provider version, and since when that is known. */
public record Outcome(Version provider, boolean success, Instant at) {

    static Outcome of(Verification result) {
        return new Outcome(result.provider(), result.success(), result.verifiedAt());
    }

    static Outcome of(DescribedResult described, boolean success) {
        return new Outcome(described.contract().provider(), success, described.at());
    }
}
