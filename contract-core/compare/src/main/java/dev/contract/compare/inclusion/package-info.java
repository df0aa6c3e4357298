/**
 * Whether all that one expectation accepts is accepted by another.
 *
 * <p>In: two requests, responses or messages of contracts. Out: included; or not included, with a witness, a concrete request, response or
 * message that one accepts and the other refuses; or unknown, with the reason. A witness is one only when {@code matching} itself says
 * so, and what is called included is proven, never guessed.
 *
 * <p>Start reading at {@link dev.contract.compare.inclusion.Inclusion}; JSON documents are compared from {@code JsonInclusion} on, XML by
 * {@code XmlInclusion}, texts by {@code TextInclusion}.
 */
@NullMarked
package dev.contract.compare.inclusion;

import org.jspecify.annotations.NullMarked;
