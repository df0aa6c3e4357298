package dev.contract.interop.pactjvm;

import au.com.dius.pact.core.model.FileSource;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The verifier, without reporters and without asking a broker. */
final class Verifying {
    private Verifying() {}

    static String verdict(Path file, URI service) throws MalformedURLException {
        ProviderInfo provider = new ProviderInfo("provider");
        provider.setProtocol(service.getScheme());
        provider.setHost(service.getHost());
        provider.setPort(service.getPort());
        provider.setStateChangeUrl(service.resolve("/_states").toURL());
        ConsumerInfo consumer = new ConsumerInfo("consumer");
        consumer.setPactSource(new FileSource(file.toFile()));
        provider.setConsumers(List.of(consumer));
        ProviderVerifier verifier = new ProviderVerifier();
        verifier.setReporters(List.of());
        List<VerificationResult> results = verifier.verifyProvider(provider);
        boolean accepted = !results.isEmpty() && results.stream().allMatch(VerificationResult.Ok.class::isInstance);
        return accepted ? "accepted" : "refused " + results;
    }
}
