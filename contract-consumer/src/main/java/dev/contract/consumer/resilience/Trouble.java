package dev.contract.consumer.resilience;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.answer.Pace;
import dev.contract.consumer.answer.Responder;
import dev.contract.consumer.answer.Step;
import dev.contract.consumer.stub.Outage;
import dev.contract.consumer.stub.StubScope;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.ResponsePart;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may go wrong between a consumer and its provider. */
public enum Trouble {
    /** Nobody listens. */
    REFUSED("no connection"),

    /** The handshake of TLS fails; for stubs that speak it. */
    TLS_FAILURE("no TLS"),

    /** See {@link Fault#RESET}. */
    RESET("a reset connection"),

    /** See {@link Fault#EMPTY}. */
    EMPTY("the end without an answer"),

    /** See {@link Fault#TIMEOUT}. */
    TIMEOUT("no answer"),

    /** See {@link Fault#GARBAGE}. */
    GARBAGE("bytes that are no HTTP"),

    /** See {@link Fault#MALFORMED_CHUNK}. */
    MALFORMED_CHUNK("bytes that are no chunk"),

    /** See {@link Fault#TRUNCATED}. */
    TRUNCATED("half of the body, then the end"),

    /** See {@link Fault#WRONG_LENGTH}. */
    WRONG_LENGTH("twice the body that is announced"),

    /** See {@link Fault#MALFORMED_JSON}. */
    MALFORMED_JSON("half of the JSON"),

    /**
     * The right answer, whose body comes byte by byte, each a quarter later of the time that the call has, and the last one never. An answer
     * without body is given as it is.
     */
    SLOW_BODY("a body that never ends"),

    /** Status 500. */
    SERVER_ERROR("status 500"),

    /** Status 503 with {@code Retry-After: 1}. */
    UNAVAILABLE("status 503, Retry-After: 1"),

    /** Status 429 with {@code Retry-After: 1}. */
    TOO_MANY_REQUESTS("status 429, Retry-After: 1"),

    /** Status 200 with a page for people, as gateways and portals send them. */
    HTML_PAGE("a page of HTML with status 200");

    private static final Body PAGE =
            Body.text("<!DOCTYPE html><html><body>Please log in</body></html>", ContentType.HTML);

    private final String inWords;

    Trouble(String inWords) {
        this.inWords = inWords;
    }

    /** What the consumer meets. */
    String inWords() {
        return inWords;
    }

    /** What to do about a call that does not end under it in time. */
    String whyLong() {
        return this == SLOW_BODY
                ? "limit the time for the whole answer: the limits of many clients end when its head has come, or begin anew with"
                        + " every byte. With that of the JDK: sendAsync(…).orTimeout(…), not HttpRequest.timeout(…) alone"
                : "limit the time that the client waits, or give the call longer: .within(…)";
    }

    /**
     * Begins it.
     *
     * @param description of the interaction that it befalls; null for all
     * @param within the time that the call has
     */
    Outage befall(StubScope scope, @Nullable String description, Duration within) {
        return switch (this) {
            case REFUSED -> scope.down();
            case TLS_FAILURE -> scope.failingHandshakes();
            default -> scope.expectations().disturb(new Behaviour(List.of(step(within)), false), description);
        };
    }

    private Step step(Duration within) {
        return switch (this) {
            case REFUSED, TLS_FAILURE -> throw new IllegalStateException("nothing is answered");
            case RESET, EMPTY, TIMEOUT, GARBAGE, MALFORMED_CHUNK, TRUNCATED, WRONG_LENGTH, MALFORMED_JSON ->
                Step.of(Fault.valueOf(name()));
            case SLOW_BODY -> Step.CONTRACTUAL.withPace(new Pace(1, within.dividedBy(4), true));
            case SERVER_ERROR -> always(HttpResponse.of(500));
            case UNAVAILABLE -> always(HttpResponse.of(503).withHeader("Retry-After", "1"));
            case TOO_MANY_REQUESTS -> always(HttpResponse.of(429).withHeader("Retry-After", "1"));
            case HTML_PAGE -> always(HttpResponse.of(200).withBody(PAGE));
        };
    }

    private static Step always(HttpResponse response) {
        return Step.of(Responder.always(ResponsePart.of(response)));
    }
}
