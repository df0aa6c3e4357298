package dev.contract.compare;

import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.inclusion.Inclusion;
import dev.contract.core.generating.Generation;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which interactions of a contract say nothing that another one does not say, too: in the same states, with a request that the other
 * accepts, and with every answer fine that is fine for the other.
 *
 * <p>Immutable.
 *
 * @param implied in the order of the contract
 */
public record Redundancy(Contract contract, List<Implied> implied) {
    public Redundancy {
        implied = List.copyOf(implied);
    }

    /**
     * An interaction that could go.
     *
     * @param by the one that stays and says it, too
     * @param sentAlike whether the provider is even asked the same by both when they are verified; else only the rules of the other's request
     *     cover this one, and its example would be sent no more
     */
    public record Implied(Interaction interaction, Interaction by, boolean sentAlike) {

        /** One that could go as well is implied by another, which implies this one, too. */
        private Implied following(IdentityHashMap<Interaction, Implied> all) {
            Implied next = all.get(by);
            return next == null
                    ? this
                    : new Implied(interaction, next.by(), sentAlike && next.sentAlike()).following(all);
        }
    }

    public static Redundancy of(Contract contract) {
        return Budget.within(contract.interactions().size(), () -> searched(contract));
    }

    private static Redundancy searched(Contract contract) {
        Search search = new Search(contract);
        IdentityHashMap<Interaction, Implied> implied = new IdentityHashMap<>();
        List<Interaction> interactions = contract.interactions();
        for (int i = interactions.size() - 1; i >= 0; i--) {
            search.implied(interactions.get(i)).ifPresent(each -> {
                implied.put(each.interaction(), each);
                search.drop(each.interaction());
            });
        }
        return new Redundancy(
                contract,
                interactions.stream()
                        .flatMap(each -> Stream.ofNullable(implied.get(each)))
                        .map(each -> each.following(implied))
                        .toList());
    }

    /** The contract without them. */
    public Contract minimal() {
        List<Interaction> gone = implied.stream().map(Implied::interaction).toList();
        return contract.withInteractions(contract.interactions().stream()
                .filter(each -> gone.stream().noneMatch(other -> other == each))
                .toList());
    }

    /** Of two that say the same the first stays. */
    private static final class Search {
        private final SpecVersion version;
        private final List<Candidate> kept = new ArrayList<>();

        private record Candidate(Interaction interaction, Sent sent) {}

        Search(Contract contract) {
            this.version = contract.version();
            contract.interactions().stream()
                    .filter(each -> !each.annotations().pending())
                    .forEach(each -> kept.add(new Candidate(each, Sent.of(each))));
        }

        void drop(Interaction interaction) {
            kept.removeIf(each -> each.interaction() == interaction);
        }

        Optional<Implied> implied(Interaction weaker) {
            Sent sent = Sent.of(weaker);
            return find(weaker, sent, true).or(() -> find(weaker, sent, false));
        }

        private Optional<Implied> find(Interaction weaker, Sent sent, boolean alike) {
            return kept.stream()
                    .takeWhile(each -> !Budget.isSpent())
                    .filter(each -> each.interaction() != weaker)
                    .filter(each -> alike ? each.sent().equals(sent) : covers(each.interaction(), weaker))
                    .filter(each -> Answered.within(each.interaction(), weaker).isIncluded())
                    .findFirst()
                    .map(each -> new Implied(weaker, each.interaction(), alike));
        }

        private boolean covers(Interaction stronger, Interaction weaker) {
            return stronger instanceof HttpInteraction one
                    && weaker instanceof HttpInteraction other
                    && states(one).equals(states(other))
                    && mayCover(one.request(), other.request())
                    && Generation.isFixed(other.request())
                    && Inclusion.ofRequests(other.request(), version, one.request(), version)
                            .verdict()
                            .isIncluded();
        }

        private static List<ProviderState> states(Interaction interaction) {
            return interaction.states().stream()
                    .map(ProviderState::withoutExtra)
                    .toList();
        }

        /** What can be seen without looking into rules. */
        private static boolean mayCover(RequestPart one, RequestPart other) {
            return one.example().method().equals(other.example().method())
                    && (one.rules().single(Category.PATH).isPresent()
                            || one.example().path().equals(other.example().path()));
        }
    }
}
