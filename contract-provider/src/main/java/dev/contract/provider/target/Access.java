package dev.contract.provider.target;

import dev.contract.provider.tls.Tls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service is reached.
 *
 * <p>Immutable.
 *
 * @param limits of each exchange
 * @param tls whom to trust and as whom to appear where its address says {@code https}
 * @param proxy through which all goes but what it is not for; null for none
 */
public record Access(
        ExchangeLimits limits, Tls tls, @Nullable HttpProxy proxy) {
    /** Directly, within the usual limits, trusting those the JVM trusts. */
    public static final Access DEFAULT = new Access(ExchangeLimits.DEFAULT, Tls.DEFAULT, null);

    public Access withLimits(ExchangeLimits other) {
        return new Access(other, tls, proxy);
    }

    public Access withTls(Tls other) {
        return new Access(limits, other, proxy);
    }

    public Access withProxy(HttpProxy other) {
        return new Access(limits, tls, other);
    }

    /** The same for a service whose host the proxy may not be for. */
    Access to(ServiceAddress service) {
        return proxy == null || proxy.isFor(service.host()) ? this : new Access(limits, tls, null);
    }

    /** The same for curl, as words; a context of the JDK cannot be said there, nor is a proxy's password. */
    List<String> curlOptions(boolean secure) {
        List<String> words = new ArrayList<>();
        if (proxy != null) {
            words.addAll(List.of("--proxy", proxy.toString()));
        }
        if (secure && tls.trustsAnybody()) {
            words.add("--insecure");
        }
        if (secure && tls.trusted() != null) {
            words.addAll(List.of("--cacert", tls.trusted().toString()));
        }
        if (secure && tls.certificate() != null && tls.key() != null) {
            words.addAll(List.of(
                    "--cert", tls.certificate().toString(), "--key", tls.key().toString()));
        }
        return words;
    }
}
