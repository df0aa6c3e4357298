/**
 * The broker's HTTP API: HAL documents over the paths that every Pact client knows.
 *
 * <p>In: an {@link dev.contract.core.http.HttpRequest}. Out: an {@link dev.contract.core.http.HttpResponse}, also for everything that goes
 * wrong. No socket is opened here: the server and the in-process transport of the command line call the same function. One request is
 * one transaction of the store.
 *
 * <p>Start reading at {@link dev.contract.broker.api.BrokerRoutes}; then one {@code …Resource} for each family of paths. Names in paths are
 * decoded after the path is taken apart, so that they may hold slashes.
 */
@NullMarked
package dev.contract.broker.api;

import org.jspecify.annotations.NullMarked;
