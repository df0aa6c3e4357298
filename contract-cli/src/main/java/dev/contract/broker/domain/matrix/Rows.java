package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rows: the pacts of the participants, joined with results by content. */
final class Rows {
    private final MatrixQuestion question;
    private final Participants participants;
    private final Transaction kept;
    private final Evidence evidence;

    /** Rows are equal by value, and a pact may be reached from both its sides. */
    private final Set<MatrixRow> found = new LinkedHashSet<>();

    private Rows(MatrixQuestion question, Participants participants, Transaction kept, Evidence evidence) {
        this.question = question;
        this.participants = participants;
        this.kept = kept;
        this.evidence = evidence;
    }

    static List<MatrixRow> of(MatrixQuestion question, Participants participants, Transaction kept, Evidence evidence) {
        Rows rows = new Rows(question, participants, kept, evidence);
        participants.named().forEach(rows::addAsConsumer);
        participants.inferred().forEach(rows::addAsNeighbour);
        if (participants.openToAll()) {
            participants.named().forEach(rows::addAsProvider);
        }
        return new ArrayList<>(rows.found);
    }

    private void addAsConsumer(Participant consumer) {
        for (Pact pact : pactsOf(consumer)) {
            Participant provider = participants.find(pact.provider());
            if (provider != null) {
                addWithResultsOf(provider, consumer, pact);
            } else if (participants.openToAll()) {
                addOutcomes(pact, rows(pact, consumer.everything()));
            }
        }
    }

    private List<Pact> pactsOf(Participant consumer) {
        if (!consumer.everything()) {
            return consumer.versions().stream()
                    .flatMap(version -> pactsOf(version).stream())
                    .toList();
        }
        return kept.pacts().providersOf(consumer.party()).stream()
                .flatMap(provider -> (everyRevision()
                                ? kept.pacts().revisionsBetween(consumer.party(), provider)
                                : kept.pacts().between(consumer.party(), provider))
                        .stream())
                .toList();
    }

    private List<Pact> pactsOf(Version consumer) {
        return everyRevision()
                ? kept.pacts().revisionsOf(consumer)
                : kept.pacts().of(consumer);
    }

    /** A neighbour's pacts matter only as far as a named application is their provider. */
    private void addAsNeighbour(Participant neighbour) {
        for (Participant provider : participants.named()) {
            for (Version version : neighbour.versions()) {
                pacts(version, provider).forEach(pact -> addWithResultsOf(provider, neighbour, pact));
            }
        }
    }

    private List<Pact> pacts(Version consumer, Participant provider) {
        if (!everyRevision()) {
            return kept.pacts().find(consumer, provider.party()).stream().toList();
        }
        return kept.pacts().revisionsOf(consumer).stream()
                .filter(pact -> pact.provider().equals(provider.party()))
                .toList();
    }

    private void addWithResultsOf(Participant provider, Participant consumer, Pact pact) {
        if (provider.everything()) {
            addOutcomes(pact, rows(pact, consumer.everything()));
            return;
        }
        List<MatrixRow> rows = provider.versions().stream()
                .flatMap(version -> rows(pact, version).stream())
                .toList();
        if (needsOwnResult(provider) && !rows.isEmpty()) {
            found.addAll(rows);
        } else {
            addOutcomes(pact, rows);
        }
    }

    /** Where no version tells how it went, one row says so. */
    private void addOutcomes(Pact pact, List<MatrixRow> rows) {
        List<MatrixRow> decided = decided(rows);
        found.addAll(decided);
        if (decided.isEmpty()) {
            found.add(MatrixRow.unverified(pact, null).described(undecided(rows)));
        }
    }

    private static List<MatrixRow> decided(List<MatrixRow> rows) {
        return rows.stream().filter(MatrixRow::isDecided).toList();
    }

    /** What one of them says of itself, from which nobody knows how it went. */
    private static @Nullable DescribedResult undecided(List<MatrixRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.described()))
                .findFirst()
                .orElse(null);
    }

    private List<MatrixRow> rows(Pact pact, Version provider) {
        List<Verification> results = results(pact, provider);
        return results.isEmpty()
                ? List.of(evidence.unverified(pact, provider))
                : results.stream()
                        .map(result -> evidence.verified(pact, result))
                        .toList();
    }

    /**
     * Where every version of a provider takes part: those that have verified it, and of those that say something of themselves the ones in
     * use.
     *
     * @param everyConsumer whether every version of the consumer takes part as well; only its contracts in use are held against documents then
     */
    private List<MatrixRow> rows(Pact pact, boolean everyConsumer) {
        List<Verification> results = everyRevision()
                ? kept.verifications().all(pact.contentId())
                : kept.verifications().newest(pact.contentId());
        List<MatrixRow> rows = new ArrayList<>();
        results.forEach(result -> rows.add(evidence.verified(pact, result)));
        if (!everyConsumer || evidence.isInUse(pact)) {
            evidence.describersInUse(pact.provider()).stream()
                    .filter(version -> results.stream()
                            .noneMatch(result -> result.provider().equals(version)))
                    .forEach(version -> rows.add(evidence.unverified(pact, version)));
        }
        return rows;
    }

    /** Where several versions of a provider are live at once, a result from one of them says nothing about the others. */
    private boolean needsOwnResult(Participant provider) {
        return question.strictness() == Strictness.STRICT && question.target() instanceof Pick.In && !provider.named();
    }

    private List<Verification> results(Pact pact, Version provider) {
        if (!everyRevision()) {
            return kept.verifications().newest(pact.contentId(), provider).stream()
                    .toList();
        }
        return kept.verifications().all(pact.contentId()).stream()
                .filter(result -> result.provider().id() == provider.id())
                .toList();
    }

    /** All that was verified by it, or holds by what it says of itself, whoever the consumer was. */
    private void addAsProvider(Participant provider) {
        if (provider.everything()) {
            kept.pacticipants().consumersOf(provider.party()).stream()
                    .filter(consumer -> !consumer.equals(provider.party()))
                    .flatMap(consumer -> (everyRevision()
                                    ? kept.pacts().revisionsBetween(consumer, provider.party())
                                    : kept.pacts().between(consumer, provider.party()))
                            .stream())
                    .forEach(pact -> found.addAll(decided(rows(pact, true))));
            return;
        }
        for (Version version : provider.versions()) {
            List<Verification> results = resultsBy(version);
            results.forEach(
                    result -> pactsOf(result.contentId()).forEach(pact -> found.add(evidence.verified(pact, result))));
            evidence.contentsInUse(version).stream()
                    .filter(content -> results.stream().noneMatch(result -> result.contentId() == content))
                    .flatMap(content -> pactsOf(content).stream())
                    .forEach(pact -> found.addAll(decided(List.of(evidence.unverified(pact, version)))));
        }
    }

    private List<Verification> resultsBy(Version provider) {
        return everyRevision()
                ? kept.verifications().allBy(provider)
                : kept.verifications().newestBy(provider);
    }

    /** A pact of the application with itself stands among its rows as consumer already. */
    private List<Pact> pactsOf(long contentId) {
        return (everyRevision()
                        ? kept.pacts().revisionsWithContent(contentId)
                        : kept.pacts().withContent(contentId))
                .stream()
                        .filter(pact -> !pact.consumer().owner().equals(pact.provider()))
                        .toList();
    }

    private boolean everyRevision() {
        return question.latestBy() == null;
    }
}
