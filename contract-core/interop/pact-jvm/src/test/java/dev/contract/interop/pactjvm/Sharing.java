package dev.contract.interop.pactjvm;

import au.com.dius.pact.core.pactbroker.CanIDeployResult;
import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.Latest;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.To;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.PactBrokerOptions;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The client of a broker: as the plugins for Maven and Gradle use it. */
final class Sharing {
    /** What the verifier asks the build for. */
    private static final Map<String, String> PROPERTIES = Map.of("pact.verifier.publishResults", "true");

    private final String broker;

    Sharing(String broker) {
        this.broker = broker;
    }

    String publish(Path file, String version, String branch) {
        PublishConfiguration words = new PublishConfiguration(version, List.of("dev"), branch, null);
        return client().uploadPactFile(file.toFile(), words) instanceof Result.Err<?> refused
                ? "failed " + refused.getError()
                : "done";
    }

    /** Verifies what the broker asks for, and publishes the results. Failures of pending contracts are accepted. */
    String verify(String name, String version, String branch, URI service) {
        ProviderInfo provider = new ProviderInfo(name);
        provider.setProtocol(service.getScheme());
        provider.setHost(service.getHost());
        provider.setPort(service.getPort());
        provider.hasPactsFromPactBrokerWithSelectorsV2(
                broker,
                List.of(new ConsumerVersionSelectors.Branch("feat/x", null, null)),
                new PactBrokerOptions(true, List.of(), branch));
        ProviderVerifier verifier = new ProviderVerifier();
        verifier.setReporters(List.of());
        verifier.setProjectHasProperty(PROPERTIES::containsKey);
        verifier.setProjectGetProperty(PROPERTIES::get);
        verifier.setProviderVersion(() -> version);
        verifier.setProviderBranch(() -> branch);
        List<VerificationResult> results = verifier.verifyProvider(provider);
        boolean accepted = !results.isEmpty() && results.stream().allMatch(Sharing::passes);
        return accepted ? "accepted" : "refused " + results;
    }

    private static boolean passes(VerificationResult result) {
        return !(result instanceof VerificationResult.Failed failed) || failed.getPending();
    }

    String deployable(String pacticipant, String version, String environment) {
        CanIDeployResult answer = client().canIDeploy(
                        pacticipant, version, new Latest.UseLatest(false), new To(null, environment, null), List.of());
        return answer.getOk() ? "accepted" : "refused " + answer.getMessage() + " " + answer.getReason();
    }

    private PactBrokerClient client() {
        return new PactBrokerClient(broker, Map.of(), new PactBrokerClientConfig());
    }
}
