package dev.contract.broker.domain.webhook;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a contract says something new: against the one before it on each of its branches, and with each of its tags. */
final class ContentChange {
    private ContentChange() {}

    /** Where it does, in words; empty when it says what the others before it said. */
    static Optional<String> of(Pact pact, Transaction kept) {
        List<BranchMember> branches = kept.branches().of(pact.consumer());
        List<Tag> tags = kept.tags().of(pact.consumer());
        List<String> changes = new ArrayList<>();
        for (BranchMember member : branches) {
            String place = "branch " + member.branch().name();
            compare(pact, kept.pacts().before(pact, member.branch().name()), place, changes);
        }
        for (Tag tag : tags) {
            compare(pact, kept.pacts().before(pact, tag.name()), "tag " + tag.name(), changes);
        }
        if (branches.isEmpty() && tags.isEmpty()) {
            compare(pact, kept.pacts().beforeWithoutPlace(pact), "versions without branch and tag", changes);
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changes));
    }

    private static void compare(Pact pact, Optional<Pact> before, String place, List<String> changes) {
        if (before.isEmpty()) {
            changes.add("first pact of " + place);
        } else if (before.get().contentId() != pact.contentId()) {
            changes.add("differs from " + before.get().consumer().number() + " of " + place);
        }
    }
}
