package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.DescribedResult;
import dev.contract.broker.domain.matrix.Evidence;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.MatrixRow.State;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Working;
import dev.contract.broker.domain.matrix.Working.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The results that are missing: of rows that are there, and of versions that might come. */
final class Gaps {
    private final MatrixQuestion question;
    private final Working working;
    private final Transaction kept;
    private final Evidence evidence;

    Gaps(MatrixQuestion question, Working working, Transaction kept) {
        this.question = question;
        this.working = working;
        this.kept = kept;
        this.evidence = new Evidence(kept, question.comparing());
    }

    List<Member> members() {
        return working.members();
    }

    Member member(PacticipantName name) {
        return working.members().stream()
                .filter(member -> member.party().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Member member(Party party) {
        return working.members().stream()
                .filter(member -> member.party().equals(party))
                .findFirst()
                .orElse(null);
    }

    /** The side of a row that nobody named; null when both were named, or when every version of the other side will do. */
    @Nullable
    Member neighbour(MatrixRow row) {
        Member provider = member(row.pact().provider());
        if (provider != null && !provider.named()) {
            return provider;
        }
        Member consumer = member(row.pact().consumer().owner());
        return consumer == null || consumer.named() ? null : consumer;
    }

    List<Candidate> newest(Party owner) {
        return kept.versions().all(owner, new Slice(0, Choices.MOST)).stream()
                .map(Candidate::of)
                .toList();
    }

    /** What makes a row pass. */
    Way closed(MatrixRow row) {
        return row.state() == State.FAILED ? mended(row) : Way.of(new Action.Verify(row.pact(), verifier(row)));
    }

    /** What failed is told of the actions that are left in the end. */
    private Way mended(MatrixRow row) {
        return Way.of(row.decidingDescription()
                .<Action>map(described -> described(row.pact(), described))
                .orElseGet(() -> new Action.Mend(row.pact(), Objects.requireNonNull(row.provider()), List.of())));
    }

    private static Action described(Pact pact, DescribedResult described) {
        Comparison comparison = described.comparison();
        return new Action.Describe(
                pact, described.contract().provider(), comparison == null ? null : comparison.firstError());
    }

    private Candidate verifier(MatrixRow row) {
        if (row.provider() != null) {
            return Candidate.of(row.provider());
        }
        Party provider = row.pact().provider();
        Member member = member(provider);
        if (member == null || member.everything()) {
            return kept.versions().latest(provider).map(Candidate::of).orElse(Candidate.next(provider));
        }
        return verifier(member);
    }

    /** Any of the versions asked about will do; the newest is the one most likely to be built again. */
    private Candidate verifier(Member provider) {
        Optional<Candidate> newest = provider.versions().stream()
                .max(Comparator.comparingLong(Version::order))
                .map(Candidate::of);
        return newest.or(() -> provider.vain().stream()
                        .filter(Pick.Exact.class::isInstance)
                        .map(pick -> Candidate.wanted(provider.party(), ((Pick.Exact) pick).number()))
                        .findFirst())
                .orElse(Candidate.next(provider.party()));
    }

    /** What is missing between a version of a neighbour and the versions that were asked about. */
    Way of(Candidate neighbour) {
        return asProvider(neighbour).and(asConsumer(neighbour));
    }

    private Way asProvider(Candidate neighbour) {
        Way way = Way.NOTHING;
        for (Pact pact : pactsWith(neighbour.owner())) {
            way = way.and(between(pact, neighbour));
        }
        return way;
    }

    /** The contracts of the versions that were asked about. */
    List<Pact> pactsWith(Party provider) {
        List<Pact> pacts = new ArrayList<>();
        for (Member member : working.members()) {
            if (member.named()) {
                member.versions()
                        .forEach(version -> kept.pacts().find(version, provider).ifPresent(pacts::add));
            }
        }
        return pacts;
    }

    private Way asConsumer(Candidate neighbour) {
        Way way = Way.NOTHING;
        if (neighbour.version() == null) {
            return way;
        }
        for (Pact pact : kept.pacts().of(neighbour.version())) {
            Member provider = member(pact.provider());
            if (provider != null && provider.named()) {
                way = way.and(by(provider, pact));
            }
        }
        return way;
    }

    /** Each result counts; where there is none, one is enough. */
    private Way by(Member provider, Pact pact) {
        List<Version> verified = provider.versions().stream()
                .filter(version -> evidence.row(pact, version).state() != State.UNKNOWN)
                .toList();
        if (verified.isEmpty()) {
            return between(pact, verifier(provider));
        }
        Way way = Way.NOTHING;
        for (Version version : verified) {
            way = way.and(between(pact, Candidate.of(version)));
        }
        return way;
    }

    private Way between(Pact pact, Candidate provider) {
        MatrixRow row = MatrixRow.unverified(pact, provider.version());
        if (question.ignored().stream().anyMatch(ignore -> ignore.covers(row))) {
            return Way.NOTHING;
        }
        MatrixRow known = provider.version() == null ? row : evidence.row(pact, provider.version());
        return known.state() == State.PASSED ? Way.NOTHING : closed(known, provider);
    }

    private Way closed(MatrixRow row, Candidate provider) {
        return row.state() == State.FAILED ? mended(row) : Way.of(new Action.Verify(row.pact(), provider));
    }
}
