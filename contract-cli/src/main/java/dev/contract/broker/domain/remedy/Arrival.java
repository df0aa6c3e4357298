package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.matrix.Pick;
import java.util.Optional;
import java.util.stream.Stream;

/** How a version comes where a choice finds it. */
final class Arrival {
    /** A branch of this name becomes the main branch where there is none. */
    private static final BranchName MAIN = new BranchName("main");

    private Arrival() {}

    /** The ways for one version; none for choices that no action changes. */
    static Stream<Way> by(Pick pick, Candidate candidate, Transaction kept) {
        if (pick instanceof Pick.In in) {
            return Stream.of(Way.of(new Action.Deploy(candidate, in.environment(), null, null)));
        }
        if (pick instanceof Pick.Tagged tagged) {
            return Stream.of(Way.of(new Action.Tag(candidate, tagged.tag())));
        }
        if (pick instanceof Pick.OnBranch on) {
            return Stream.of(Way.of(new Action.PutOnBranch(candidate, on.branch())));
        }
        return pick instanceof Pick.OnMainBranch ? onMainBranch(candidate, kept) : Stream.empty();
    }

    private static Stream<Way> onMainBranch(Candidate candidate, Transaction kept) {
        Optional<BranchName> main =
                kept.pacticipants().find(candidate.owner().name()).flatMap(Pacticipant::mainBranch);
        Way put = Way.of(new Action.PutOnBranch(candidate, main.orElse(MAIN)));
        return main.isPresent() ? Stream.of(put) : Stream.concat(named(candidate, kept), Stream.of(put));
    }

    /** Perhaps it is there already, and only nobody said which branch it is. */
    private static Stream<Way> named(Candidate candidate, Transaction kept) {
        if (candidate.version() == null) {
            return Stream.empty();
        }
        return kept.branches().of(candidate.version()).stream()
                .filter(member -> member.head())
                .map(member -> Way.of(new Action.NameMainBranch(
                        candidate.owner(), member.branch().name())));
    }
}
