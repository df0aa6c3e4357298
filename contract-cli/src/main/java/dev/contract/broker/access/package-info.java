/**
 * Who may do what in a broker.
 *
 * <p>In: a request from somewhere, and the accounts and tokens that there are. Out: the answer of the routes, or one that denies it, and a line
 * in the log {@code dev.contract.broker.audit} for each change. Knows neither sockets nor what the routes do: each of them says what it
 * asks for ({@link dev.contract.broker.api.Demand}), and is asked only when whoever sent the request may have that.
 *
 * <p>Start reading at {@link dev.contract.broker.access.Door}.
 */
@NullMarked
package dev.contract.broker.access;

import org.jspecify.annotations.NullMarked;
