/**
 * How much a contract would notice: the response that honoured it is changed in one place at a time, and the matcher judges again.
 *
 * <p>In: an expected response, its plan, and a response that it accepted. Out: a {@link dev.contract.provider.strength.Strength}, the changes
 * that nobody would notice among them, each with what the consumer could write instead. Changed is only what the contract speaks of, for what
 * a consumer does not read may be anything. Knows nothing of servers, files or reports; nothing is random, and the work is bounded.
 *
 * <p>Start reading at {@link dev.contract.provider.strength.Strength}.
 */
@NullMarked
package dev.contract.provider.strength;

import org.jspecify.annotations.NullMarked;
