package dev.contract.cli;

import dev.contract.provider.broker.HttpBrokerTransport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whom to trust and as whom to appear where a broker is reached by https. */
@Command
final class BrokerTlsOptions {
    @Option(
            names = {"-c", "--ssl-certificate"},
            paramLabel = "FILE",
            order = 105,
            description = "A PEM file with certificates to trust (SSL_CERT_FILE).")
    private @Nullable String certificate;

    @Option(
            names = "--skip-ssl-verification",
            order = 106,
            description = "Trust whoever answers (SSL_SKIP_VERIFICATION).")
    private boolean skipsVerification;

    void applyTo(HttpBrokerTransport.Builder transport, Surroundings surroundings) {
        if (certificate != null) {
            transport.trusting(surroundings.path(certificate));
        }
        if (skipsVerification) {
            transport.trustingAnybody();
        }
        String own = surroundings.variable("X509_CLIENT_CERT_FILE");
        String key = surroundings.variable("X509_CLIENT_KEY_FILE");
        if (own != null && key != null) {
            transport.clientCertificate(Path.of(own), Path.of(key));
        }
    }
}
