package dev.contract.broker.domain;

import java.util.List;
import java.util.Optional;

/** Which consumers have contracts with which providers. */
public interface Integrations {

    /** Those of which either name holds the text, whatever its case, by the names; every name holds the empty text. */
    List<Integration> named(String part, Slice slice);

    long count(String part);

    Optional<Integration> find(Party consumer, Party provider);

    /**
     * Removes it with all contracts and results between the two, and the versions that this leaves without any contract and result, unless
     * they are in an environment.
     */
    void delete(Integration integration);
}
