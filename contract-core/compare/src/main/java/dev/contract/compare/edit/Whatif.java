package dev.contract.compare.edit;

import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who would break if a provider changed.
 *
 * <pre>{@code
 * Edit edit = Edit.everywhere(new Alteration.Drop(FieldPath.parse("/address/zip").orElseThrow()));
 * Whatif whatif = Whatif.of(contracts, PathTemplates.of(contracts), Offer.NOTHING, List.of(edit));
 * whatif.breaks();   // the interactions that would fail, with their differences
 * }</pre>
 *
 * <p>Nothing is run: the example of each response, which its contract says the provider gives, is changed as the provider would change
 * it, and {@code matching} judges. What a change of the request's side refuses is judged by the answer to a bad request. Immutable.
 *
 * @param breaks in the order of the contracts
 * @param unjudged those of which nothing can be said
 * @param consumers all that were asked about
 * @param interactions how many
 */
public record Whatif(List<Breakage> breaks, List<Unjudged> unjudged, Set<String> consumers, int interactions) {
    public Whatif {
        breaks = List.copyOf(breaks);
        unjudged = List.copyOf(unjudged);
    }

    /**
     * What all changes together would do.
     *
     * @param offer what the provider offers beyond its contracts: an edit of that breaks nobody, and is no slip of the pen
     * @throws ContractException if there is no interaction, or for each change of what neither contracts nor the offer have
     */
    public static Whatif of(
            Collection<Contract> contracts, PathTemplates templates, Offer offer, Collection<Edit> edits) {
        int all =
                contracts.stream().mapToInt(each -> each.interactions().size()).sum();
        return Budget.within(all, () -> judged(contracts, templates, offer, edits));
    }

    private static Whatif judged(
            Collection<Contract> contracts, PathTemplates templates, Offer offer, Collection<Edit> edits) {
        Judging judging = new Judging(templates, List.copyOf(edits));
        Set<String> consumers = new TreeSet<>();
        int interactions = 0;
        for (Contract contract : contracts) {
            for (Interaction interaction : contract.interactions()) {
                consumers.add(contract.consumer());
                interactions++;
                judging.judge(contract, interaction);
            }
        }
        if (interactions == 0) {
            throw new ContractException(
                    Problem.error("CONTRACT-EDIT", "there is no interaction that a change could break")
                            .found("contracts without interactions: " + contracts.size())
                            .mend("name the contracts of the consumers"));
        }
        List<Problem> unknown = Budget.isSpent() ? List.of() : judging.unknown(offer); // not all was looked at
        if (!unknown.isEmpty()) {
            throw new ContractException(unknown);
        }
        return new Whatif(judging.breaks(), judging.unjudged(), consumers, interactions);
    }

    /** The consumers that would break, sorted. */
    public List<String> broken() {
        return List.copyOf(breaks.stream().map(Breakage::consumer).collect(Collectors.toCollection(TreeSet::new)));
    }
}
