package dev.contract.broker.domain.selection;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says why a pact is, or is not, pending and work in progress: the facts that {@link PactSelection} decides by. For builds of a branch, or of
 * nothing that is known; not for those that name tags.
 */
public final class Grounds {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Transaction kept;
    private final @Nullable BranchName wanted;
    private final Optional<Branch> branch;
    private final Pact pact;

    private Grounds(Pact pact, Wishes wishes, Transaction kept) {
        this.kept = kept;
        this.wanted = wishes.branch();
        this.branch =
                Optional.ofNullable(wanted).flatMap(name -> kept.branches().find(pact.provider(), name));
        this.pact = pact;
    }

    /** Of a pact that is to be verified. */
    public static List<String> of(SelectedPact selected, Wishes wishes, Transaction kept) {
        Grounds grounds = new Grounds(selected.pact(), wishes, kept);
        List<String> lines = new ArrayList<>(grounds.results());
        if (selected.wip()) {
            lines.add(
                    "Work in progress: nobody asked for it by name, it is the newest of its branch or tag, and it never passed when it was asked for.");
        }
        if (Boolean.TRUE.equals(selected.pending())) {
            lines.add("Pending: a failure will not fail the build" + grounds.place() + ".");
        } else {
            lines.add("Not pending: it passed before, so that a failure is the provider's.");
        }
        return lines;
    }

    /**
     * Of a pact at the head of a branch that is not to be verified.
     *
     * @param at the branch
     */
    public static List<String> against(Pact pact, BranchName at, Wishes wishes, Transaction kept) {
        Grounds grounds = new Grounds(pact, wishes, kept);
        List<String> lines = new ArrayList<>();
        lines.add("It is the newest from branch " + at + ", which is neither the main branch nor in any environment.");
        Instant since = wishes.wipSince();
        if (grounds.wanted == null) {
            lines.add("There is no work in progress for a build whose branch is not known.");
        } else if (since == null || !pact.createdAt().isAfter(since)) {
            lines.add("It was published before the time from which work in progress is wanted.");
        } else {
            lines.addAll(grounds.results());
            lines.add("It passed when it was asked for, and so is no work in progress any more.");
        }
        return lines;
    }

    private String place() {
        return wanted == null ? "" : " of branch " + wanted;
    }

    /** What results there are, as far as they count. */
    private List<String> results() {
        List<String> lines = new ArrayList<>();
        Optional<Instant> here = branch.flatMap(known -> first(
                kept.verifications().firstSuccess(pact.contentId(), known, false),
                kept.verifications().firstSuccess(pact.contentId(), known, true)));
        here.ifPresent(time -> lines.add("It passed first on branch " + wanted + " on " + DAY.format(time) + "."));
        Branch known = branch.orElse(null);
        Optional<Instant> elsewhere = first(
                kept.verifications().firstSuccessElsewhere(pact.contentId(), known, false),
                kept.verifications().firstSuccessElsewhere(pact.contentId(), known, true));
        if (here.isEmpty()) {
            elsewhere.ifPresent(time -> lines.add(elsewhere(time)));
            lines.add(last());
        }
        return lines;
    }

    private String elsewhere(Instant time) {
        String passed = "It passed on another branch on " + DAY.format(time);
        return branch.filter(known -> !time.isBefore(known.createdAt()))
                .map(known -> passed + ", which does not count: branch " + wanted + " is older, since "
                        + DAY.format(known.createdAt()) + ".")
                .orElse(passed + ", before branch " + (wanted == null ? "any" : wanted) + " was there, which counts.");
    }

    private String last() {
        Optional<Verification> last = kept.verifications().last(pact.contentId());
        if (last.isEmpty()) {
            return "Nobody has ever verified this content.";
        }
        String what = last.get().success() ? "passed" : "failed";
        return "Its newest result " + what + ", at " + last.get().provider() + " on "
                + DAY.format(last.get().verifiedAt()) + ".";
    }

    private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
