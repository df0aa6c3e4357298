package dev.contract.samples.immunizationdecider;

import java.util.List;

/**
 * How far a decision is.
 *
 * @param available the names of vaccines; empty as long as nothing is decided
 */
record Decision(Status status, List<String> available) {
    enum Status {
        PENDING,
        DONE,
        FAILED
    }

    static Decision pending() {
        return new Decision(Status.PENDING, List.of());
    }

    static Decision failed() {
        return new Decision(Status.FAILED, List.of());
    }

    static Decision of(List<Vaccine> available) {
        return new Decision(Status.DONE, available.stream().map(Vaccine::name).toList());
    }
}
