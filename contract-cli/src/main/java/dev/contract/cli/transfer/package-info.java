/**
 * What another broker knows, taken over its API: ours, or a Pact Broker.
 *
 * <p>In: a client of the other broker, and the store of ours. Out: applications, versions in their order, branches, tags, contracts with the
 * names of their contents, results, environments, what is live, and webhooks without their secrets. Everything is looked up before it is
 * added, so that a transfer that broke off goes on when it is repeated, and a whole one changes nothing. Knows nothing of options.
 *
 * <p>Start reading at {@link dev.contract.cli.transfer.Transfer}.
 */
@NullMarked
package dev.contract.cli.transfer;

import org.jspecify.annotations.NullMarked;
