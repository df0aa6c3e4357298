package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.compare.Inference;
import dev.contract.compare.Inference.Proof;
import dev.contract.compare.Inference.Verified;
import dev.contract.compare.inclusion.Budget;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.model.Contract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Completes rows without a result whose contract holds nevertheless, because it demands no more than what the same version of the provider
 * has verified. What is not proven stays unknown. One thread at a time.
 */
final class Inferring {
    /** Of a version that verified more than this the newest results are looked at. */
    private static final int MOST_RESULTS = 100;

    /** That a row may bring with it without anybody's being less able to say something of the others. */
    private static final int INTERACTIONS = 100;

    /** Whoever asks about more rows has the work of these for all of them. */
    private static final int MOST_ROWS = 100;

    private static final String TOO_MUCH = "there is more to compare than one question is worth";

    /** What the budget calls steps: to find something in the store takes as long as so many, and so does to read a character of a contract. */
    private static final long STEPS_OF_QUERY = 1_000;

    private static final long STEPS_OF_CHARACTER = 4;

    private final Participants participants;
    private final Transaction kept;
    private final Map<Long, Optional<Contract>> contracts = new HashMap<>();

    Inferring(Participants participants, Transaction kept) {
        this.participants = participants;
        this.kept = kept;
    }

    /** However many they are, a question is worth only so much work. */
    List<MatrixRow> completed(List<MatrixRow> rows) {
        return Budget.within(
                Math.min(rows.size(), MOST_ROWS) * INTERACTIONS,
                () -> rows.stream().map(this::completed).toList());
    }

    private MatrixRow completed(MatrixRow row) {
        if (row.state() == MatrixRow.State.UNKNOWN && Budget.isSpent()) {
            return row.unproven(List.of(TOO_MUCH));
        }
        return row.state() == MatrixRow.State.UNKNOWN
                ? contract(row.pact().contentId())
                        .map(wanted -> completed(wanted, row))
                        .orElse(row)
                : row;
    }

    private MatrixRow completed(Contract wanted, MatrixRow row) {
        List<String> unproven = new ArrayList<>();
        for (Version version : versions(row)) {
            Optional<InferredResult> found = inferred(wanted, version, unproven);
            if (found.isPresent()) {
                return row.inferred(found.get());
            }
            if (Budget.isSpent()) {
                break;
            }
        }
        return row.unproven(unproven);
    }

    /** A row without a version stands for all that were asked about, any of which would do. */
    private List<Version> versions(MatrixRow row) {
        if (row.provider() != null) {
            return List.of(row.provider());
        }
        Participant provider = participants.find(row.pact().provider());
        return provider == null || provider.everything() ? List.of() : provider.versions();
    }

    /** @param unproven takes why it does not follow, of the first version */
    private Optional<InferredResult> inferred(Contract wanted, Version provider, List<String> unproven) {
        Map<String, Verification> results = new LinkedHashMap<>();
        List<Verified> verified = verified(provider, results);
        Inference inference =
                Budget.isSpent() ? new Inference(List.of(), List.of(TOO_MUCH)) : Inference.of(wanted, verified);
        if (unproven.isEmpty()) {
            unproven.addAll(inference.missing());
        }
        return inference.holds() && !inference.proofs().isEmpty()
                ? Optional.of(result(provider, inference, results))
                : Optional.empty();
    }

    /** @param results takes them by the names that they have in what is returned */
    private List<Verified> verified(Version provider, Map<String, Verification> results) {
        List<Verified> verified = new ArrayList<>();
        for (Verification result : newestBy(provider)) {
            Optional<Contract> contract = Budget.isSpent() ? Optional.empty() : contract(result.contentId());
            if (contract.isPresent()) {
                String name = String.valueOf(result.number());
                results.put(name, result);
                verified.add(new Verified(name, contract.get(), result.success()));
            } else if (!result.success()) {
                break; // it may have been anything that failed, so older ones prove nothing
            }
        }
        return verified;
    }

    private List<Verification> newestBy(Version provider) {
        Budget.spend(STEPS_OF_QUERY);
        return kept.verifications().newestBy(provider).stream()
                .sorted(Comparator.comparing(Verification::number).reversed())
                .limit(MOST_RESULTS)
                .toList();
    }

    private InferredResult result(Version provider, Inference inference, Map<String, Verification> results) {
        Map<String, Verification> used = new LinkedHashMap<>();
        inference.proofs().forEach(proof -> used.put(proof.from(), Objects.requireNonNull(results.get(proof.from()))));
        Map<String, String> names = new HashMap<>();
        used.forEach((number, result) -> names.put(number, name(result)));
        List<String> sentences = inference.proofs().stream()
                .map(proof -> new Proof(proof.wanted(), proof.by(), Objects.requireNonNull(names.get(proof.from()))))
                .map(Proof::sentence)
                .toList();
        return new InferredResult(provider, List.copyOf(used.values()), sentences);
    }

    /** {@code the contract of web 1.4.0, verified as result 12}. */
    private String name(Verification result) {
        String of = kept.pacts().revisionsWithContent(result.contentId()).stream()
                .findFirst()
                .map(Pact::consumer)
                .map(consumer -> "the contract of " + consumer)
                .orElse("a contract");
        return of + ", verified as result " + result.number();
    }

    /** Empty when not all of it can be read: of the rest nobody knows whether it holds. */
    private Optional<Contract> contract(long contentId) {
        return contracts.computeIfAbsent(contentId, id -> {
            byte[] bytes = kept.pacts().document(id).toJson().getBytes(StandardCharsets.UTF_8);
            Budget.spend(STEPS_OF_QUERY + STEPS_OF_CHARACTER * bytes.length);
            ReadResult read = ContractReader.read("content " + id, bytes);
            return read.losses().isEmpty() ? read.contract() : Optional.empty();
        });
    }
}
