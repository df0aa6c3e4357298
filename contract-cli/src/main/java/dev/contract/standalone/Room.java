package dev.contract.standalone;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.HashMap;
import java.util.Map;

/** How much the control API has added is kept: by the bytes of the calls, for nobody can tell what a call weighs in memory. One thread at a time. */
final class Room {
    private final long most;
    private final Map<String, Integer> bytes = new HashMap<>();
    private long taken;

    /** @param most bytes of all calls together */
    Room(long most) {
        this.most = most;
    }

    /**
     * Keeps what a call has added, in place of what it has under this name already.
     *
     * @throws ContractException if there is no room for it; nothing has changed then
     */
    void take(String name, int size) {
        long others = taken - bytes.getOrDefault(name, 0);
        if (others + size > most) {
            throw new ContractException(Problem.error(
                            "STUB-FULL", "no more than " + most + " bytes of interactions and answers can be added")
                    .found(others + " bytes, and " + size + " in this call")
                    .mend("delete some, or all of them: DELETE " + ControlApi.PREFIX + "/interactions"));
        }
        bytes.put(name, size);
        taken = others + size;
    }

    void free(String name) {
        Integer size = bytes.remove(name);
        taken -= size == null ? 0 : size;
    }
}
