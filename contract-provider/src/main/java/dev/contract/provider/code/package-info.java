/**
 * The users' own code that a verification calls: handlers of states, producers of messages, handlers of requests.
 *
 * <p>In: what it threw. Out: words for a report. Knows neither what the code is for nor who called it; the rooms that do, use this one.
 * Start reading at {@link dev.contract.provider.code.Thrown}.
 */
@NullMarked
package dev.contract.provider.code;

import org.jspecify.annotations.NullMarked;
