package dev.contract.compare.edit;

import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.Unread;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Legible;
import dev.contract.core.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param unread of which contracts nobody here can read some
 * @param consumers all that were asked about
 * @param interactions how many, those that nobody can read among them
 */
public record Whatif(
        List<Breakage> breaks, List<Unjudged> unjudged, List<Unread> unread, Set<String> consumers, int interactions) {
    public Whatif {
        breaks = List.copyOf(breaks);
        unjudged = List.copyOf(unjudged);
        unread = List.copyOf(unread);
    }

    /** Of how many interactions nothing can be said. */
    public int unknown() {
        return unjudged.size() + unread.stream().mapToInt(Unread::interactions).sum();
    }

    /**
     * What all changes together would do.
     *
     * @param offer what the provider offers beyond its contracts: an edit of that breaks nobody, and is no slip of the pen
     * @throws ContractException if there is no interaction, or for each change of what neither the offer has nor a contract as far as it can
     *     be read
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
        List<Unread> unread = Unread.in(contracts);
        for (Contract contract : contracts) {
            for (Interaction interaction : contract.interactions()) {
                consumers.add(contract.consumer());
                interactions++;
                judging.judge(contract, interaction);
            }
        }
        if (interactions == 0 && unread.isEmpty()) {
            throw new ContractException(
                    Problem.error("CONTRACT-EDIT", "there is no interaction that a change could break")
                            .found("contracts without interactions: " + contracts.size())
                            .mend("name the contracts of the consumers"));
        }
        boolean isAllJudged = interactions > 0 && !Budget.isSpent();
        List<Problem> unknown = isAllJudged ? judging.unknown(offer) : List.of();
        if (!unknown.isEmpty()) {
            throw new ContractException(
                    unknown.stream().map(each -> beside(unread, each)).toList());
        }
        for (Unread each : unread) {
            consumers.add(each.consumer());
            interactions += each.interactions();
        }
        return new Whatif(judging.breaks(), judging.unjudged(), unread, consumers, interactions);
    }

    /** A problem of what nobody is known to have, with those of whom that is not known. */
    private static Problem beside(List<Unread> unread, Problem problem) {
        return unread.isEmpty()
                ? problem
                : problem.found(Stream.concat(Stream.of(problem.found()), unread.stream())
                        .map(each -> Legible.text(String.valueOf(each)))
                        .collect(Collectors.joining("; ")));
    }

    /** The consumers that would break, sorted. */
    public List<String> broken() {
        return List.copyOf(breaks.stream().map(Breakage::consumer).collect(Collectors.toCollection(TreeSet::new)));
    }
}
