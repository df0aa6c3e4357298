package dev.contract.consumer.stub;

import dev.contract.consumer.tls.StubTls;
import io.undertow.UndertowOptions;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.HttpHandler;
import io.undertow.server.OpenListener;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSinkConduit;

/** How a connection begins: in clear text or by TLS, with HTTP/1.1 or HTTP/2. Thread-safe. */
final class Reception {
    /** No client begins a handshake with more. */
    private static final int HELLO = 16 * 1024;

    /** Twice what the largest tickets of Kerberos take. */
    private static final int LONGEST_HEAD = 128 * 1024;

    private final Lines lines;
    private final OptionMap options;
    private final ChannelListener<StreamConnection> http;
    private final @Nullable UndertowXnioSsl ssl;
    private final OptionMap sslOptions;
    private volatile boolean refusesHandshakes;

    Reception(StubSettings settings, Lines lines, HttpHandler handler) {
        this.lines = lines;
        this.options = options(settings);
        StubTls tls = settings.tls();
        HttpHandler root = new HttpContinueReadHandler(settings.gzip() ? compressing(handler) : handler);
        if (tls == null) {
            this.http = http1(settings.http2() ? new Http2UpgradeHandler(root) : root);
            this.ssl = null;
            this.sslOptions = OptionMap.EMPTY;
        } else {
            this.http = settings.http2() ? negotiated(root) : http1(root);
            this.ssl = new UndertowXnioSsl(
                    StubWorker.THREADS.getXnio(), OptionMap.EMPTY, StubWorker.TLS_BUFFERS, tls.serverContext());
            this.sslOptions = OptionMap.create(
                    Options.SSL_CLIENT_AUTH_MODE,
                    tls.demandsClientCertificate() ? SslClientAuthMode.REQUIRED : SslClientAuthMode.NOT_REQUESTED);
        }
    }

    private static OptionMap options(StubSettings settings) {
        return OptionMap.builder()
                .set(UndertowOptions.MAX_ENTITY_SIZE, (long) settings.longestBody())
                .set(UndertowOptions.MAX_HEADER_SIZE, LONGEST_HEAD)
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .set(UndertowOptions.MAX_PARAMETERS, 10_000)
                .set(UndertowOptions.MAX_HEADERS, 1_000)
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
                .set(UndertowOptions.ENABLE_HTTP2, settings.http2())
                .getMap();
    }

    /** Where a client says that it takes gzip, and the answer is not compressed already. */
    private static HttpHandler compressing(HttpHandler handler) {
        return new EncodingHandler(
                handler, new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 1));
    }

    private HttpOpenListener http1(HttpHandler root) {
        return rooted(new HttpOpenListener(StubWorker.BUFFERS, options), root);
    }

    /** What client and stub agree on while they set up TLS (ALPN). */
    private AlpnOpenListener negotiated(HttpHandler root) {
        return new AlpnOpenListener(StubWorker.BUFFERS, options, http1(root))
                .addProtocol(
                        Http2OpenListener.HTTP2, rooted(new Http2OpenListener(StubWorker.BUFFERS, options), root), 10);
    }

    private static <L extends OpenListener> L rooted(L listener, HttpHandler root) {
        listener.setRootHandler(root);
        return listener;
    }

    /** Has handshakes fail, or succeed again. */
    void refuseHandshakes(boolean refuse) {
        refusesHandshakes = refuse;
    }

    /** Takes a connection, on its own thread. */
    void take(StreamConnection bare) {
        StreamSinkConduit sink = bare.getSinkChannel().getConduit();
        StreamConnection spoken =
                ssl == null || refusesHandshakes ? bare : ssl.wrapExistingConnection(bare, sslOptions, false);
        Line line = new Line(bare, sink, spoken);
        lines.add(line);
        if (refusesHandshakes) {
            refuse(line, bare.getSourceChannel());
        } else {
            http.handleEvent(spoken);
        }
    }

    /** Waits for the client to begin; what came and was not read would have the end look like a reset. */
    private static void refuse(Line line, ConduitStreamSourceChannel source) {
        source.setReadListener(ready -> {
            try {
                if (ready.read(ByteBuffer.allocate(HELLO)) >= 0) {
                    ready.suspendReads();
                    line.lastBeneathTls(DamagedAnswer.garbage());
                } else {
                    line.close();
                }
            } catch (IOException e) {
                line.close();
            }
        });
        source.resumeReads();
    }
}
