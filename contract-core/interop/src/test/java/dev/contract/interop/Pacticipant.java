package dev.contract.interop;

/** A version of an application, on a branch. */
record Pacticipant(String name, String version, String branch) {}
