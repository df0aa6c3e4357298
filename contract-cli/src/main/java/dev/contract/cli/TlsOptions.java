package dev.contract.cli;

import dev.contract.provider.Verifier;
import dev.contract.provider.tls.Tls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whom to trust and as whom to appear where a provider is reached by https. */
@Command
final class TlsOptions {
    @Option(
            names = "--trust",
            paramLabel = "FILE",
            order = 7,
            description = "A PEM file with certificates to trust where the provider is reached by https.")
    private @Nullable String trusted;

    @Option(
            names = {"--trust-anybody", "--disable-ssl-verification"},
            order = 7,
            description = "Take whoever answers for the provider.")
    private boolean trustsAnybody;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            order = 7,
            description = "A PEM file with the certificate to show to the provider; with --client-key.")
    private @Nullable String certificate;

    @Option(
            names = "--client-key",
            paramLabel = "FILE",
            order = 7,
            description = "Its private key, a PEM file in PKCS#8 form without a password.")
    private @Nullable String key;

    /**
     * Whether the options go together.
     *
     * @throws WrongUsage if they do not
     */
    void check() {
        if ((certificate == null) != (key == null)) {
            throw new WrongUsage("--client-certificate and --client-key belong together");
        }
    }

    Tls tls(Surroundings surroundings) {
        Tls tls = trusted == null ? Tls.DEFAULT : Tls.DEFAULT.trusting(surroundings.path(trusted));
        if (certificate != null && key != null) {
            tls = tls.showing(surroundings.path(certificate), surroundings.path(key));
        }
        return trustsAnybody ? tls.trustingAnybody() : tls;
    }

    /** Tells a verifier all of it. */
    void applyTo(Verifier verifier, Surroundings surroundings) {
        Tls tls = tls(surroundings);
        Path ownCertificate = tls.certificate();
        Path ownKey = tls.key();
        if (tls.trusted() != null) {
            verifier.trusting(tls.trusted());
        }
        if (ownCertificate != null && ownKey != null) {
            verifier.clientCertificate(ownCertificate, ownKey);
        }
        if (tls.trustsAnybody()) {
            verifier.trustingAnybody();
        }
    }

    /** The options that reach the same provider later. */
    List<String> replayOptions() {
        List<String> words = new ArrayList<>();
        ServiceOptions.addOption(words, "--trust", trusted);
        if (trustsAnybody) {
            words.add("--trust-anybody");
        }
        ServiceOptions.addOption(words, "--client-certificate", certificate);
        ServiceOptions.addOption(words, "--client-key", key);
        return words;
    }
}
