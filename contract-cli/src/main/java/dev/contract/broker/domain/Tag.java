package dev.contract.broker.domain;

import java.time.Instant;

/** That a version carries a tag; {@code latest} when no newer version of the application does. */
public record Tag(TagName name, Version version, boolean latest, Instant createdAt) {}
