package dev.contract.broker.page.contract;

import dev.contract.core.model.Generator;
import dev.contract.core.model.RuleGroup;
import java.util.ArrayList;
import java.util.List;

/** What may stand at one place, in words: a few of the rules there, and how many more there are. One thread at a time. */
final class Said {
    private static final int MOST = 20;

    private final List<String> words = new ArrayList<>();
    private int more;

    void add(RuleGroup group) {
        if (RuleWords.isChoice(group)) {
            add(RuleWords.choice(group, MOST));
        } else if (group.rules().isEmpty()) {
            add(RuleWords.NO_RULE);
        } else {
            int room = Math.min(group.rules().size(), MOST - words.size());
            group.rules().subList(0, room).forEach(rule -> words.add(RuleWords.of(rule)));
            more += group.rules().size() - room;
        }
    }

    void add(Generator generator) {
        add(RuleWords.of(generator));
    }

    void add(Said other) {
        other.words.forEach(this::add);
        more += other.more;
    }

    private void add(String text) {
        if (words.size() < MOST) {
            words.add(text);
        } else {
            more++;
        }
    }

    /** As much of it as may be shown. */
    List<String> within(Allowance allowance) {
        List<String> shown = new ArrayList<>();
        words.forEach(word -> shown.add(allowance.cut(word)));
        if (more > 0) {
            allowance.exceed();
            shown.add("and " + more + " more");
        }
        return shown;
    }
}
