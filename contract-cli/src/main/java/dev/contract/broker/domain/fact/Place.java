package dev.contract.broker.domain.fact;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Transaction;
import java.util.Optional;

/**
 * An environment as somebody knew it.
 *
 * @param name what it was called then
 * @param uuid by which it is found when it was renamed meanwhile; another environment of the same name is meant when there is none with it
 */
public record Place(EnvironmentName name, String uuid) implements Mentioned {

    @Override
    public String identity() {
        return "environment\n" + uuid;
    }

    @Override
    public String description() {
        return "the environment " + name;
    }

    public static Place of(Environment environment) {
        return new Place(environment.name(), environment.uuid());
    }

    Optional<Environment> find(Transaction kept) {
        return kept.environments().byUuid(uuid).or(() -> kept.environments().find(name));
    }
}
