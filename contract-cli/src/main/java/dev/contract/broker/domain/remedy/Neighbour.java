package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.broker.domain.matrix.Working.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shortest way past one neighbour: results for its versions that are there, or other versions of it. One thread at a time. */
final class Neighbour {
    private static final int MOST_LOOKED_AT = 8;

    /** Many instances with many versions have more combinations than anybody waits for. */
    private static final int MOST_COMBINATIONS = 2_000;

    private final Member member;
    private final List<MatrixRow> open;
    private final MatrixQuestion question;
    private final Gaps gaps;
    private final Transaction kept;
    private final Map<Candidate, Way> known = new LinkedHashMap<>();

    /** @param open the rows with it that have not passed */
    Neighbour(Member member, List<MatrixRow> open, MatrixQuestion question, Gaps gaps, Transaction kept) {
        this.member = member;
        this.open = open;
        this.question = question;
        this.gaps = gaps;
        this.kept = kept;
    }

    Way way() {
        if (member.versions().isEmpty()) {
            return arrivals().min(Way.SHORTEST).orElse(Way.NOTHING);
        }
        Way staying = staying();
        return staying.size() < 2 && !staying.mends()
                ? staying
                : replacements(staying)
                        .filter(way -> way.size() < staying.size() || !way.mends())
                        .min(Way.SHORTEST)
                        .orElse(staying);
    }

    private Way staying() {
        return Way.all(open.stream().map(gaps::closed).toList());
    }

    /** Nothing of it is where it is needed. */
    private Stream<Way> arrivals() {
        Pick target = question.target();
        Candidate next = Candidate.next(member.party());
        return target == null || target instanceof Pick.Latest
                ? Stream.of(missing(next))
                : Stream.concat(candidates().stream(), Stream.of(next))
                        .flatMap(each -> Arrival.by(target, each, kept).map(arrival -> arrival.and(missing(each))));
    }

    private Stream<Way> replacements(Way staying) {
        Pick target = question.target();
        if (target instanceof Pick.In in) {
            return question.strictness() == Strictness.COMPAT
                            && member.versions().size() > 1
                    ? Stream.empty()
                    : new Slots(in, staying).found.stream();
        }
        if (target instanceof Pick.Tagged tagged && tagged.latest()) {
            return newer(candidates().stream()
                    .filter(each -> order(each) > member.versions().get(0).order()));
        }
        if (target instanceof Pick.OnMainBranch on && on.latest()) {
            return newer(candidates().stream().filter(each -> !isOnMainBranch(each)));
        }
        return Stream.empty();
    }

    /** The newest of these takes the place of the one that is there. */
    private Stream<Way> newer(Stream<Candidate> candidates) {
        Pick target = question.target();
        return target == null
                ? Stream.empty()
                : candidates.flatMap(each -> Arrival.by(target, each, kept).map(arrival -> arrival.and(missing(each))));
    }

    private static long order(Candidate candidate) {
        return candidate.version() == null
                ? Long.MAX_VALUE
                : candidate.version().order();
    }

    /** One that is on the branch already does not become its head by being put there. */
    private boolean isOnMainBranch(Candidate candidate) {
        Version version = candidate.version();
        Set<Object> main = kept.pacticipants().find(member.party().name()).stream()
                .flatMap(application -> application.mainBranch().stream())
                .collect(Collectors.toSet());
        return version != null
                && kept.branches().of(version).stream()
                        .map(BranchMember::branch)
                        .anyMatch(branch -> main.contains(branch.name()));
    }

    private Way missing(Candidate candidate) {
        return known.computeIfAbsent(candidate, gaps::of);
    }

    /** The newest versions, and those that get along with what was asked about. */
    private Collection<Candidate> candidates() {
        Set<Candidate> all = new LinkedHashSet<>(gaps.newest(member.party()));
        for (Pact pact : gaps.pactsWith(member.party())) {
            kept.verifications().newest(pact.contentId(), MOST_LOOKED_AT).stream()
                    .filter(Verification::success)
                    .forEach(result -> all.add(Candidate.of(result.provider())));
        }
        for (MatrixRow row : open) {
            Version provider = row.provider();
            if (provider != null && row.pact().consumer().owner().equals(member.party())) {
                consumersHonouredBy(provider).forEach(all::add);
            }
        }
        return all;
    }

    private Stream<Candidate> consumersHonouredBy(Version provider) {
        return kept.pacts().honoured(member.party(), provider, MOST_LOOKED_AT).stream()
                .map(Pact::consumer)
                .map(Candidate::of);
    }

    /** Tries other versions at the places where versions of the neighbour are deployed now. */
    private final class Slots {
        private final Pick.In target;
        private final List<DeployedVersion> deployed;
        private final List<Candidate> fixed;
        private final Collection<Candidate> candidates = candidates();
        private final List<Way> found = new ArrayList<>();
        private int most;
        private int combinations;

        private Slots(Pick.In target, Way staying) {
            this.target = target;
            this.most = staying.size();
            this.deployed = kept.deployments().deployed(member.party()).stream()
                    .filter(each ->
                            each.environment().id() == target.environment().id())
                    .toList();
            this.fixed = kept.deployments().released(member.party()).stream()
                    .filter(each -> each.supported()
                            && each.environment().id() == target.environment().id())
                    .map(each -> Candidate.of(each.version()))
                    .toList();
            fill(0, List.copyOf(fixed), Way.NOTHING);
        }

        private void fill(int slot, List<Candidate> there, Way moves) {
            if (moves.size() > most || combinations == MOST_COMBINATIONS) {
                return;
            }
            if (slot == deployed.size()) {
                keep(there, moves);
                return;
            }
            DeployedVersion now = deployed.get(slot);
            fill(slot + 1, with(there, Candidate.of(now.version())), moves);
            for (Candidate other : candidates) {
                Version version = other.version();
                if (version != null && version.id() != now.version().id()) {
                    Action move = new Action.Deploy(other, target.environment(), now.instance(), now.version());
                    fill(slot + 1, with(there, other), moves.and(Way.of(move)));
                }
            }
        }

        private void keep(List<Candidate> there, Way moves) {
            combinations++;
            Way way = moves;
            for (Candidate each : there) {
                way = way.and(missing(each));
            }
            if (way.size() <= most) {
                most = way.size();
                found.add(way);
            }
        }

        private static List<Candidate> with(List<Candidate> some, Candidate one) {
            List<Candidate> all = new ArrayList<>(some);
            all.add(one);
            return all;
        }
    }
}
