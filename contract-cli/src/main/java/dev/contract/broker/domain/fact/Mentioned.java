package dev.contract.broker.domain.fact;

/** Something that a fact tells of for the first time, and others mention. */
public sealed interface Mentioned permits ContentKey, Place {

    /** The same for all that mean the same thing, and for nothing else. */
    String identity();

    /** What it is, for people. */
    String description();
}
