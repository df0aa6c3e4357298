package dev.contract.provider.broker;

/**
 * A client for a few questions, and what has to be closed after it.
 *
 * @param closing nothing, when somebody else looks after the transport
 */
record Session(BrokerClient client, Runnable closing) implements AutoCloseable {

    static Session over(HttpBrokerTransport.Builder settings) {
        HttpBrokerTransport transport = settings.build();
        return new Session(new BrokerClient(transport, settings.base()), transport::close);
    }

    @Override
    public void close() {
        closing.run();
    }
}
