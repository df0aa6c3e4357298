package dev.contract.broker.domain;

import java.time.Instant;

/** A branch of an application's repository. */
public record Branch(long id, Party owner, BranchName name, Instant createdAt, Instant updatedAt) {}
