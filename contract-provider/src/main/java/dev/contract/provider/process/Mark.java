package dev.contract.provider.process;

import java.util.UUID;

/**
 * The name of an environment variable that stands at everything a service starts, and at nothing else.
 *
 * <p>The tree of processes is lost when a parent ends before its children, as daemons do on purpose; an environment is inherited
 * whatever becomes of the parent.
 */
record Mark(String variable) {

    static Mark fresh() {
        return new Mark("CONTRACT_SERVICE_" + UUID.randomUUID().toString().replace("-", ""));
    }
}
