package dev.contract.broker.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The applications, and which of them have contracts with each other. */
public interface Pacticipants {

    Optional<Pacticipant> find(PacticipantName name);

    /** All of them, by name. */
    List<Pacticipant> all();

    /** Those whose name holds the text, whatever its case, by name; every name holds the empty text. */
    List<Pacticipant> named(String part, Slice slice);

    long count(String part);

    Created<Pacticipant> ensure(PacticipantName name, Instant now);

    Pacticipant update(Party party, Pacticipant.Details details, Instant now);

    /** Removes the application and everything that hangs on it. */
    void delete(Party party);

    List<String> labels(Party party);

    /** The labels of all applications, each once, by name. */
    List<String> labels(Slice slice);

    long countLabels();

    /** True when the label is new. */
    boolean addLabel(Party party, String label, Instant now);

    /** False when there is no such label. */
    boolean removeLabel(Party party, String label);

    List<Pacticipant> labelled(String label);

    /** The applications that ever had a pact with this provider, by name. */
    List<Party> consumersOf(Party provider);

    void integrate(Party consumer, Party provider, Instant now);
}
