package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the verdict leaves out: an application as a whole, or one version of it when {@code number} is there. */
public record Ignore(PacticipantName name, @Nullable VersionNumber number) {

    public boolean covers(MatrixRow row) {
        return covers(row.pact().consumer().owner(), row.pact().consumer())
                || covers(row.pact().provider(), row.provider());
    }

    /** Whether it means this version; null stands for one that is not there. */
    public boolean covers(Party party, @Nullable Version version) {
        return party.name().equals(name)
                && (number == null || (version != null && version.number().equals(number)));
    }

    public boolean covers(Selector selector) {
        return selector.name().equals(name)
                && (number == null || selector.pick().equals(new Pick.Exact(number)));
    }

    /** Whether there is such an application, or such a version. */
    boolean meansSomething(Transaction kept) {
        Optional<Pacticipant> application = kept.pacticipants().find(name);
        if (application.isEmpty() || number == null) {
            return application.isPresent();
        }
        return kept.versions().find(application.get().party(), number).isPresent();
    }

    @Override
    public String toString() {
        return number == null ? name.value() : name + " " + number;
    }
}
