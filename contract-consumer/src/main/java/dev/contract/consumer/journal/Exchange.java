package dev.contract.consumer.journal;

import dev.contract.consumer.answer.Fault;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.Shortened;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that came, which interaction it met, and what was sent back.
 *
 * <p>What came never changes; what was sent back is added when it is sent. Thread-safe.
 */
public final class Exchange {
    private static final int LONGEST_LINE = 160;

    private final long number;
    private final long millis;
    private final ReceivedRequest request;
    private final @Nullable HttpInteraction interaction;
    private final @Nullable HttpInteraction nearest;
    private final @Nullable String scope;

    /** Guarded by the lock of the journal. */
    private long bytes;

    private volatile @Nullable SentResponse response;
    private volatile @Nullable Fault fault;

    Exchange(
            long number,
            long millis,
            ReceivedRequest request,
            @Nullable HttpInteraction interaction,
            @Nullable HttpInteraction nearest,
            @Nullable String scope) {
        this.number = number;
        this.millis = millis;
        this.request = request;
        this.interaction = interaction;
        this.nearest = nearest;
        this.scope = scope;
        this.bytes = request.size();
    }

    /** An exchange of another process, as its journal tells it. */
    public static Exchange of(
            long number,
            Instant time,
            HttpRequest request,
            @Nullable HttpInteraction interaction,
            @Nullable String scope,
            @Nullable HttpResponse response,
            @Nullable Fault fault) {
        Exchange exchange =
                new Exchange(number, time.toEpochMilli(), new ReceivedRequest(request), interaction, null, scope);
        exchange.fault = fault;
        exchange.response = response == null ? null : new Copy(response);
        return exchange;
    }

    /** The position among all requests that came to the stub, from 1; no other has it, also after the journal was cleared. */
    public long number() {
        return number;
    }

    /** When the request had come, to the millisecond. */
    public Instant time() {
        return Instant.ofEpochMilli(millis);
    }

    /** The request as received; its body decompressed. */
    public ReceivedRequest request() {
        return request;
    }

    /** The interaction that answered; empty when none expected the request. */
    public Optional<HttpInteraction> interaction() {
        return Optional.ofNullable(interaction);
    }

    /** Of a request that no interaction expected, the one that it probably meant. */
    public Optional<HttpInteraction> nearest() {
        return Optional.ofNullable(nearest);
    }

    /** The condition of the scope that the request belongs to: {@code header "X-Request-ID" is "42"}; empty when it belongs to none. */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /**
     * The response as it was sent, its body compressed if its headers say so; empty while it is delayed, and for ever when a fault took
     * its place.
     */
    public Optional<HttpResponse> response() {
        SentResponse sent = response;
        return sent == null ? Optional.empty() : Optional.of(sent.toResponse());
    }

    /** What was done to the connection or to the response; empty for the most of them, to which nothing was done. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** The same to be shown or served: with a mask in place of all that looks like a secret, and only the beginning of long texts. */
    public Exchange masked() {
        Exchange masked = new Exchange(
                number,
                millis,
                new ReceivedRequest(Masked.request(request.asHttpRequest())),
                interaction,
                nearest,
                scope);
        response().map(Masked::response).map(Copy::new).ifPresent(masked::answered);
        masked.fault = fault;
        return masked;
    }

    private record Copy(HttpResponse toResponse) implements SentResponse {
        @Override
        public long ownBytes() {
            return toResponse.body().bytes().length;
        }
    }

    void answered(SentResponse sent) {
        response = sent;
    }

    void failed(Fault happened) {
        fault = happened;
    }

    long bytes() {
        return bytes;
    }

    void grow(long more) {
        bytes += more;
    }

    /** One line, without secrets: {@code #3 GET /users/42 -> 200, "a request for user 42"}. */
    @Override
    public String toString() {
        String by = interaction == null ? "expected by no interaction" : interaction.quoted();
        return Shortened.to(LONGEST_LINE, "#" + number + " " + request) + " -> " + outcome() + ", " + by;
    }

    private String outcome() {
        if (fault != null) {
            return fault.toString();
        }
        return response().map(sent -> Integer.toString(sent.status())).orElse("no answer yet");
    }
}
