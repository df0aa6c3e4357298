package dev.contract.broker.domain.webhook;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A provider version that matters and has not verified a contract.
 *
 * @param description why it matters: {@code latest from branch main, deployed to production}
 */
record MissingResult(Version provider, String description) {

    /** The head of the main branch, and all that is deployed or supported anywhere; each version once. */
    static List<MissingResult> of(Pact pact, Transaction kept) {
        Map<Version, String> why = new LinkedHashMap<>();
        Party provider = pact.provider();
        kept.pacticipants()
                .find(provider.name())
                .flatMap(application -> application.mainBranch())
                .flatMap(branch -> kept.branches().head(provider, branch))
                .ifPresent(head -> add(why, head, "latest from main branch"));
        for (DeployedVersion each : kept.deployments().deployed(provider)) {
            add(why, each.version(), "deployed to " + each.environment());
        }
        for (ReleasedVersion each : kept.deployments().released(provider)) {
            add(why, each.version(), "released to " + each.environment());
        }
        return why.entrySet().stream()
                .filter(each -> kept.verifications()
                        .newest(pact.contentId(), each.getKey())
                        .isEmpty())
                .map(each -> new MissingResult(each.getKey(), each.getValue()))
                .toList();
    }

    private static void add(Map<Version, String> why, Version version, String words) {
        why.merge(version, words, (before, more) -> before.contains(more) ? before : before + ", " + more);
    }
}
