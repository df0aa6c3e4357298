package dev.contract.broker;

import dev.contract.broker.BodyRoom.Share;
import dev.contract.broker.access.Door;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lets a body be received when whoever sends it may have what the head asks for, and there is room for it. Small ones are received at once: a
 * connection costs as much anyhow, and what a form shows of its sender is in there.
 *
 * <p>Nobody waits here for a client: workers only judge heads, and a body that is refused is read by nobody.
 */
final class BodyGate implements HttpHandler {
    static final HttpResponse TOO_LARGE =
            answer(413, "The body has more than " + BrokerServer.LARGEST_BODY + " bytes.");

    private static final HttpResponse NO_ROOM = answer(
                    503, "The broker has no room for another request of that size just now; ask again in a moment.")
            .withHeader("Retry-After", "2");

    /** No form of ours is larger. */
    private static final long SMALL = 16_384;

    private static final AttachmentKey<Share> SHARE = AttachmentKey.create(Share.class);

    private final Door door;
    private final BodyRoom room;
    private final HttpHandler receiving;

    BodyGate(Door door, BodyRoom room, HttpHandler receiving) {
        this.door = door;
        this.room = room;
        this.receiving = receiving;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (size(exchange) <= SMALL && !HttpContinue.requiresContinueResponse(exchange)) {
            receiving.handleRequest(exchange);
        } else {
            exchange.dispatch(this::judge); // to a worker, for the store may have to be asked
        }
    }

    /** How large the body may become: one whose head does not say it may have as much as any. */
    private static long size(HttpServerExchange exchange) {
        if (exchange.isRequestComplete()) {
            return 0;
        }
        long announced = exchange.getRequestContentLength();
        return announced < 0 ? BrokerServer.LARGEST_BODY : announced;
    }

    private void judge(HttpServerExchange exchange) throws IOException {
        long size = size(exchange);
        Optional<HttpResponse> denial =
                size > SMALL ? door.denial(Wire.head(exchange), Wire.from(exchange)) : Optional.empty();
        if (denial.isPresent()) {
            refuse(exchange, denial.get());
        } else if (size > BrokerServer.LARGEST_BODY) {
            refuse(exchange, TOO_LARGE);
        } else {
            Optional<Share> share = room.take(size);
            if (share.isPresent()) {
                receive(exchange, share.get());
            } else {
                refuse(exchange, NO_ROOM);
            }
        }
    }

    /** The connection ends with the answer: what the client goes on sending is no request. */
    private static void refuse(HttpServerExchange exchange, HttpResponse answer) {
        Wire.write(exchange.setPersistent(false), answer);
    }

    /** Who asks whether to send the body is told to, and needs not be told again by whoever reads it. */
    private void receive(HttpServerExchange exchange, Share share) throws IOException {
        exchange.putAttachment(SHARE, share);
        exchange.addExchangeCompleteListener((ended, next) -> {
            share.giveBack();
            next.proceed();
        });
        if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponseBlocking(exchange);
            exchange.getRequestHeaders().remove("Expect");
        }
        exchange.dispatch(exchange.getIoThread(), receiving);
    }

    /** Before the answer goes out, for whoever has it may send the next body at once. */
    static void giveBack(HttpServerExchange exchange) {
        Share share = exchange.getAttachment(SHARE);
        if (share != null) {
            share.giveBack();
        }
    }

    private static HttpResponse answer(int status, String error) {
        return BrokerRoutes.withStandardHeaders(new HttpResponse(
                status,
                Headers.of("Content-Type", "application/hal+json;charset=utf-8"),
                Body.of(("{\"error\":\"" + error + "\"}").getBytes(StandardCharsets.UTF_8))));
    }
}
