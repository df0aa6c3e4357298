package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import org.jspecify.annotations.Nullable;

/** Looks, at one start of a service, whether something has come that is waited for. */
interface Probe {
    /**
     * What is missing still, in words; null when nothing is. Asked again and again, by one thread.
     *
     * @throws ContractException if it can never come
     */
    @Nullable
    String obstacle() throws InterruptedException;

    /** What users can do about it when it does not come in time. */
    String mend();
}
