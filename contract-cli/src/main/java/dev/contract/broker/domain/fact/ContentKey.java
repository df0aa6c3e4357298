package dev.contract.broker.domain.fact;

import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Transaction;
import java.util.Optional;

/** The content of pacts by its names. */
public record ContentKey(PacticipantName consumer, PacticipantName provider, ContentSha sha) implements Mentioned {

    @Override
    public String identity() {
        return consumer + "\n" + provider + "\n" + sha;
    }

    @Override
    public String description() {
        return "a contract of " + consumer + " with " + provider;
    }

    Optional<Long> find(Transaction kept) {
        Optional<Pacticipant> from = kept.pacticipants().find(consumer);
        Optional<Pacticipant> to = kept.pacticipants().find(provider);
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : kept.pacts().content(from.get().party(), to.get().party(), sha);
    }
}
