/**
 * The matchers: one file each, behind one interface, {@link dev.contract.core.matching.rule.Rule}.
 *
 * <p>In: {@link dev.contract.core.model.MatchingRule}s, which are data. Out: {@link dev.contract.core.matching.rule.Rules} that judge a
 * value against its example and say in a sentence why they refuse it. Which rules apply to which value is decided in
 * {@code matching.select}; how documents are walked, in the rooms of the body formats. Start reading at
 * {@link dev.contract.core.matching.rule.RuleCompiler}, where every name has its matcher.
 */
@NullMarked
package dev.contract.core.matching.rule;

import org.jspecify.annotations.NullMarked;
