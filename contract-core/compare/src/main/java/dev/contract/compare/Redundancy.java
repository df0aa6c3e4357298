package dev.contract.compare;

import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.inclusion.Inclusion;
import dev.contract.core.generating.Generation;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
     * @param by the one that says it, too, and stays; where both are asked the same it may be one that only the rules of a third cover
     * @param sentAlike whether the provider is even asked the same by both when they are verified; else only the rules of the other's request
     *     cover this one, and its example would be sent no more
     */
    public record Implied(Interaction interaction, Interaction by, boolean sentAlike) {

        /**
         * One that could go as well is implied by another, which implies this one, too. But of which the same is asked counts by that: it
         * goes without any loss.
         */
        private Implied following(IdentityHashMap<Interaction, Implied> all) {
            Implied next = all.get(by);
            return next == null || (sentAlike && !next.sentAlike())
                    ? this
                    : new Implied(interaction, next.by(), sentAlike).following(all);
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

    /** Those of which even the same is asked by others: without them a verification loses nothing. */
    public List<Implied> sentAlike() {
        return implied.stream().filter(Implied::sentAlike).toList();
    }

    /** The contract without these of them. */
    public Contract without(List<Implied> some) {
        List<Interaction> gone = some.stream().map(Implied::interaction).toList();
        return contract.withInteractions(contract.interactions().stream()
                .filter(each -> gone.stream().noneMatch(other -> other == each))
                .toList());
    }

    /** Of two that say the same the first stays. */
    private static final class Search {
        private final SpecVersion version;
        private final Implication sentAlike;
        private final Map<Call, List<Interaction>> covering = new HashMap<>();

        /**
         * What requests have in common that one which covers them demands to the letter.
         *
         * @param path empty where it has a rule
         */
        private record Call(List<ProviderState> states, String method, String path) {
            static Call of(HttpInteraction interaction, boolean anyPath) {
                HttpRequest example = interaction.request().example();
                return new Call(interaction.statesWithoutExtra(), example.method(), anyPath ? "" : example.path());
            }

            static Call coveredBy(HttpInteraction interaction) {
                return of(
                        interaction,
                        interaction.request().rules().single(Category.PATH).isPresent());
            }
        }

        Search(Contract contract) {
            this.version = contract.version();
            this.sentAlike = new Implication(contract.interactions());
            for (Interaction each : contract.interactions()) {
                if (each instanceof HttpInteraction http && !each.annotations().pending()) {
                    coveringAs(http).add(each);
                }
            }
        }

        private List<Interaction> coveringAs(HttpInteraction interaction) {
            return covering.computeIfAbsent(Call.coveredBy(interaction), any -> new ArrayList<>());
        }

        void drop(Interaction interaction) {
            sentAlike.drop(interaction);
            if (interaction instanceof HttpInteraction http) {
                coveringAs(http).removeIf(each -> each == interaction);
            }
        }

        Optional<Implied> implied(Interaction weaker) {
            return sentAlike.of(weaker).map(by -> new Implied(weaker, by, true)).or(() -> covered(weaker));
        }

        private Optional<Implied> covered(Interaction weaker) {
            return weaker instanceof HttpInteraction http && Generation.isFixed(http.request())
                    ? Stream.of(Call.of(http, true), Call.of(http, false))
                            .flatMap(call -> covering.getOrDefault(call, List.of()).stream())
                            .takeWhile(each -> !Budget.isSpent())
                            .filter(each -> each != weaker)
                            .filter(each -> covers((HttpInteraction) each, http))
                            .filter(each -> Answered.within(each, weaker).isIncluded())
                            .findFirst()
                            .map(each -> new Implied(weaker, each, false))
                    : Optional.empty();
        }

        private boolean covers(HttpInteraction stronger, HttpInteraction weaker) {
            return Inclusion.ofRequests(weaker.request(), version, stronger.request(), version)
                    .verdict()
                    .isIncluded();
        }
    }
}
