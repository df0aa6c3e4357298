package dev.contract.provider.target;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a verification replays interactions against; one kind of target for each way to reach a service. Thread-safe. */
public sealed interface Target extends AutoCloseable permits HttpTarget, FunctionTarget {

    /** A request as it is sent: characters escaped that no request line can hold, and with the type of its body where no header names it. */
    HttpRequest prepared(HttpRequest request);

    /** Where a request as {@link #prepared} goes: a URL, or a path where there is none. */
    String urlOf(HttpRequest prepared);

    /** How curl sends such a request there, as words beside the request itself; empty when it cannot. */
    Optional<List<String>> curlOptions();

    /**
     * Sends a request and reads the whole response.
     *
     * @param limit how long that may take; positive
     * @throws ExchangeException if no whole response came within the limits, or the request cannot be written as HTTP
     */
    HttpResponse sendPrepared(HttpRequest prepared, Duration limit) throws ExchangeException;

    /** Gives back what is kept for further exchanges. */
    @Override
    void close();

    /** A request as it is sent, behind a leading path. */
    static HttpRequest prepared(HttpRequest request, String leadingPath) {
        String path = Wire.path(leadingPath + request.path());
        String query = Wire.query(request.query().encoded());
        Body body = request.body();
        HttpRequest prepared = request.withPath(path.isEmpty() ? "/" : path)
                .withQuery(query.isEmpty() ? Query.EMPTY : Query.parse(query));
        if (!body.isPresent() || request.headers().has("Content-Type")) {
            return prepared;
        }
        return ContentTypeDetection.typeOf(body, null)
                .map(type -> prepared.withHeader("Content-Type", type.toString()))
                .orElse(prepared);
    }

    /** Path and query of a request as {@link #prepared}. */
    static String pathAndQuery(HttpRequest prepared) {
        String query = prepared.query().encoded();
        return prepared.path() + (query.isEmpty() ? "" : "?" + query);
    }
}
