package dev.contract.samples.springuserservice;

/** Somebody who may order. */
record User(String id, String name) {}
