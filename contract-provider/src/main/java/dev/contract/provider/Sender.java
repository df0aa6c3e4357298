package dev.contract.provider;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.code.Thrown;
import dev.contract.provider.target.ExchangeException;
import dev.contract.provider.target.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends one request as the user wants it changed, and remembers what went out. Used once, by one thread. */
final class Sender {
    private final UnaryOperator<HttpRequest> change;
    private final Duration limit;
    private @Nullable Target target;
    private @Nullable HttpRequest sent;
    private String path = "";
    private @Nullable HttpResponse received;
    private @Nullable String curl;

    /** @param limit how long each exchange may take */
    Sender(UnaryOperator<HttpRequest> change, Duration limit) {
        this.change = change;
        this.limit = limit;
    }

    HttpResponse send(HttpRequest request, Target to) throws ExchangeException, RequestChangeFailure {
        HttpRequest changed = changed(request);
        HttpRequest prepared = to.prepared(changed);
        target = to;
        path = changed.path();
        sent = prepared;
        HttpResponse response = to.sendPrepared(prepared, limit);
        received = response;
        return response;
    }

    private HttpRequest changed(HttpRequest request) throws RequestChangeFailure {
        try {
            return change.apply(request);
        } catch (Throwable e) {
            Thrown.passOnIfFatal(e);
            throw new RequestChangeFailure(e);
        }
    }

    /** The request as it went out, but without the path of the provider's address; empty when nothing was sent. */
    Optional<HttpRequest> sentBelow() {
        return Optional.ofNullable(sent).map(request -> request.withPath(path));
    }

    /**
     * A line for a shell that sends the request again; null when nothing was sent, or not over HTTP.
     *
     * <p>Made for failures only: most interactions pass, and most lines would never be read.
     */
    @Nullable
    String curl() {
        HttpRequest request = sent;
        Target to = target;
        if (curl == null && request != null && to != null) {
            curl = to.curlOptions()
                    .map(options -> Curl.line(request, to.urlOf(request), options))
                    .orElse(null);
        }
        return curl;
    }

    /** What was sent and received; empty when nothing was sent. Made for failures only: bodies are large. */
    Optional<Transcript> transcript() {
        Target to = target;
        return to == null
                ? Optional.empty()
                : Optional.ofNullable(sent).map(request -> Transcript.of(request, to.urlOf(request), received));
    }

    /** Lets go of what was received: it is too large to be shown. */
    void forgetAnswer() {
        received = null;
    }

    /** The user's own code could not change a request. */
    static final class RequestChangeFailure extends Exception {
        private static final long serialVersionUID = 1;

        RequestChangeFailure(Throwable cause) {
            super("the change of the request failed, so it was not sent: " + cause, cause);
        }
    }
}
