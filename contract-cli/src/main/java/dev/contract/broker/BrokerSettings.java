package dev.contract.broker;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.store.DatabaseAddress;
import java.nio.file.Path;

/**
 * What a broker is opened with.
 *
 * @param database where everything is kept
 */
public record BrokerSettings(DatabaseAddress database, ApiSettings api, AccessSettings access) {

    /** A broker over a file, everything else as it comes. */
    public static BrokerSettings of(Path database) {
        return of(DatabaseAddress.file(database));
    }

    /** A broker over a database, everything else as it comes. */
    public static BrokerSettings of(DatabaseAddress database) {
        return new BrokerSettings(database, ApiSettings.DEFAULT, AccessSettings.LOCAL);
    }

    public BrokerSettings withApi(ApiSettings other) {
        return new BrokerSettings(database, other, access);
    }

    public BrokerSettings withAccess(AccessSettings other) {
        return new BrokerSettings(database, api, other);
    }
}
