package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.PacticipantName;

/** An application that the question names, and which of its versions are meant. */
public record Selector(PacticipantName name, Pick pick) {}
