package dev.contract.broker;

import dev.contract.broker.api.ApiSettings;
import java.nio.file.Path;

/**
 * What a broker is opened with.
 *
 * @param database the file; created when there is none
 */
public record BrokerSettings(Path database, ApiSettings api) {

    /** A broker over a file, everything else as it comes. */
    public static BrokerSettings of(Path database) {
        return new BrokerSettings(database, ApiSettings.DEFAULT);
    }

    public BrokerSettings withApi(ApiSettings other) {
        return new BrokerSettings(database, other);
    }
}
