package dev.contract.broker;

import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.store.SqlStore;
import dev.contract.broker.store.StoreException;
import java.nio.file.Path;

/**
 * A broker: its store and its API, without a socket.
 *
 * <pre>{@code
 * try (Broker broker = Broker.open(Path.of("contract-broker.db"))) {
 *     HttpResponse index = broker.routes().apply(HttpRequest.of("GET", "/"));
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Broker implements AutoCloseable {
    private final SqlStore store;
    private final BrokerRoutes routes;

    private Broker(SqlStore store, BrokerRoutes routes) {
        this.store = store;
        this.routes = routes;
    }

    /**
     * Opens a broker over a database file, which is created when there is none.
     *
     * @throws StoreException if the file cannot be used
     */
    public static Broker open(Path database) {
        return open(BrokerSettings.of(database));
    }

    /**
     * Opens a broker.
     *
     * @throws StoreException if the database cannot be used
     */
    public static Broker open(BrokerSettings settings) {
        SqlStore store = SqlStore.open(settings.database());
        return new Broker(store, new BrokerRoutes(store, settings.api()));
    }

    /** The API as a function: what a server calls, and whoever is in the same process. */
    public BrokerRoutes routes() {
        return routes;
    }

    @Override
    public void close() {
        store.close();
    }
}
