package dev.contract.consumer.stub;

import dev.contract.consumer.tls.StubTls;
import dev.contract.core.generating.Seed;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How a stub serves and how much it keeps.
 *
 * <p>Immutable.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param longestBody bytes of a request body, before and after decompression, beyond which a request is refused with 413
 * @param journalEntries how many requests the journal keeps; older ones are forgotten
 * @param journalBytes how many bytes of requests, and of responses made for one request, the journal keeps; older requests are forgotten
 * @param cors whether the preflight requests of browsers are answered and answers may be read from any origin
 * @param seed of the random values in answers
 * @param serving what is spoken on its connections
 */
public record StubSettings(
        String host,
        int port,
        int longestBody,
        int journalEntries,
        long journalBytes,
        boolean cors,
        Seed seed,
        Serving serving) {

    /** The system property, or configuration parameter of JUnit, that gives the seed. */
    public static final String SEED = "contract.seed";

    /** Any free port of the loopback address; bodies up to 16 MiB; 1,000 requests or 64 MiB kept; no CORS; the same random values in
     * every run. */
    public static final StubSettings DEFAULT =
            new StubSettings("127.0.0.1", 0, 16 << 20, 1_000, 64L << 20, false, new Seed(0), Serving.DEFAULT);

    public StubSettings {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
        }
        if (longestBody < 0 || journalEntries < 0 || journalBytes < 0) {
            throw new IllegalArgumentException("a stub's limits must not be negative");
        }
    }

    public StubSettings withHost(String other) {
        return new StubSettings(other, port, longestBody, journalEntries, journalBytes, cors, seed, serving);
    }

    public StubSettings withPort(int other) {
        return new StubSettings(host, other, longestBody, journalEntries, journalBytes, cors, seed, serving);
    }

    public StubSettings withLongestBody(int bytes) {
        return new StubSettings(host, port, bytes, journalEntries, journalBytes, cors, seed, serving);
    }

    public StubSettings withJournal(int entries, long bytes) {
        return new StubSettings(host, port, longestBody, entries, bytes, cors, seed, serving);
    }

    public StubSettings withCors(boolean on) {
        return new StubSettings(host, port, longestBody, journalEntries, journalBytes, on, seed, serving);
    }

    public StubSettings withSeed(Seed other) {
        return new StubSettings(host, port, longestBody, journalEntries, journalBytes, cors, other, serving);
    }

    /** How it appears by TLS; null when it speaks clear text. */
    public @Nullable StubTls tls() {
        return serving.tls();
    }

    /** Speaking TLS. */
    public StubSettings withTls(StubTls tls) {
        return withServing(serving.withTls(tls));
    }

    /** Whether HTTP/2 is spoken with clients that want it: by TLS they negotiate it, in clear text they ask for it or begin with it. */
    public boolean http2() {
        return serving.http2();
    }

    public StubSettings withHttp2(boolean on) {
        return withServing(serving.withHttp2(on));
    }

    /** Whether answers are compressed for clients that take gzip. */
    public boolean gzip() {
        return serving.gzip();
    }

    public StubSettings withGzip(boolean on) {
        return withServing(serving.withGzip(on));
    }

    /** How long a client may keep a connection without having sent a whole request. */
    public Duration patience() {
        return serving.patience();
    }

    /**
     * Ending connections on which no whole request came for so long.
     *
     * @param longest more than zero
     */
    public StubSettings withPatience(Duration longest) {
        return withServing(serving.withPatience(longest));
    }

    private StubSettings withServing(Serving other) {
        return new StubSettings(host, port, longestBody, journalEntries, journalBytes, cors, seed, other);
    }

    /**
     * With the seed that somebody has configured: a whole number, or {@code random} for another one in every run.
     *
     * @param configured blank for that of these settings
     * @throws ContractException if it is neither
     */
    public StubSettings withSeed(String configured) {
        String text = configured.strip();
        try {
            return switch (text) {
                case "" -> this;
                case "random" -> withSeed(new Seed(ThreadLocalRandom.current().nextInt()));
                default -> withSeed(new Seed(Long.parseLong(text)));
            };
        } catch (NumberFormatException e) {
            throw new ContractException(Problem.error("CONTRACT-SEED", SEED + " is no seed")
                    .found(Quoted.text(configured))
                    .mend("give a whole number, such as a failed test names, or random"));
        }
    }
}
