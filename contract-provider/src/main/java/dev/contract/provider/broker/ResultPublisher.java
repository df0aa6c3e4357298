package dev.contract.provider.broker;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.ContractResult;
import dev.contract.provider.VerificationListener;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.broker.PublishedResult.Kind;
import dev.contract.provider.report.JsonReport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the result of each contract to the broker that the contract came from.
 *
 * <p>A failure is published even when it is that of a part of a contract; that a part was honoured proves nothing of the rest, and is
 * not published. Nor is a contract of which no interaction got an answer to judge.
 *
 * <p>As a listener of a verifier it publishes when all interactions have their results, and logs what it did. Thread-safe.
 */
public final class ResultPublisher implements VerificationListener {
    private static final Logger LOG = System.getLogger(ResultPublisher.class.getName());

    private final BrokerSource source;
    private final ProviderVersion version;

    ResultPublisher(BrokerSource source, ProviderVersion version) {
        check(version);
        this.source = source;
        this.version = version;
    }

    /** A broker would say so only after the whole run. */
    private static void check(ProviderVersion version) {
        if (version.number().isBlank()) {
            throw new ContractException(
                    Problem.error("CONTRACT-VERSION", "results cannot be published without the version of the provider")
                            .mend("give it one, best its commit"));
        }
        String url = version.buildUrl();
        if (url != null && !isHttp(url)) {
            throw new ContractException(Problem.error("CONTRACT-VERSION", "the address of the build is no URL")
                    .found(Quoted.text(url))
                    .mend("write it as https://ci.example/builds/77"));
        }
    }

    private static boolean isHttp(String url) {
        try {
            String scheme = new URI(url).getScheme();
            return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Publishes the results of those contracts that came from the broker.
     *
     * @return what became of each, in their order
     * @throws BrokerException if the broker cannot be reached, or says no
     */
    public List<PublishedResult> publish(VerificationResult result) {
        List<PublishedResult> published = new ArrayList<>();
        try (Session session = source.session()) {
            boolean announced = false;
            for (ContractResult contract : result.contracts()) {
                FetchedContract document = source.fetched(contract.source()).orElse(null);
                if (document == null) {
                    continue;
                }
                Kind kind = Kind.of(contract);
                if (kind.isPublished()) {
                    publish(session.client(), contract, document, announced ? null : version);
                    announced = true;
                }
                published.add(new PublishedResult(
                        contract, version.number(), kind, source.noticesAfter(contract, kind.isPublished())));
            }
        }
        return published;
    }

    /** @param unknown the version, as long as the broker was not told of its branch and tags */
    private void publish(
            BrokerClient client, ContractResult contract, FetchedContract document, @Nullable ProviderVersion unknown) {
        if (unknown != null) {
            client.announce(unknown, document);
        }
        client.publishOutcome(
                document,
                version,
                new VerificationOutcome(contract.honoured(), JsonReport.testResults(contract), own()));
    }

    /** The version of this library, as its jar says. */
    private static String own() {
        String own = ResultPublisher.class.getPackage().getImplementationVersion();
        return own == null ? "development" : own;
    }

    @Override
    public void ended(VerificationResult result) {
        for (PublishedResult each : publish(result)) {
            LOG.log(each.kind().isPublished() ? Level.INFO : Level.WARNING, each.sentence());
            each.notices().forEach(notice -> LOG.log(Level.INFO, notice));
        }
    }
}
