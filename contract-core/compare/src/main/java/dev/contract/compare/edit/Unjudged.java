package dev.contract.compare.edit;

import dev.contract.core.model.Interaction;

/** An interaction of which nobody can say without running anything whether a change would break it. */
public record Unjudged(String consumer, Interaction interaction, String reason) {}
