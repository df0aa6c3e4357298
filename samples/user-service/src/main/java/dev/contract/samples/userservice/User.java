package dev.contract.samples.userservice;

/** Somebody who may order. */
record User(String id, String name) {}
