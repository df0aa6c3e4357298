package dev.contract.broker;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.Transaction;
import dev.contract.provider.broker.HttpBrokerTransport;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A broker over a database or directory of its own, which goes with it. */
final class TestBroker implements AutoCloseable {
    private final @Nullable TestDatabase database;
    private final @Nullable Broker broker;
    private final @Nullable OverHttp http;
    private final @Nullable ReopenedDirectory directory;

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

    private TestBroker(ReopenedDirectory directory) {
        this.database = null;
        this.broker = null;
        this.http = null;
        this.directory = directory;
    }

    private TestBroker(Setting setting, ApiSettings api, AccessSettings access, DeliverySettings webhooks) {
        this.directory = null;
        this.database = TestDatabase.of(setting);
        this.broker = Broker.open(BrokerSettings.of(database.address())
                .withApi(api)
                .withAccess(access)
                .withWebhooks(webhooks));
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
        return setting.isInDirectory()
                ? new TestBroker(ReopenedDirectory.create(settings))
                : new TestBroker(setting, settings, AccessSettings.LOCAL, DeliverySettings.DEFAULT);
    }

    static TestBroker open(ApiSettings settings, AccessSettings access) {
        return new TestBroker(Setting.IN_PROCESS, settings, access, DeliverySettings.DEFAULT);
    }

    static TestBroker open(Setting setting, ApiSettings settings, AccessSettings access) {
        return new TestBroker(setting, settings, access, DeliverySettings.DEFAULT);
    }

    static TestBroker open(ApiSettings settings, DeliverySettings webhooks) {
        return new TestBroker(Setting.IN_PROCESS, settings, AccessSettings.LOCAL, webhooks);
    }

    Broker broker() {
        return Objects.requireNonNull(broker, "a directory has no broker that stays");
    }

    /** What lies in the store, where the API does not tell. */
    <R> R stored(Function<Transaction, R> look) {
        return broker().store().read(look);
    }

    /** What lies in the store is changed, as only parts of the broker may. */
    <R> R changed(Function<Transaction, R> work) {
        return broker().store().write(work);
    }

    /** Where a broker over HTTP is. */
    String url() {
        return Objects.requireNonNull(http, "not over HTTP").server().url();
    }

    Client client() {
        if (directory != null) {
            return new Client(directory);
        }
        return http == null ? new Client(broker().routes()) : new Client(http.transport()::send);
    }

    @Override
    public void close() {
        if (directory != null) {
            directory.close();
            return;
        }
        if (http != null) {
            http.close();
        }
        broker().close();
        Objects.requireNonNull(database).close();
    }
}
