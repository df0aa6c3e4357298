/**
 * Speaks to a contract broker (ours or a Pact Broker) as its clients do: follows the links of its HAL documents.
 *
 * <p>In: what to publish or to ask, as values; results of verifications. Out: the broker's answers as values, or a {@link
 * dev.contract.provider.broker.BrokerException} that carries the broker's own words; contracts to verify. Knows JSON and HTTP; knows
 * nothing of matching or of the command line.
 *
 * <p>How a request travels is a {@link dev.contract.provider.broker.BrokerTransport}: over the network ({@link
 * dev.contract.provider.broker.HttpBrokerTransport}) or straight into a broker inside this process. A link never leads away from the
 * address that the user gave: of every link only the part below that address is used, so credentials go nowhere else, and a broker
 * behind a proxy works although it writes another host name into its links. Start reading at {@link
 * dev.contract.provider.broker.BrokerClient}.
 */
@NullMarked
package dev.contract.provider.broker;

import org.jspecify.annotations.NullMarked;
