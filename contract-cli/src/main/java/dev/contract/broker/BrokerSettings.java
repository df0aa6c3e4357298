package dev.contract.broker;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.store.DatabaseAddress;
import dev.contract.broker.store.Vault;
import java.nio.file.Path;

/**
 * What a broker is opened with.
 *
 * @param database where everything is kept
 * @param vault how the secrets of webhooks are kept there
 */
public record BrokerSettings(
        DatabaseAddress database, ApiSettings api, AccessSettings access, DeliverySettings webhooks, Vault vault) {

    /** A broker over a file, everything else as it comes. */
    public static BrokerSettings of(Path database) {
        return of(DatabaseAddress.file(database));
    }

    /** A broker over a database, everything else as it comes. */
    public static BrokerSettings of(DatabaseAddress database) {
        return new BrokerSettings(
                database, ApiSettings.DEFAULT, AccessSettings.LOCAL, DeliverySettings.DEFAULT, Vault.OPEN);
    }

    public BrokerSettings withApi(ApiSettings other) {
        return new BrokerSettings(database, other, access, webhooks, vault);
    }

    public BrokerSettings withAccess(AccessSettings other) {
        return new BrokerSettings(database, api, other, webhooks, vault);
    }

    public BrokerSettings withWebhooks(DeliverySettings others) {
        return new BrokerSettings(database, api, access, others, vault);
    }

    public BrokerSettings withVault(Vault other) {
        return new BrokerSettings(database, api, access, webhooks, other);
    }
}
