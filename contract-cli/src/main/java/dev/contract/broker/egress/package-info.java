/**
 * Requests that leave the broker: to places that users named, and therefore only where the operator permits it.
 *
 * <p>In: a {@link dev.contract.broker.egress.Outgoing} request and {@link dev.contract.broker.egress.EgressRules}. Out: an
 * {@link dev.contract.broker.egress.Outcome}, never an exception. The address that a host resolves to is judged where the connection is
 * made, so that no other answer of a name server can come between; a redirect is judged like a request of its own. Every exchange has an
 * end, and every answer a largest size. Knows nothing of webhooks.
 *
 * <p>Start reading at {@link dev.contract.broker.egress.Egress}.
 */
@NullMarked
package dev.contract.broker.egress;

import org.jspecify.annotations.NullMarked;
