package dev.contract.compare;

import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.inclusion.Verdict;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a contract holds, inferred from what was verified: each of its interactions is asked exactly as one that the provider has
 * honoured, and accepts every answer that this one accepts. What is not proven is not inferred.
 *
 * <pre>{@code
 * Inference inference = Inference.of(wanted, List.of(new Verified("shop 1.4.0", earlier)));
 * if (inference.holds()) { … }
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param proofs one for each interaction that must hold and is proven to
 * @param missing what is not proven and why, in sentences without a full stop; none when all is
 */
public record Inference(List<Proof> proofs, List<String> missing) {
    public Inference {
        proofs = List.copyOf(proofs);
        missing = List.copyOf(missing);
    }

    /**
     * A contract that one version of the provider was held to.
     *
     * @param name what messages call it
     * @param honoured all of it; else at least one of its interactions failed
     */
    public record Verified(String name, Contract contract, boolean honoured) {
        public Verified(String name, Contract contract) {
            this(name, contract, true);
        }
    }

    /**
     * Why an interaction holds.
     *
     * @param wanted the interaction
     * @param by the one that was verified
     * @param from the name of its contract
     */
    public record Proof(Interaction wanted, Interaction by, String from) {

        /** {@code "a request for user 42" from "user 42 is asked for" of shop 1.4.0}. */
        public String sentence() {
            return wanted.quoted() + " from " + by.quoted() + " of " + from;
        }
    }

    /**
     * What follows for a contract from others of the same provider.
     *
     * @param verified the newest first: nothing follows from a success where the same failed afterwards, or may have
     */
    public static Inference of(Contract wanted, List<Verified> verified) {
        return Budget.within(wanted.interactions().size(), () -> inferred(wanted, verified));
    }

    private static Inference inferred(Contract wanted, List<Verified> verified) {
        if (wanted.unreadInteractions() > 0) {
            return new Inference(List.of(), List.of("it has interactions of a kind that nobody here can read"));
        }
        if (wanted.interactions().isEmpty()) {
            return new Inference(List.of(), List.of("it has no interactions"));
        }
        Known known = new Known(verified);
        List<Proof> proofs = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Interaction each : wanted.interactions()) {
            if (!each.annotations().pending()) {
                known.proof(each).ifPresentOrElse(proofs::add, () -> missing.add(known.reason(each)));
            }
        }
        return new Inference(proofs, missing);
    }

    /** Whether all of the contract is proven to hold. */
    public boolean holds() {
        return missing.isEmpty();
    }

    /** The interactions that were verified, by what reached the provider. */
    private static final class Known {
        private final Map<Sent, List<Candidate>> candidates = new HashMap<>();

        private record Candidate(Interaction interaction, String from, boolean honoured) {}

        Known(List<Verified> verified) {
            for (Verified each : verified) {
                each.contract().interactions().stream()
                        .filter(interaction -> !interaction.annotations().pending()) // which may have failed
                        .forEach(interaction -> candidates
                                .computeIfAbsent(Sent.of(interaction), any -> new ArrayList<>())
                                .add(new Candidate(interaction, each.name(), each.honoured())));
            }
        }

        Optional<Proof> proof(Interaction wanted) {
            for (Candidate each : asked(wanted)) {
                if (!each.honoured()) {
                    if (mayHaveFailed(wanted, each.interaction())) {
                        return Optional.empty();
                    }
                } else if (Answered.within(each.interaction(), wanted).isIncluded()) {
                    return Optional.of(new Proof(wanted, each.interaction(), each.from()));
                }
            }
            return Optional.empty();
        }

        /** Whether an answer that one of a failed contract refused could be one that is refused here, too; not where it wanted more. */
        private static boolean mayHaveFailed(Interaction wanted, Interaction failed) {
            return !(Answered.within(wanted, failed) instanceof Verdict.NotIncluded);
        }

        private List<Candidate> asked(Interaction wanted) {
            return candidates.getOrDefault(Sent.of(wanted), List.of());
        }

        String reason(Interaction wanted) {
            List<Candidate> asked = asked(wanted);
            if (asked.stream().noneMatch(Candidate::honoured)) {
                return wanted.quoted() + " asks for something that was not asked for yet" + elsewhere(wanted);
            }
            boolean failed =
                    asked.stream().anyMatch(each -> !each.honoured() && mayHaveFailed(wanted, each.interaction()));
            return wanted.quoted()
                    + (failed
                            ? " may have failed since"
                            : " may refuse an answer that was accepted so far" + refusal(wanted, asked));
        }

        /** What of it is new: the request, or the states. */
        private String elsewhere(Interaction wanted) {
            Sent sent = Sent.of(wanted);
            List<Sent> alike = candidates.keySet().stream()
                    .filter(each -> each.in(sent.states()).equals(sent))
                    .toList();
            if (alike.isEmpty()) {
                return wanted instanceof HttpInteraction http
                        ? ": " + http.request().example().method() + " "
                                + http.request().example().path()
                        : "";
            }
            return alike.stream().anyMatch(each -> each.stateNames().equals(sent.stateNames()))
                    ? " with these parameters of its provider states"
                    : " in these provider states";
        }

        /** What the newest of them shows; nothing where nobody knows. */
        private static String refusal(Interaction wanted, List<Candidate> asked) {
            return asked.stream()
                    .map(each -> Answered.within(each.interaction(), wanted))
                    .flatMap(verdict -> verdict instanceof Verdict.NotIncluded not
                            ? not.witness().refusals().stream()
                            : Stream.empty())
                    .findFirst()
                    .map(each -> ": " + Discretion.shown(each))
                    .orElse("");
        }
    }
}
