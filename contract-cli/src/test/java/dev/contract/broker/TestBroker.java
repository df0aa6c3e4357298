package dev.contract.broker;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.api.ApiSettings;
import dev.contract.provider.broker.HttpBrokerTransport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broker over a database of its own, which goes with it. */
final class TestBroker implements AutoCloseable {
    private final TestDatabase database;
    private final Broker broker;
    private final @Nullable OverHttp http;

    /** A server before the broker, and a way to it. */
    private record OverHttp(BrokerServer server, HttpBrokerTransport transport) implements AutoCloseable {
        static OverHttp start(Broker broker) {
            BrokerServer server = BrokerServer.start(broker, "127.0.0.1", 0);
            return new OverHttp(
                    server, HttpBrokerTransport.to(server.url()).retries(0).build());
        }

        @Override
        public void close() {
            transport.close();
            server.close();
        }
    }

    private TestBroker(Setting setting, ApiSettings api, AccessSettings access) {
        this.database = TestDatabase.of(setting);
        this.broker =
                Broker.open(BrokerSettings.of(database.address()).withApi(api).withAccess(access));
        this.http = setting.isOverHttp() ? OverHttp.start(broker) : null;
    }

    static TestBroker open() {
        return open(Setting.IN_PROCESS);
    }

    static TestBroker open(Setting setting) {
        return open(setting, ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test")));
    }

    static TestBroker open(ApiSettings settings) {
        return open(Setting.IN_PROCESS, settings);
    }

    static TestBroker open(Setting setting, ApiSettings settings) {
        return new TestBroker(setting, settings, AccessSettings.LOCAL);
    }

    static TestBroker open(ApiSettings settings, AccessSettings access) {
        return new TestBroker(Setting.IN_PROCESS, settings, access);
    }

    Broker broker() {
        return broker;
    }

    Client client() {
        return http == null ? new Client(broker.routes()) : new Client(http.transport()::send);
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
        broker.close();
        database.close();
    }
}
