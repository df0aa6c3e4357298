package dev.contract.cli.transfer;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Environments, and what is in them now; what was there once is not taken over. */
final class Environments {
    private final Remote remote;
    private final Store store;
    private final Tally tally;
    private final Set<List<String>> live = new HashSet<>();

    Environments(Remote remote, Store store, Tally tally) {
        this.remote = remote;
        this.store = store;
        this.tally = tally;
    }

    /** The applications and versions that are anywhere. */
    Set<List<String>> live() {
        return live;
    }

    void run() {
        for (JsonObject there : remote.environments()) {
            EnvironmentName name = new EnvironmentName(Remote.text(there, "name"));
            tally.count(Tally.Kind.ENVIRONMENT, store.<Boolean>write(kept -> isAdded(name, there, kept)));
            String uuid = Remote.text(there, "uuid");
            remote.deployed(uuid).forEach(each -> deploy(name, each));
            remote.supported(uuid).forEach(each -> release(name, each));
        }
    }

    private static boolean isAdded(EnvironmentName name, JsonObject there, Transaction kept) {
        if (kept.environments().find(name).isPresent()) {
            return false;
        }
        Environment.Details details = new Environment.Details(
                name,
                there.string("displayName").orElse(null),
                Remote.flag(there, "production"),
                there.array("contacts").orElse(JsonArray.EMPTY));
        kept.environments().create(Remote.text(there, "uuid"), details, created(there));
        return true;
    }

    private void deploy(EnvironmentName name, JsonObject there) {
        note(there);
        String instance = there.string("applicationInstance")
                .or(() -> there.string("target"))
                .orElse(null);
        boolean isNew = store.write(kept -> {
            Environment environment = kept.environments().find(name).orElseThrow();
            Version version = version(there, kept);
            Optional<DeployedVersion> before = kept.deployments().current(environment, version.owner(), instance);
            if (before.filter(current -> current.version().equals(version)).isPresent()
                    || kept.deployments().deployment(Remote.text(there, "uuid")).isPresent()) {
                return false;
            }
            before.ifPresent(old -> kept.deployments().undeploy(old, created(there)));
            kept.deployments().deploy(Remote.text(there, "uuid"), version, environment, instance, created(there));
            return true;
        });
        tally.count(Tally.Kind.DEPLOYMENT, isNew);
    }

    private void release(EnvironmentName name, JsonObject there) {
        note(there);
        boolean isNew = store.write(kept -> {
            Environment environment = kept.environments().find(name).orElseThrow();
            Version version = version(there, kept);
            boolean known = kept.deployments().releases(version).stream()
                    .anyMatch(each -> each.environment().id() == environment.id());
            if (!known) {
                kept.deployments().release(Remote.text(there, "uuid"), version, environment, created(there));
            }
            return !known;
        });
        tally.count(Tally.Kind.RELEASE, isNew);
    }

    private void note(JsonObject there) {
        live.add(List.of(application(there), number(there)));
    }

    private static Version version(JsonObject there, Transaction kept) {
        Instant created = created(there);
        return kept.versions()
                .ensure(
                        kept.pacticipants()
                                .ensure(new PacticipantName(application(there)), created)
                                .value()
                                .party(),
                        new VersionNumber(number(there)),
                        created)
                .value();
    }

    private static String application(JsonObject there) {
        return Remote.text(there, "_embedded", "pacticipant", "name");
    }

    private static String number(JsonObject there) {
        return Remote.text(there, "_embedded", "version", "number");
    }

    private static Instant created(JsonObject there) {
        return Remote.time(there, "createdAt").orElseGet(Instant::now);
    }
}
