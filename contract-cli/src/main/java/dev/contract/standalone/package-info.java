/**
 * A stub that stands alone: contracts served to whoever asks, without a test around them, and steered over HTTP.
 *
 * <p>In: {@link dev.contract.standalone.StandaloneSettings}, and a function that loads contracts as often as it is asked to. Out: servers,
 * one for each port, and below {@code /__contract} of each of them the control API, which a document of OpenAPI describes that it serves
 * itself. Knows nothing of the command line, of files or of the broker.
 *
 * <p>{@link dev.contract.standalone.Shelf} holds what is served, {@link dev.contract.standalone.Doors} where. {@link
 * dev.contract.standalone.ControlApi} is a function from request to response, and needs no socket. Start reading at {@link
 * dev.contract.standalone.StandaloneStub}.
 */
@NullMarked
package dev.contract.standalone;

import org.jspecify.annotations.NullMarked;
