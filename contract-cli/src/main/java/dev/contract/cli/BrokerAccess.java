package dev.contract.cli;

import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.HttpBrokerTransport;

/**
 * A client of the broker that was chosen, and what has to be closed after it.
 *
 * @param base what its links start with
 * @param isLocal whether it is a file, so that its links lead nowhere
 */
record BrokerAccess(BrokerClient client, String base, boolean isLocal, Runnable closing) implements AutoCloseable {

    static BrokerAccess over(HttpBrokerTransport.Builder settings) {
        HttpBrokerTransport transport = settings.build();
        return new BrokerAccess(new BrokerClient(transport, settings.base()), settings.base(), false, transport::close);
    }

    @Override
    public void close() {
        closing.run();
    }
}
