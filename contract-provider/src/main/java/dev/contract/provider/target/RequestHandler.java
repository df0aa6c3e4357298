package dev.contract.provider.target;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;

/**
 * A service as a function in this JVM: what a framework's test client does, or a handler of one's own.
 *
 * <pre>{@code
 * request -> request.path().equals("/health") ? HttpResponse.of(200) : HttpResponse.of(404)
 * }</pre>
 *
 * <p>It is called by several threads at a time where interactions need no state, and is interrupted when the time is up.
 */
@FunctionalInterface
public interface RequestHandler {

    /**
     * The response; what is thrown becomes an error of the interaction.
     *
     * @param request path and query as they would go to the wire, percent-encoded; with a {@code Content-Type} where it has a body
     */
    HttpResponse answer(HttpRequest request) throws Exception;
}
