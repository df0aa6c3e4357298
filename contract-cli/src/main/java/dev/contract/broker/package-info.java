/**
 * The broker: keeps contract versions and verification results, and answers whether a version can be deployed.
 *
 * <p>In: a database or a directory, and settings. Out: a {@link dev.contract.broker.Broker}, whose routes are a function from request to
 * response, and, for those who want it over HTTP, a {@link dev.contract.broker.BrokerServer}. What it decides stands in {@code domain},
 * how it is kept in {@code store} and {@code directory}, how it is asked in {@code api}. Knows nothing of the command line. Start reading
 * at {@link dev.contract.broker.Broker}.
 */
@NullMarked
package dev.contract.broker;

import org.jspecify.annotations.NullMarked;
