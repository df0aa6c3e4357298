package dev.contract.broker.domain;

/** An application as others refer to it: its key in the store and its name. */
public record Party(long id, PacticipantName name) {

    @Override
    public String toString() {
        return name.value();
    }
}
