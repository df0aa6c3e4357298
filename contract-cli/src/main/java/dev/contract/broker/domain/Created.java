package dev.contract.broker.domain;

/** Something that is kept now, and whether it is so only since this call. */
public record Created<T>(T value, boolean fresh) {}
