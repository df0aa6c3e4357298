package dev.contract.compare.inclusion;

import dev.contract.core.matching.rule.RuleCompiler;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.RuleGroup;

/** Rules as the matcher makes them; what is wrong with them, others say. */
final class CompiledGroups {
    private CompiledGroups() {}

    static Rules of(RuleGroup group) {
        return new RuleCompiler(() -> "", problem -> {}).compile(group);
    }
}
