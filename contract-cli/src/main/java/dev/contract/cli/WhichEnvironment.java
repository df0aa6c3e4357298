package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerEnvironment;
import dev.contract.provider.broker.BrokerResource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An environment by its UUID, as the Pact tools want it, or by its name. */
@Command
final class WhichEnvironment {
    @Option(names = "--uuid", paramLabel = "UUID", order = 1, description = "The environment, by its UUID.")
    private @Nullable String uuid;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            order = 2,
            description = "The environment, by its name; beside --uuid the name that it gets.")
    private @Nullable String name;

    /** The name that it is to have; empty when that stays as it is. */
    Optional<String> newName() {
        return uuid == null ? Optional.empty() : Optional.ofNullable(name);
    }

    BrokerResource resource(BrokerClient broker) {
        return broker.at("environments", uuid == null ? uuid(broker) : uuid);
    }

    private String uuid(BrokerClient broker) {
        if (name == null) {
            throw new WrongUsage("say which environment it is about, with --name or --uuid");
        }
        return named(broker, name).uuid();
    }

    /** The environment of a name, which has to be there. */
    static BrokerEnvironment named(BrokerClient broker, String name) {
        List<BrokerEnvironment> all = broker.environments();
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ContractException(
                        Problem.error("CONTRACT-BROKER", "there is no environment " + Quoted.text(name))
                                .found("environments "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(BrokerEnvironment::name)
                                                        .toList()))
                                .mend("use one of these, or run \"contract create-environment --name " + name + "\"")));
    }
}
