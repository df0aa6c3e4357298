package dev.contract.interop.pactjvm;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.FileSource;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.PactVerification;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The verifier, without reporters and without asking a broker. */
final class Verifying {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
        if (holdsMessages(file)) {
            consumer.setVerificationType(PactVerification.RESPONSE_FACTORY);
            verifier.setResponseFactory(description -> message(service.resolve("/_messages")));
        }
        List<VerificationResult> results = verifier.verifyProvider(provider);
        boolean accepted = !results.isEmpty() && results.stream().allMatch(VerificationResult.Ok.class::isInstance);
        return accepted ? "accepted" : "refused " + results;
    }

    private static boolean holdsMessages(Path file) {
        return DefaultPactReader.INSTANCE.loadPact(file.toFile()).getInteractions().stream()
                .anyMatch(interaction -> !interaction.isSynchronousRequestResponse());
    }

    /** What the provider's own code would give: here it is asked for over HTTP, as the other verifiers ask. */
    private static MessageAndMetadata message(URI endpoint) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(
                    HttpRequest.newBuilder(endpoint)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new MessageAndMetadata(response.body(), metadata(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> metadata(HttpResponse<?> response) {
        Map<String, Object> metadata = new HashMap<>();
        response.headers().firstValue("Content-Type").ifPresent(type -> metadata.put("contentType", type));
        String encoded = response.headers().firstValue("Pact-Message-Metadata").orElse("e30=");
        JsonValue json =
                JsonParser.parseString(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        json.asObject().getEntries().forEach((name, value) -> metadata.put(name, value.unwrap()));
        return metadata;
    }
}
