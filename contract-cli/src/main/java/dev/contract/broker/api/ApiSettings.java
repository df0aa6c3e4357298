package dev.contract.broker.api;

import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.broker.domain.publishing.Policies;
import dev.contract.broker.domain.retention.Retention;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How the API answers.
 *
 * @param baseUrls the public addresses, for links; the request's own address where there are none
 * @param strictness how many live versions of a provider must have verified a consumer, unless a question says otherwise
 * @param inferring whether missing results may follow from others, unless a question says otherwise
 * @param comparing whether providers may publish documents that pacts are compared with
 * @param diffTimeout how long comparing two contracts may take
 * @param retention what stays when old versions are removed, unless who removes them says more
 */
public record ApiSettings(
        List<String> baseUrls,
        Policies policies,
        Strictness strictness,
        boolean inferring,
        boolean comparing,
        Duration diffTimeout,
        Retention retention,
        Clock clock) {
    public static final ApiSettings DEFAULT = new ApiSettings(
            List.of(),
            Policies.DEFAULT,
            Strictness.STRICT,
            false,
            true,
            Duration.ofSeconds(15),
            Retention.DEFAULT,
            Clock.systemUTC());

    public ApiSettings {
        baseUrls = baseUrls.stream().map(ApiSettings::withoutSlash).toList();
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    public ApiSettings withBaseUrls(List<String> others) {
        return new ApiSettings(others, policies, strictness, inferring, comparing, diffTimeout, retention, clock);
    }

    public ApiSettings withPolicies(Policies others) {
        return new ApiSettings(baseUrls, others, strictness, inferring, comparing, diffTimeout, retention, clock);
    }

    public ApiSettings withStrictness(Strictness other) {
        return new ApiSettings(baseUrls, policies, other, inferring, comparing, diffTimeout, retention, clock);
    }

    public ApiSettings withInference(boolean wanted) {
        return new ApiSettings(baseUrls, policies, strictness, wanted, comparing, diffTimeout, retention, clock);
    }

    public ApiSettings withComparisons(boolean wanted) {
        return new ApiSettings(baseUrls, policies, strictness, inferring, wanted, diffTimeout, retention, clock);
    }

    public ApiSettings withDiffTimeout(Duration other) {
        return new ApiSettings(baseUrls, policies, strictness, inferring, comparing, other, retention, clock);
    }

    public ApiSettings withRetention(Retention other) {
        return new ApiSettings(baseUrls, policies, strictness, inferring, comparing, diffTimeout, other, clock);
    }

    public ApiSettings withClock(Clock other) {
        return new ApiSettings(baseUrls, policies, strictness, inferring, comparing, diffTimeout, retention, other);
    }
}
