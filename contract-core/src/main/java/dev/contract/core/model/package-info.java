/**
 * What two sides agreed on, in one shape for all versions of the file format.
 *
 * <p>A {@link dev.contract.core.model.Contract} holds {@link dev.contract.core.model.Interaction}s; each part of one is an example
 * together with the {@link dev.contract.core.model.MatchingRules} that say what may differ from it and the
 * {@link dev.contract.core.model.Generators} that make fresh values. All of it is data: rules are compiled and run in
 * {@code matching}, generators in {@code generating}, texts are read and written in {@code format}.
 *
 * <p>What the reader met and this model has no place for is kept as JSON beside it, so that it can be written back.
 * Start reading at {@link dev.contract.core.model.Contract}.
 */
@NullMarked
package dev.contract.core.model;

import org.jspecify.annotations.NullMarked;
