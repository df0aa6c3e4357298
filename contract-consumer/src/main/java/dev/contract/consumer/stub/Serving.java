package dev.contract.consumer.stub;

import dev.contract.consumer.tls.StubTls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a stub speaks on its connections. Immutable.
 *
 * @param tls how it appears by TLS; null for clear text
 * @param http2 whether HTTP/2 is spoken with clients that want it
 * @param gzip whether answers are compressed for clients that take it
 * @param patience how long a client may keep a connection without having sent a whole request; more than zero
 */
public record Serving(@Nullable StubTls tls, boolean http2, boolean gzip, Duration patience) {
    /** Clear text, HTTP/1.1, nothing compressed; a minute of patience. */
    public static final Serving DEFAULT = new Serving(null, false, false, Duration.ofMinutes(1));

    public Serving {
        if (patience.isZero() || patience.isNegative()) {
            throw new IllegalArgumentException("a stub's patience is longer than " + patience);
        }
    }

    Serving withTls(StubTls other) {
        return new Serving(other, http2, gzip, patience);
    }

    Serving withHttp2(boolean on) {
        return new Serving(tls, on, gzip, patience);
    }

    Serving withGzip(boolean on) {
        return new Serving(tls, http2, on, patience);
    }

    Serving withPatience(Duration longest) {
        return new Serving(tls, http2, gzip, longest);
    }
}
