/**
 * Which rules apply to which value of a document: the Pact specification's weights, ties and cascading, settled before any value is
 * looked at.
 *
 * <p>In: rule groups by path expression. Out: a {@link dev.contract.core.matching.select.RuleState} for the root of a document, which
 * knows the rules selected there and steps to the state of any entry. States are few and are made once, so that walking a document
 * parses and compares no paths. Knows nothing of body formats. Start reading at {@link dev.contract.core.matching.select.RuleState}.
 */
@NullMarked
package dev.contract.core.matching.select;

import org.jspecify.annotations.NullMarked;
