package dev.contract.broker;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.access.Door;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.delivery.Courier;
import dev.contract.broker.delivery.CourierThreads;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.directory.DirectoryStore;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.retention.Upkeep;
import dev.contract.broker.egress.Egress;
import dev.contract.broker.store.SqlStore;
import dev.contract.broker.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

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
    private final Store store;
    private final Runnable closing;
    private final Egress egress;
    private final Courier courier;
    private final BrokerRoutes routes;
    private final Door door;
    private final Clock clock;
    private volatile @Nullable CourierThreads delivering;
    private volatile @Nullable UpkeepThread upkeep;

    private Broker(Store store, Runnable closing, ApiSettings api, AccessSettings access, DeliverySettings webhooks) {
        this.store = store;
        this.closing = closing;
        this.clock = api.clock();
        this.egress = new Egress(webhooks.rules());
        this.courier = new Courier(store, egress, webhooks, clock);
        this.routes = new BrokerRoutes(new WatchedStore(store, this::wake), api, courier);
        this.door = new Door(routes, store, api, access);
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
        SqlStore store = SqlStore.open(settings.database(), settings.vault());
        return new Broker(store, store::close, settings.api(), settings.access(), settings.webhooks());
    }

    /** A broker over a directory of files, for this process alone, which closes the directory with it. */
    public static Broker over(DirectoryStore directory, ApiSettings api) {
        return new Broker(
                directory,
                directory::close,
                api.withClock(directory.clock()),
                AccessSettings.LOCAL,
                DeliverySettings.DEFAULT);
    }

    /** The API as a function, for whoever is in this process and may do everything. */
    public BrokerRoutes routes() {
        return routes;
    }

    /** The same for everybody outside of this process: with accounts. */
    public Door door() {
        return door;
    }

    /** Runs webhooks from now on until this is closed; those that were triggered before, too. To be called once. */
    public void startDelivering() {
        delivering = CourierThreads.start(courier);
    }

    /** Removes what is old from now on, when it is time to. To be called once. */
    public void startUpkeep(Upkeep.Plan plan) {
        upkeep = UpkeepThread.start(new Upkeep(store, plan, clock), clock);
    }

    private void wake() {
        CourierThreads running = delivering;
        if (running != null) {
            running.wake();
        }
    }

    /** What runs webhooks, for those who want to say themselves when. */
    Courier courier() {
        return courier;
    }

    /** What is kept, for those in this process who run the broker. */
    public Store store() {
        return store;
    }

    @Override
    public void close() {
        CourierThreads running = delivering;
        if (running != null) {
            running.close();
        }
        UpkeepThread looking = upkeep;
        if (looking != null) {
            looking.close();
        }
        egress.close();
        closing.run();
    }
}
