package dev.contract.provider.process;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Waits until connections are accepted. */
record PortProbe(String host, int port) implements Probe {

    static PortProbe of(URI url) {
        return new PortProbe(host(url), port(url));
    }

    @Override
    public @Nullable String obstacle() {
        return Ports.accepts(host, port) ? null : "nothing accepts connections at " + host + ", port " + port;
    }

    @Override
    public String mend() {
        return "make sure that it listens at port " + port + ", or allow it more time";
    }

    /** The port of a URL, also where it is understood. */
    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    private static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
