package dev.contract.provider.target;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.code.Thrown;
import dev.contract.provider.target.Deadlines.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A service that is a function in this JVM; nothing is written as HTTP, but what comes back is what HTTP would bring.
 *
 * <p>The function runs on the thread that asks, so that transactions and security contexts of a test hold for it as well. At its time
 * limit that thread is interrupted; a function that does not heed it holds the run up, as any other test would be. Thread-safe.
 */
public final class FunctionTarget implements Target {
    private final RequestHandler handler;
    private final ExchangeLimits limits;
    private final Deadlines deadlines = new Deadlines();

    /** @param limits of time and of a body's size */
    public FunctionTarget(RequestHandler handler, ExchangeLimits limits) {
        this.handler = handler;
        this.limits = limits;
    }

    @Override
    public HttpRequest prepared(HttpRequest request) {
        return Target.prepared(request, "");
    }

    @Override
    public String urlOf(HttpRequest prepared) {
        return Target.pathAndQuery(prepared);
    }

    @Override
    public Optional<List<String>> curlOptions() {
        return Optional.empty();
    }

    @Override
    public HttpResponse sendPrepared(HttpRequest prepared, Duration limit) throws ExchangeException {
        return asReceived(prepared, answer(prepared, limit));
    }

    private HttpResponse answer(HttpRequest request, Duration limit) throws ExchangeException {
        Interruption interruption = new Interruption(Thread.currentThread());
        Deadline deadline = deadlines.start(limit);
        Object came;
        try (deadline) {
            deadline.guard(interruption::run);
            came = outcome(request);
        }
        if (deadline.isExpired()) {
            throw interruption.late(deadline);
        }
        if (came instanceof Throwable thrown) {
            throw threw(thrown);
        }
        return Optional.ofNullable((HttpResponse) came)
                .orElseThrow(() -> new ExchangeException("the handler returned no response"));
    }

    /** The response, null for none, or what was thrown instead: the deadline has to be over before any of them counts. */
    private @Nullable Object outcome(HttpRequest request) {
        try {
            return handler.answer(request);
        } catch (Throwable e) {
            return e;
        }
    }

    private static ExchangeException threw(Throwable e) {
        Thrown.passOnIfFatal(e);
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new ExchangeException("the handler threw " + Thrown.text(e, FunctionTarget.class), e);
    }

    /** A response as it would be after its way over the wire. */
    private HttpResponse asReceived(HttpRequest request, HttpResponse response) throws ExchangeException {
        Headers.Builder headers = Headers.builder();
        response.headers().forEach((name, values) -> values.forEach(value -> headers.addLine(name, value)));
        Body body = response.body();
        if (!response.headers().has("Content-Type") && body.isPresent()) {
            body.contentType().ifPresent(type -> headers.add("Content-Type", type.toString()));
        }
        byte[] bytes = Exchange.hasBody(request.method(), response.status()) ? decoded(response) : new byte[0];
        return new HttpResponse(response.status(), headers.build(), Body.of(bytes));
    }

    private byte[] decoded(HttpResponse response) throws ExchangeException {
        BodyReader bodies = new BodyReader(limits.bodyBytes());
        byte[] bytes = response.body().bytes();
        if (bytes.length > limits.bodyBytes()) {
            throw bodies.tooLarge();
        }
        return bodies.decoded(
                bytes, response.headers().first("Content-Encoding").orElse(""));
    }

    @Override
    public void close() {
        deadlines.close();
    }

    /** Ends the wait of a thread, and remembers what it waited for. */
    private static final class Interruption {
        private final Thread thread;
        private volatile StackTraceElement[] stack = {};

        Interruption(Thread thread) {
            this.thread = thread;
        }

        void run() {
            stack = thread.getStackTrace();
            thread.interrupt();
        }

        /** On the thread itself, whose interruption is over. */
        ExchangeException late(Deadline deadline) {
            Thread.interrupted();
            String sentence = "no response within the time limit of " + deadline.limitText()
                    + Thrown.place(stack, FunctionTarget.class)
                            .map(place -> "; the handler was at " + place)
                            .orElse("");
            return new ExchangeException(sentence, new TimeoutException(sentence), true);
        }
    }
}
