package dev.contract.provider.target;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.target.Deadlines.Deadline;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** One request and its response on one connection. Used once. */
final class Exchange {
    /** How far an exchange has come: what went wrong is told from where it went wrong. */
    enum Phase {
        CONNECTING,
        WAITING,
        READING
    }

    /** {@code 100 Continue} and the like: a service has no reason to send many. */
    private static final int MOST_INTERIM = 100;

    private final Connection connection;
    private final BodyReader bodies;
    private Phase phase = Phase.WAITING;
    private boolean reusable;

    Exchange(Connection connection, ExchangeLimits limits) {
        this.connection = connection;
        this.bodies = new BodyReader(limits.bodyBytes());
    }

    Phase phase() {
        return phase;
    }

    int bodyBytes() {
        return bodies.received();
    }

    /** Whether the connection may serve another exchange. */
    boolean isReusable() {
        return reusable;
    }

    HttpResponse run(ClassicHttpRequest request, Deadline deadline)
            throws IOException, HttpException, ExchangeException {
        deadline.guard(connection.socket());
        DefaultBHttpClientConnection http = connection.http();
        send(http, request);
        ClassicHttpResponse head = receiveHead(http);
        phase = Phase.READING;
        byte[] body = hasBody(request.getMethod(), head.getCode()) ? receiveBody(http, head) : new byte[0];
        reusable = head.getCode() >= HttpStatus.SC_OK
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, head, HttpCoreContext.create());
        return response(head, body);
    }

    private static void send(DefaultBHttpClientConnection http, ClassicHttpRequest request)
            throws IOException, HttpException {
        http.sendRequestHeader(request);
        if (request.getEntity() != null) {
            http.sendRequestEntity(request);
        }
        http.flush();
    }

    private static ClassicHttpResponse receiveHead(DefaultBHttpClientConnection http)
            throws IOException, HttpException, ExchangeException {
        for (int i = 0; i <= MOST_INTERIM; i++) {
            ClassicHttpResponse head = http.receiveResponseHeader();
            if (head.getCode() >= HttpStatus.SC_OK || head.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
                return head;
            }
        }
        throw new ExchangeException("the service sent more than " + MOST_INTERIM + " interim answers, and no other");
    }

    /** Whether a response to such a request may have a body (RFC 9110, 6.4.1). */
    static boolean hasBody(String method, int status) {
        return !method.equals("HEAD")
                && status >= HttpStatus.SC_OK
                && status != HttpStatus.SC_NO_CONTENT
                && status != HttpStatus.SC_NOT_MODIFIED;
    }

    private byte[] receiveBody(DefaultBHttpClientConnection http, ClassicHttpResponse head)
            throws IOException, HttpException, ExchangeException {
        http.receiveResponseEntity(head);
        HttpEntity entity = head.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        byte[] body = bodies.read(entity.getContent(), entity.getContentLength());
        Header encoding = head.getFirstHeader("Content-Encoding");
        return encoding == null ? body : bodies.decoded(body, encoding.getValue());
    }

    private static HttpResponse response(ClassicHttpResponse head, byte[] body) {
        Headers.Builder headers = Headers.builder();
        for (Header header : head.getHeaders()) {
            headers.addLine(header.getName(), Wire.received(header.getValue() == null ? "" : header.getValue()));
        }
        return new HttpResponse(head.getCode(), headers.build(), Body.of(body));
    }
}
