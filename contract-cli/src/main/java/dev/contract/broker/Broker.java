package dev.contract.broker;

import dev.contract.broker.access.Door;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.domain.Store;
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
    private final Door door;

    private Broker(SqlStore store, BrokerSettings settings) {
        this.store = store;
        this.routes = new BrokerRoutes(store, settings.api());
        this.door = new Door(routes, store, settings.api(), settings.access());
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
        return new Broker(SqlStore.open(settings.database()), settings);
    }

    /** The API as a function, for whoever is in this process and may do everything. */
    public BrokerRoutes routes() {
        return routes;
    }

    /** The same for everybody outside of this process: with accounts. */
    public Door door() {
        return door;
    }

    /** What is kept, for those in this process who run the broker. */
    public Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
