package dev.contract.cli.transfer;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Store;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.broker.BrokerClient;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes over everything that another broker knows.
 *
 * <pre>{@code
 * Tally done = new Transfer(client, store, null, System.err::println).run();
 * }</pre>
 *
 * <p>Each step is kept as soon as it is done: after a failure the same transfer goes on. One thread at a time.
 */
public final class Transfer {
    private final Remote remote;
    private final Store store;
    private final Instant since;
    private final Consumer<String> progress;
    private final Tally tally = new Tally();

    /**
     * A transfer.
     *
     * @param since contracts and results from before are left out, unless their version is live; null for all
     * @param progress hears a line for each application
     */
    public Transfer(BrokerClient client, Store store, @Nullable Instant since, Consumer<String> progress) {
        this.remote = new Remote(client);
        this.store = store;
        this.since = since == null ? Instant.MIN : since;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @return how much was added, which is nothing where everything was there
     * @throws ContractException if the other broker tells of something that no broker can keep
     */
    public Tally run() {
        try {
            takeOver();
        } catch (IllegalArgumentException e) {
            throw new ContractException(
                    Problem.error("BROKER-IMPORT", "the other broker tells of something that cannot be kept here")
                            .found(String.valueOf(e.getMessage()))
                            .mend("delete or rename it there, and run the command again"),
                    e);
        }
        return tally;
    }

    private void takeOver() {
        List<String> names = remote.applications();
        names.forEach(this::application);
        Places places = new Places(remote, store, tally);
        names.forEach(places::versions);
        Environments environments = new Environments(remote, store, tally);
        environments.run();
        Contracts contracts = new Contracts(remote, store, since, environments.live(), tally);
        for (String name : names) {
            contracts.of(name, places.of(name));
            progress.accept(name + ": " + places.of(name).size() + " versions");
        }
        contracts.results();
        new WebhookTransfer(remote, store, tally).run();
    }

    private void application(String name) {
        JsonObject there = remote.application(name);
        Instant created = Remote.time(there, "createdAt").orElseGet(Instant::now);
        boolean isNew = store.write(kept -> {
            var application = kept.pacticipants().ensure(new PacticipantName(name), created);
            Pacticipant known = application.value();
            Pacticipant.Details details = details(there, known);
            if (!details.equals(known.details())) {
                kept.pacticipants().update(known.party(), details, created);
            }
            Remote.embedded(there, "labels")
                    .map(label -> Remote.text(label, "name"))
                    .forEach(label -> kept.pacticipants().addLabel(known.party(), label, created));
            return application.fresh();
        });
        tally.count(Tally.Kind.APPLICATION, isNew);
    }

    /** What is said here already stays. */
    private static Pacticipant.Details details(JsonObject there, Pacticipant known) {
        Pacticipant.Details here = known.details();
        String shown = there.string("displayName")
                .filter(name -> !name.equals(known.name().value()))
                .orElse(null);
        return new Pacticipant.Details(
                here.displayName() == null ? shown : here.displayName(),
                here.mainBranch() == null
                        ? there.string("mainBranch").map(BranchName::new).orElse(null)
                        : here.mainBranch(),
                here.repositoryUrl() == null ? there.string("repositoryUrl").orElse(null) : here.repositoryUrl(),
                here.repositoryName() == null ? there.string("repositoryName").orElse(null) : here.repositoryName(),
                here.repositoryNamespace() == null
                        ? there.string("repositoryNamespace").orElse(null)
                        : here.repositoryNamespace());
    }
}
