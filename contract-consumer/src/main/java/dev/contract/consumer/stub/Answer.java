package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Unsendable;
import dev.contract.consumer.journal.SentResponse;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.Problem;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A response in the form it is sent in, prepared once and sent as often as it is asked for. Immutable and thread-safe. */
final class Answer implements Reply, SentResponse {
    /** What the connection decides, whatever an interaction says. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "upgrade", "trailer");

    private static final HttpString CONTENT_LENGTH = new HttpString("Content-Length");

    private final int status;
    private final List<Line> lines;
    private final byte[] body;
    private final @Nullable String lengthForHead;
    private final boolean isPrepared;

    private record Line(HttpString name, String value) {}

    private Answer(int status, List<Line> lines, byte[] body, @Nullable String lengthForHead, boolean isPrepared) {
        this.status = status;
        this.lines = lines;
        this.body = body;
        this.lengthForHead = lengthForHead;
        this.isPrepared = isPrepared;
    }

    /** The response; what cannot be sent of it is told in its place. */
    static Answer of(HttpResponse response) {
        List<Problem> unsendable = Unsendable.in(response);
        return unsendable.isEmpty()
                ? sendable(response)
                : Refusal.of(
                        500,
                        "The answer cannot be sent: " + unsendable.get(0).what() + ", "
                                + unsendable.get(0).found());
    }

    private static Answer sendable(HttpResponse response) {
        List<Line> lines = new ArrayList<>();
        response.headers().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                HttpString line = wireName(name);
                values.forEach(value -> lines.add(new Line(line, value)));
            }
        });
        if (!response.headers().has("Content-Type")) {
            contentType(response.body()).ifPresent(type -> lines.add(new Line(wireName("Content-Type"), type)));
        }
        byte[] bytes = ContentCoding.encoded(bytes(response.body()), response.headers());
        String length = response.headers().first("Content-Length").orElse(null);
        return new Answer(response.status(), List.copyOf(lines), bytes, length, false);
    }

    /** The name as it was written; Undertow's own, if it writes it so, for that it sends fastest. */
    private static HttpString wireName(String name) {
        HttpString known = HttpString.tryFromString(name);
        return known != null && known.toString().equals(name) ? known : new HttpString(name);
    }

    /** The same, to be sent more than once. */
    Answer prepared() {
        return new Answer(status, lines, body, lengthForHead, true);
    }

    private static Optional<String> contentType(Body body) {
        return body.state() == Body.State.NULL
                ? Optional.of(ContentType.JSON.toString())
                : body.contentType().map(ContentType::toString);
    }

    private static byte[] bytes(Body body) {
        return body.state() == Body.State.NULL ? "null".getBytes(StandardCharsets.UTF_8) : body.bytes();
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    /** The same with another body. */
    Answer withBody(byte[] other) {
        return new Answer(status, lines, other, null, false);
    }

    /**
     * The head as it stands on the wire, to its empty line.
     *
     * @param framing the line that says how long the body is
     */
    String head(String framing) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + StatusCodes.getReason(status) + "\r\n");
        lines.forEach(line -> head.append(line.name() + ": " + line.value() + "\r\n"));
        return head.append(framing).append("\r\n\r\n").toString();
    }

    /** Sends this on an I/O thread: head and body in one write. */
    @Override
    public void send(HttpServerExchange exchange) {
        if (begin(exchange)) {
            exchange.getResponseSender().send(ByteBuffer.wrap(body));
        } else {
            exchange.endExchange();
        }
    }

    /** Sets status and headers, and tells whether a body follows. */
    boolean begin(HttpServerExchange exchange) {
        Noted.answered(exchange, this);
        exchange.setStatusCode(status);
        HeaderMap headers = exchange.getResponseHeaders();
        for (Line line : lines) {
            headers.add(line.name(), line.value());
        }
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            headers.put(CONTENT_LENGTH, lengthForHead == null ? Integer.toString(body.length) : lengthForHead);
            return false;
        }
        return body.length > 0 && !hasNoBody();
    }

    @Override
    public HttpResponse toResponse() {
        Headers.Builder headers = Headers.builder();
        lines.forEach(line -> headers.add(line.name().toString(), line.value()));
        return new HttpResponse(status, headers.build(), body.length == 0 ? Body.EMPTY : Body.of(body));
    }

    @Override
    public long ownBytes() {
        return isPrepared ? 0 : body.length;
    }

    @Override
    public String toString() {
        return status + " " + lines + ", " + body.length + " bytes";
    }

    private boolean hasNoBody() {
        return status == 204 || status == 304 || status < 200;
    }
}
