/**
 * What an expectation accepts, as a value.
 *
 * <p>In: a part of an interaction, its example with its rules. Out: for every path, which kinds of values are accepted, within which
 * bounds, lengths, formats and patterns, what may be null or absent, what else may stand beside it, and what the rules leave open. Reads
 * rules with the same selection as {@code matching}, so that nobody means another rule by a path.
 *
 * <p>Start reading at {@link dev.contract.compare.accept.Shape}, which {@link dev.contract.compare.accept.ShapeCompiler} makes; elements
 * have an {@link dev.contract.compare.accept.XmlShape}.
 */
@NullMarked
package dev.contract.compare.accept;

import org.jspecify.annotations.NullMarked;
