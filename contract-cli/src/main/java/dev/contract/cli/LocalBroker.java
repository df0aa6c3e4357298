package dev.contract.cli;

import dev.contract.broker.Broker;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.broker.BrokerClient;
import java.nio.file.Path;

/** The broker inside this process, over a local file: the same routes, without a socket. */
final class LocalBroker {
    private static final String HOST = "local-broker";

    /** What the links of a local broker start with: no real address, so that nobody takes it for one. */
    static final String BASE = "http://" + HOST;

    private LocalBroker() {}

    static BrokerAccess open(Path database) {
        Broker broker = Broker.open(database);
        BrokerClient client = new BrokerClient(request -> send(broker, request), BASE);
        return new BrokerAccess(client, BASE, true, broker::close);
    }

    private static HttpResponse send(Broker broker, HttpRequest request) {
        return broker.routes().apply(request.withHeader("Host", HOST));
    }
}
