/**
 * The Pact compatibility suite: its features, run with cucumber against what users of this project call.
 *
 * <p>In: the suite's folder, by {@code -Dpact.compatibility.suite=DIR}. Out: a test for each scenario. Requests go over real sockets, contracts
 * through the reader and the writer, messages through functions of this JVM. Each class of steps is about one subject, and what a
 * scenario's steps share is in its {@link dev.contract.compatibility.World}. Start reading at {@code CompatibilitySuiteTest}.
 */
package dev.contract.compatibility;
