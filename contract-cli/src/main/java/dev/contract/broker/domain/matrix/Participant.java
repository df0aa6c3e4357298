package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An application that takes part in an answer: named by the question, or found as a neighbour. One thread at a time. */
final class Participant {
    private final Pacticipant application;
    private final boolean named;
    private final Map<Long, Version> versions = new LinkedHashMap<>();
    private final Map<Long, Pick> reasons = new LinkedHashMap<>();
    private final List<Pick> vain = new ArrayList<>();
    private boolean everything;

    Participant(Pacticipant application, boolean named) {
        this.application = application;
        this.named = named;
    }

    /** Chooses more versions. */
    void choose(Pick pick, Transaction kept) {
        if (pick instanceof Pick.Everything) {
            everything = true;
            return;
        }
        List<Version> chosen = pick.versions(application, kept);
        if (chosen.isEmpty()) {
            vain.add(pick);
        }
        for (Version version : chosen) {
            versions.put(version.id(), version);
            reasons.putIfAbsent(version.id(), pick);
        }
    }

    Party party() {
        return application.party();
    }

    boolean named() {
        return named;
    }

    /** Whether all its versions take part; {@link #versions()} says nothing then. */
    boolean everything() {
        return everything;
    }

    List<Version> versions() {
        return List.copyOf(versions.values());
    }

    boolean covers(Version version) {
        return everything || versions.containsKey(version.id());
    }

    /** The choices that found nothing. */
    List<Pick> vain() {
        return vain;
    }

    /** Why this version takes part, if a choice found it. */
    Optional<Pick> reason(Version version) {
        return Optional.ofNullable(reasons.get(version.id()));
    }

    Working.Member described() {
        List<Working.Chosen> chosen = versions.values().stream()
                .map(version -> new Working.Chosen(version, Objects.requireNonNull(reasons.get(version.id()))))
                .toList();
        return new Working.Member(party(), named, everything, chosen, vain);
    }
}
