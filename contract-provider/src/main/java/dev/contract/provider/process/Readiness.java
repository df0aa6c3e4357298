package dev.contract.provider.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * When a service counts as ready: it accepts connections at its port, or answers a health check as expected.
 *
 * <p>Immutable.
 *
 * @param healthPath asked by {@code GET}; null when an open port is enough
 * @param status the status to answer; 0 for any from 200 to 299
 */
record Readiness(@Nullable String healthPath, int status) {
    static final Readiness OPEN_PORT = new Readiness(null, 0);

    private static final int TIME_LIMIT_MILLIS = 2_000;

    /** What keeps the service at this base URL from being ready, in words; null when it is ready. */
    @Nullable
    String obstacle(URI base) {
        if (!Ports.accepts(host(base), port(base))) {
            return "nothing accepts connections at " + host(base) + ", port " + port(base);
        }
        return healthPath == null ? null : unhealthy(base.resolve(healthPath));
    }

    static int port(URI base) {
        return base.getPort() >= 0 ? base.getPort() : "https".equals(base.getScheme()) ? 443 : 80;
    }

    private static String host(URI base) {
        String host = base.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private @Nullable String unhealthy(URI check) {
        try {
            int answered = get(check);
            boolean healthy = status == 0 ? answered / 100 == 2 : answered == status;
            return healthy ? null : "GET " + check + " answers " + answered;
        } catch (IOException e) {
            return "GET " + check + " fails: " + e.getMessage();
        }
    }

    private static int get(URI check) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) check.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIME_LIMIT_MILLIS);
        connection.setReadTimeout(TIME_LIMIT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
