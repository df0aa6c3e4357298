/**
 * What a broker knows and decides: applications, versions, branches, tags, contracts and their results, environments.
 *
 * <p>In: typed values, never text from the wire. Out: the records of this room, or a {@link dev.contract.broker.domain.Refusal} that
 * says why not and what to do. All that is kept is reached through {@link dev.contract.broker.domain.Transaction}, a set of small
 * ports that the store implements. Knows no SQL and no HTTP.
 *
 * <p>Start reading at {@link dev.contract.broker.domain.Transaction}; the decisions live in the rooms inside: {@code matrix} (can I
 * deploy), {@code publishing} (what happens when data arrives), {@code selection} (which contracts a provider verifies) and
 * {@code retention} (what is removed in time).
 */
@NullMarked
package dev.contract.broker.domain;

import org.jspecify.annotations.NullMarked;
