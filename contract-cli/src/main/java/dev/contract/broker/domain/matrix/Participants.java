package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in an answer, and which pairs of them must have a result.
 *
 * <p>A consumer needs its providers; a provider does not need its consumers. Which providers a consumer has is a matter of the very
 * versions asked about.
 */
final class Participants {
    private final MatrixQuestion question;
    private final Transaction kept;
    private final Map<Long, Participant> members = new LinkedHashMap<>();
    private final Set<Working.Pair> required = new LinkedHashSet<>();

    private Participants(MatrixQuestion question, Transaction kept) {
        this.question = question;
        this.kept = kept;
    }

    /** @throws Refusal if the question names an application that is not here */
    static Participants of(MatrixQuestion question, Transaction kept) {
        Participants all = new Participants(question, kept);
        question.named().forEach(all::name);
        all.findPairs();
        return all;
    }

    private void name(Selector selector) {
        Pacticipant application = known(selector.name());
        members.computeIfAbsent(application.party().id(), id -> new Participant(application, true))
                .choose(selector.pick(), kept);
    }

    private Pacticipant known(PacticipantName name) {
        return kept.pacticipants()
                .find(name)
                .orElseThrow(() -> Refusal.invalid("pacticipant", "there is no application named " + name));
    }

    private void findPairs() {
        List<Participant> named = List.copyOf(members.values());
        for (Participant consumer : named) {
            providersOf(consumer).forEach(provider -> require(consumer, provider));
        }
        if (question.target() != null) {
            named.forEach(provider ->
                    kept.pacticipants().consumersOf(provider.party()).forEach(this::infer));
        }
    }

    private Collection<Party> providersOf(Participant consumer) {
        if (consumer.everything()) {
            return kept.pacts().providersOf(consumer.party());
        }
        Set<Party> providers = new LinkedHashSet<>();
        consumer.versions()
                .forEach(version -> kept.pacts().of(version).forEach(pact -> providers.add(pact.provider())));
        return providers;
    }

    private void require(Participant consumer, Party provider) {
        if (question.target() != null) {
            infer(provider);
        }
        if (openToAll() || members.containsKey(provider.id())) {
            required.add(new Working.Pair(consumer.party(), provider));
        }
    }

    private void infer(Party party) {
        Pick target = question.target();
        if (target != null && !members.containsKey(party.id())) {
            Participant neighbour = new Participant(known(party.name()), false);
            neighbour.choose(target, kept);
            members.put(party.id(), neighbour);
        }
    }

    /** Whether one application is asked about alone, so that everything it has to do with counts. */
    boolean openToAll() {
        return question.target() == null
                && members.values().stream().filter(Participant::named).count() == 1;
    }

    List<Participant> named() {
        return members.values().stream().filter(Participant::named).toList();
    }

    List<Participant> inferred() {
        return members.values().stream().filter(member -> !member.named()).toList();
    }

    @Nullable
    Participant find(Party party) {
        return members.get(party.id());
    }

    List<Working.Pair> required() {
        return new ArrayList<>(required);
    }
}
