package dev.contract.broker.domain.selection;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.selection.Choice.Chosen;
import dev.contract.broker.domain.selection.Choice.Pair;
import dev.contract.broker.domain.selection.Wishes.Selector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the pacts that a provider's build is to verify.
 *
 * <p>One entry for each consumer and content, represented by the newest version that has it: verifying it once answers for all. What was
 * asked for comes first, work in progress after it.
 */
public final class PactSelection {
    private static final Comparator<SelectedPact> ORDER = Comparator.<SelectedPact, String>comparing(
                    each -> each.pact().consumer().owner().name().value())
            .thenComparing(each -> each.pact().consumer().order());

    private final Party provider;
    private final Wishes wishes;
    private final Transaction kept;
    private final Trust trust;

    private PactSelection(Party provider, Wishes wishes, Transaction kept) {
        this.provider = provider;
        this.wishes = wishes;
        this.kept = kept;
        this.trust = new Trust(provider, wishes, kept);
    }

    public static List<SelectedPact> of(Party provider, Wishes wishes, Transaction kept) {
        PactSelection selection = new PactSelection(provider, wishes, kept);
        List<SelectedPact> all = new ArrayList<>(selection.wished());
        all.addAll(selection.inProgress(all));
        return List.copyOf(all);
    }

    private List<SelectedPact> wished() {
        List<Selector> selectors =
                wishes.selectors().isEmpty() ? List.of(new Selector(new Choice.Sensible(), null)) : wishes.selectors();
        List<Chosen> chosen = new ArrayList<>();
        for (Party consumer : kept.pacticipants().consumersOf(provider)) {
            for (Selector selector : selectors) {
                if (selector.consumer() == null || selector.consumer().equals(consumer.name())) {
                    selector.choice().choose(new Pair(consumer, provider), kept).forEach(chosen::add);
                }
            }
        }
        return grouped(chosen).stream()
                .map(group -> group.selected(pending(group.newest()), false))
                .sorted(ORDER)
                .toList();
    }

    private @Nullable Boolean pending(Pact pact) {
        return wishes.pending() ? trust.isPending(pact.contentId()) : null;
    }

    /**
     * The pacts of one content.
     *
     * @param versions whose they are, the newest first
     */
    private record Group(Pact newest, List<Version> versions, List<String> reasons) {
        SelectedPact selected(@Nullable Boolean pending, boolean wip) {
            return new SelectedPact(newest, versions, reasons, pending, wip);
        }
    }

    private static Collection<Group> grouped(List<Chosen> chosen) {
        Map<Long, List<Chosen>> byContent = new LinkedHashMap<>();
        chosen.forEach(each -> byContent
                .computeIfAbsent(each.pact().contentId(), content -> new ArrayList<>())
                .add(each));
        return byContent.values().stream().map(PactSelection::group).toList();
    }

    private static Group group(List<Chosen> same) {
        Set<String> reasons = new LinkedHashSet<>();
        same.forEach(each -> reasons.add(each.why()));
        List<Pact> newestFirst = same.stream()
                .map(Chosen::pact)
                .sorted(Comparator.comparing((Pact pact) -> pact.consumer().order())
                        .reversed())
                .toList();
        List<Version> versions =
                newestFirst.stream().map(Pact::consumer).distinct().toList();
        return new Group(newestFirst.get(0), versions, List.copyOf(reasons));
    }

    private List<SelectedPact> inProgress(List<SelectedPact> wished) {
        Instant since = wishes.wipSince();
        if (since == null || !trust.knowsPlace()) {
            return List.of();
        }
        Set<Long> known = wished.stream().map(each -> each.pact().contentId()).collect(Collectors.toSet());
        List<Chosen> candidates = heads(since)
                .filter(each -> !known.contains(each.pact().contentId()))
                .toList();
        return grouped(candidates).stream()
                .filter(group -> trust.isInProgress(group.newest().contentId()))
                .map(group -> group.selected(true, true))
                .sorted(ORDER)
                .toList();
    }

    /** The pacts of the heads of all branches and of the newest versions of all tags. */
    private Stream<Chosen> heads(Instant since) {
        Stream<Chosen> branches = kept.pacts().atHeadsOfBranches(provider, since).stream()
                .map(each -> new Chosen(each.pact(), "latest from branch " + each.branch()));
        Stream<Chosen> tags = kept.pacticipants().consumersOf(provider).stream()
                .flatMap(consumer -> newestTagged(new Pair(consumer, provider)))
                .filter(each -> each.pact().createdAt().isAfter(since));
        return Stream.concat(branches, tags);
    }

    private Stream<Chosen> newestTagged(Pair pair) {
        return kept.tags().names(pair.consumer()).stream()
                .flatMap(name -> new Choice.LatestTagged(name, null).choose(pair, kept));
    }
}
