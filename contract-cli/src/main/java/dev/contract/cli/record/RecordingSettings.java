package dev.contract.cli.record;

import dev.contract.core.http.Headers;
import javax.net.ssl.SSLContext;

/**
 * What is recorded.
 *
 * <p>Immutable.
 *
 * @param target {@code https://users.example.com/api}; a path in it goes before those of the requests
 * @param port where the recorder listens, on the loopback address; 0 for any free port
 * @param once whether what was asked before is answered as it was then, and not asked again
 * @param added headers of every request to the service, which stand in no sample
 * @param tls how the service is reached by HTTPS
 * @param mostRequests after so many nothing more is kept
 * @param mostBytes of all bodies together, after which nothing more is kept
 */
public record RecordingSettings(
        String target, int port, boolean once, Headers added, SSLContext tls, int mostRequests, long mostBytes) {
    /** 10,000 requests, and 256 MiB of bodies. */
    public static RecordingSettings of(String target, int port, boolean once, Headers added, SSLContext tls) {
        return new RecordingSettings(target, port, once, added, tls, 10_000, 256L << 20);
    }
}
