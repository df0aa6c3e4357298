package dev.contract.broker.domain.selection;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a provider has passed a content before, so that a failure now is its own fault.
 *
 * <p>A success on the branch that is built counts for ever. A success on another branch counts when it is older than the branch: a new
 * branch starts with what was true when it was cut.
 */
final class Trust {
    private final Transaction kept;
    private final List<Predicate<Question>> places = new ArrayList<>();

    /** About which content, and whether results from work in progress count. */
    private record Question(long content, boolean withWip) {}

    Trust(Party provider, Wishes wishes, Transaction kept) {
        this.kept = kept;
        BranchName branch = wishes.branch();
        if (branch != null) {
            Optional<Branch> known = kept.branches().find(provider, branch);
            places.add(question -> passed(question, known));
        } else {
            for (TagName tag : wishes.tags()) {
                Optional<Instant> firstUsed = kept.tags().firstUsed(provider, tag);
                places.add(question -> passed(question, tag, firstUsed));
            }
        }
    }

    /** Whether it is known what is built: without it there is no work in progress. */
    boolean knowsPlace() {
        return !places.isEmpty();
    }

    /** Pending as long as one branch or tag that is built has not passed it. */
    boolean isPending(long content) {
        if (places.isEmpty()) {
            return !kept.verifications().hasSuccess(content);
        }
        return isUnproven(new Question(content, true));
    }

    /** Whether it was never passed when it was asked for by name. */
    boolean isInProgress(long content) {
        return isUnproven(new Question(content, false));
    }

    private boolean isUnproven(Question question) {
        return !places.stream().allMatch(place -> place.test(question));
    }

    private boolean passed(Question question, Optional<Branch> branch) {
        boolean here = branch.isPresent()
                && (kept.verifications()
                                .firstSuccess(question.content(), branch.get(), false)
                                .isPresent()
                        || (question.withWip()
                                && kept.verifications()
                                        .firstSuccess(question.content(), branch.get(), true)
                                        .isPresent()));
        return here
                || passedElsewhere(question, branch, false)
                || (question.withWip() && passedElsewhere(question, branch, true));
    }

    private boolean passedElsewhere(Question question, Optional<Branch> branch, boolean wip) {
        return kept.verifications()
                .firstSuccessElsewhere(question.content(), branch.orElse(null), wip)
                .filter(time -> branch.isEmpty() || time.isBefore(branch.get().createdAt()))
                .isPresent();
    }

    private boolean passed(Question question, TagName tag, Optional<Instant> firstUsed) {
        boolean here = kept.verifications()
                        .firstSuccess(question.content(), tag, false)
                        .isPresent()
                || (question.withWip()
                        && kept.verifications()
                                .firstSuccess(question.content(), tag, true)
                                .isPresent());
        return here
                || passedElsewhere(question, tag, firstUsed, false)
                || (question.withWip() && passedElsewhere(question, tag, firstUsed, true));
    }

    private boolean passedElsewhere(Question question, TagName tag, Optional<Instant> firstUsed, boolean wip) {
        return kept.verifications()
                .firstSuccessElsewhere(question.content(), tag, wip)
                .filter(time -> firstUsed.isEmpty() || time.isBefore(firstUsed.get()))
                .isPresent();
    }
}
