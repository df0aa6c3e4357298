/**
 * Turns files of other tools into interactions: stub mappings of WireMock, imposters of Mountebank, contracts of Spring Cloud Contract.
 *
 * <p>In: the bytes of a file, and a way to the files it names. Out: {@link dev.contract.draft.foreign.Imported}, the interactions, and every
 * piece that became no part of one, with its place. What such a tool says of a request and a contract cannot say keeps the whole of it out:
 * an interaction that asks for less would be another one. What only stubs do (delays, priorities, further answers) is told and left away.
 *
 * <p>One file per tool; what they share is {@code Ported}, an interaction that is being put together.
 */
@NullMarked
package dev.contract.draft.foreign;

import org.jspecify.annotations.NullMarked;
