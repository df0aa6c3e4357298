package dev.contract.broker.domain;

/** That a version is on a branch. */
public record BranchMember(Branch branch, Version version, boolean head) {}
