package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;

/** The broker inside this process, over a local file. */
final class LocalBroker {
    /** What the links of a local broker start with: no real address, so that nobody takes it for one. */
    static final String BASE = "http://local-broker";

    private LocalBroker() {}

    static BrokerAccess open(Path database) {
        return Optional.<BrokerAccess>empty()
                .orElseThrow(() -> new ContractException(Problem.error("CONTRACT-BROKER", "no broker is named")
                        .at(database.toString())
                        .mend("give --broker-base-url, or set PACT_BROKER_BASE_URL")));
    }
}
