package dev.contract.provider.target;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One connection to the service, kept alive between exchanges. One exchange at a time. */
final class Connection implements Closeable {
    /** A head larger than this is no honest answer: 256 fields, 64 KiB each. */
    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxHeaderCount(256)
            .setMaxLineLength(64 << 10)
            .build();

    /** A connection idle for longer is looked at before it is used, which costs two milliseconds. */
    private static final long TRUSTED_NANOS = 1_000_000_000;

    private final Socket socket;
    private final DefaultBHttpClientConnection http;
    private boolean used;
    private long lastUse = System.nanoTime();

    private Connection(Socket socket, DefaultBHttpClientConnection http) {
        this.socket = socket;
        this.http = http;
    }

    /** @param secured what TLS made of the socket; null in the clear */
    static Connection over(Socket socket, @Nullable SSLSocket secured) throws IOException {
        return new Connection(socket, http(socket, secured));
    }

    static DefaultBHttpClientConnection http(Socket socket, @Nullable SSLSocket secured) throws IOException {
        DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(
                CONFIG,
                StandardCharsets.ISO_8859_1.newDecoder(),
                StandardCharsets.ISO_8859_1.newEncoder(),
                null,
                null,
                null,
                WholeHeadParser::new);
        if (secured == null) {
            http.bind(socket);
        } else {
            http.bind(secured, socket);
        }
        return http;
    }

    DefaultBHttpClientConnection http() {
        return http;
    }

    /** Cutting the plain socket ends every read and write at once, also below TLS. */
    Socket socket() {
        return socket;
    }

    /** Whether an exchange went over this connection before. */
    boolean isUsed() {
        return used;
    }

    void markUsed() {
        used = true;
        lastUse = System.nanoTime();
    }

    /**
     * Whether this kept connection is of no use any more: the service closed it meanwhile, or sent what nobody asked for.
     *
     * @param careful whether to look also when it was used a moment ago
     */
    boolean isStale(boolean careful) {
        if (!careful && System.nanoTime() - lastUse < TRUSTED_NANOS) {
            return false;
        }
        try {
            return http.isStale() || http.isDataAvailable(Timeout.ONE_MILLISECOND);
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
