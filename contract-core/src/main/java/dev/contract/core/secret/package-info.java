/**
 * What looks like a secret, for all who show or write down what went over a wire.
 *
 * <p>Two questions: {@link dev.contract.core.secret.Secrets} masks whatever might be one, in messages, reports and journals;
 * {@link dev.contract.core.secret.LikelySecret} says what certainly looks like a real one, and leaves the examples alone that people write
 * into contracts. Keeps nothing and knows no exchange. Start reading at {@link dev.contract.core.secret.Secrets}.
 */
@NullMarked
package dev.contract.core.secret;

import org.jspecify.annotations.NullMarked;
