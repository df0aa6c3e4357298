/**
 * What happened to a broker, as values: a version was made, a contract published, verified, deployed, removed.
 *
 * <p>In: the names of things, never the keys of a database, so that a fact means the same wherever it is told. Out: the same change again,
 * on any {@link dev.contract.broker.domain.Transaction}. A fact says what came of a decision, not what was asked: replaying decides
 * nothing, and never fails, for a fact that needs something that is gone has nothing to do. Knows neither files nor SQL.
 *
 * <p>Start reading at {@link dev.contract.broker.domain.fact.Fact}.
 */
@NullMarked
package dev.contract.broker.domain.fact;

import org.jspecify.annotations.NullMarked;
