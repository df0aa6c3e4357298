package dev.contract.provider.broker;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;

/**
 * The way to a broker: a request whose path is relative to the broker's base URL goes in, the answer comes out, whatever its status.
 *
 * <p>A broker in the same process is one as well: {@code routes::apply}.
 */
@FunctionalInterface
public interface BrokerTransport {

    /**
     * The answer to a request.
     *
     * @throws BrokerException if there is none
     */
    HttpResponse send(HttpRequest request);
}
