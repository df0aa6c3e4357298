package dev.contract.broker.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The environments. */
public interface Environments {

    /** All of them, by name. */
    List<Environment> all();

    Optional<Environment> find(EnvironmentName name);

    Optional<Environment> byUuid(String uuid);

    Environment create(String uuid, Environment.Details details, Instant now);

    Environment update(Environment environment, Environment.Details details, Instant now);

    /** Removes the environment with its deployments and releases. */
    void delete(Environment environment);
}
