package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the rows: the pacts of the participants, joined with results by content. */
final class Rows {
    private final MatrixQuestion question;
    private final Participants participants;
    private final Transaction kept;

    /** Rows are equal by value, and a pact may be reached from both its sides. */
    private final Set<MatrixRow> found = new LinkedHashSet<>();

    private Rows(MatrixQuestion question, Participants participants, Transaction kept) {
        this.question = question;
        this.participants = participants;
        this.kept = kept;
    }

    static List<MatrixRow> of(MatrixQuestion question, Participants participants, Transaction kept) {
        Rows rows = new Rows(question, participants, kept);
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
                addWithResultsOf(provider, pact);
            } else if (participants.openToAll()) {
                addWithAllResults(pact);
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
                pacts(version, provider).forEach(pact -> addWithResultsOf(provider, pact));
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

    private void addWithResultsOf(Participant provider, Pact pact) {
        if (provider.everything()) {
            addWithAllResults(pact);
            return;
        }
        boolean any = false;
        for (Version version : provider.versions()) {
            List<Verification> results = results(pact, version);
            results.forEach(result -> found.add(MatrixRow.verified(pact, result)));
            if (results.isEmpty() && needsOwnResult(provider)) {
                found.add(MatrixRow.unverified(pact, version));
            }
            any |= !results.isEmpty() || needsOwnResult(provider);
        }
        if (!any) {
            found.add(MatrixRow.unverified(pact, null));
        }
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

    private void addWithAllResults(Pact pact) {
        List<Verification> results = everyRevision()
                ? kept.verifications().all(pact.contentId())
                : kept.verifications().newest(pact.contentId());
        results.forEach(result -> found.add(MatrixRow.verified(pact, result)));
        if (results.isEmpty()) {
            found.add(MatrixRow.unverified(pact, null));
        }
    }

    /** All that was verified by it, whoever the consumer was. */
    private void addAsProvider(Participant provider) {
        if (provider.everything()) {
            kept.pacticipants().consumersOf(provider.party()).stream()
                    .filter(consumer -> !consumer.equals(provider.party()))
                    .flatMap(consumer -> (everyRevision()
                                    ? kept.pacts().revisionsBetween(consumer, provider.party())
                                    : kept.pacts().between(consumer, provider.party()))
                            .stream())
                    .forEach(this::addWithExistingResults);
            return;
        }
        for (Version version : provider.versions()) {
            resultsBy(version).forEach(this::addPactsOf);
        }
    }

    private void addWithExistingResults(Pact pact) {
        (everyRevision()
                        ? kept.verifications().all(pact.contentId())
                        : kept.verifications().newest(pact.contentId()))
                .forEach(result -> found.add(MatrixRow.verified(pact, result)));
    }

    private List<Verification> resultsBy(Version provider) {
        return everyRevision()
                ? kept.verifications().allBy(provider)
                : kept.verifications().newestBy(provider);
    }

    /** A pact of the application with itself stands among its rows as consumer already. */
    private void addPactsOf(Verification result) {
        (everyRevision()
                        ? kept.pacts().revisionsWithContent(result.contentId())
                        : kept.pacts().withContent(result.contentId()))
                .stream()
                        .filter(pact -> !pact.consumer().owner().equals(pact.provider()))
                        .forEach(pact -> found.add(MatrixRow.verified(pact, result)));
    }

    private boolean everyRevision() {
        return question.latestBy() == null;
    }
}
