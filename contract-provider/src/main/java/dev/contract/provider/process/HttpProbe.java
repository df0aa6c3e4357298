package dev.contract.provider.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a health check is answered as expected.
 *
 * @param status the status to answer; 0 for any from 200 to 299
 */
record HttpProbe(URI url, int status) implements Probe {
    private static final int TIME_LIMIT_MILLIS = 2_000;

    @Override
    public @Nullable String obstacle() {
        String closed = PortProbe.of(url).obstacle();
        return closed != null ? closed : unhealthy();
    }

    @Override
    public String mend() {
        return "make sure that it answers " + (status == 0 ? "with a status from 200 to 299" : "with " + status)
                + ", or allow it more time";
    }

    private @Nullable String unhealthy() {
        try {
            int answered = get();
            boolean healthy = status == 0 ? answered / 100 == 2 : answered == status;
            return healthy ? null : "GET " + url + " answers " + answered;
        } catch (IOException e) {
            return "GET " + url + " fails: " + e.getMessage();
        }
    }

    private int get() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
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
