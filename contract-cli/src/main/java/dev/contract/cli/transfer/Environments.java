package dev.contract.cli.transfer;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Environments, and what is in them now; of what was there once only that it ended, where it was taken over before. */
final class Environments {
    private final Remote remote;
    private final Store store;
    private final Tally tally;
    private final Set<List<String>> live = new HashSet<>();

    /** An environment by what it is called there: one that was taken over has the same UUID here, whatever it was renamed to since. */
    private record Named(String uuid, EnvironmentName name) {
        Optional<Environment> here(Transaction kept) {
            return kept.environments().byUuid(uuid).or(() -> kept.environments().find(name));
        }
    }

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
        List<JsonObject> all = remote.environments();
        Set<String> uuids = uuids(all);
        for (JsonObject there : all) {
            Named name = new Named(Remote.text(there, "uuid"), new EnvironmentName(Remote.text(there, "name")));
            tally.count(Tally.Kind.ENVIRONMENT, store.<Boolean>write(kept -> isAdded(name, there, uuids, kept)));
            List<JsonObject> deployed = remote.deployed(name.uuid());
            List<JsonObject> supported = remote.supported(name.uuid());
            undeploy(name, deployed);
            endSupport(name, supported);
            deployed.forEach(each -> deploy(name, each));
            supported.forEach(each -> release(name, each));
        }
    }

    /** What was taken over and has ended there ends here; what was recorded here alone goes on. */
    private void undeploy(Named name, List<JsonObject> deployed) {
        Set<String> current = uuids(deployed);
        store.read(kept -> kept.deployments().deployed(environment(name, kept))).stream()
                .map(DeployedVersion::uuid)
                .filter(uuid -> !current.contains(uuid))
                .forEach(uuid -> remote.deployment(uuid)
                        .filter(there -> ended(there, "currentlyDeployed"))
                        .ifPresent(there -> store.write(kept -> kept.deployments()
                                .deployment(uuid)
                                .filter(DeployedVersion::current)
                                .map(each -> kept.deployments().undeploy(each, time(there, "undeployedAt"))))));
    }

    private void endSupport(Named name, List<JsonObject> supported) {
        Set<String> current = uuids(supported);
        store.read(kept -> kept.deployments().supported(environment(name, kept))).stream()
                .map(ReleasedVersion::uuid)
                .filter(uuid -> !current.contains(uuid))
                .forEach(uuid -> remote.release(uuid)
                        .filter(there -> ended(there, "currentlySupported"))
                        .ifPresent(there -> store.write(
                                kept -> kept.deployments().release(uuid).map(each -> kept.deployments()
                                        .endSupport(each, time(there, "supportEndedAt"))))));
    }

    private static Set<String> uuids(List<JsonObject> there) {
        return there.stream().map(each -> Remote.text(each, "uuid")).collect(Collectors.toSet());
    }

    private static boolean ended(JsonObject there, String current) {
        return there.get(current).filter(JsonBoolean.of(false)::equals).isPresent();
    }

    private static Environment environment(Named name, Transaction kept) {
        return name.here(kept).orElseThrow();
    }

    /** @param all the UUIDs of all environments there */
    private static boolean isAdded(Named name, JsonObject there, Set<String> all, Transaction kept) {
        Optional<Environment> here = name.here(kept);
        if (here.isPresent()) {
            checkSame(name, here.get().uuid(), all);
            return false;
        }
        Environment.Details details = new Environment.Details(
                name.name(),
                there.string("displayName").orElse(null),
                Remote.flag(there, "production"),
                there.array("contacts").orElse(JsonArray.EMPTY));
        kept.environments().create(name.uuid(), details, created(there));
        return true;
    }

    /** What is here by this name may be yet another environment there: what is in the two would be mixed up. */
    private static void checkSame(Named name, String here, Set<String> all) {
        if (!here.equals(name.uuid()) && all.contains(here)) {
            throw new ContractException(
                    Problem.error("BROKER-IMPORT", "an environment here has the name of another one there")
                            .found(Quoted.text(name.name().value()) + ", which has the UUID " + here + " here, and "
                                    + name.uuid() + " there")
                            .mend("rename the environment " + here
                                    + " here as it was renamed there (update-environment), and import again"));
        }
    }

    private void deploy(Named name, JsonObject there) {
        note(there);
        String instance = there.string("applicationInstance")
                .or(() -> there.string("target"))
                .orElse(null);
        boolean isNew = store.write(kept -> {
            Environment environment = environment(name, kept);
            Version version = version(there, kept);
            Optional<DeployedVersion> before = kept.deployments().current(environment, version.owner(), instance);
            if (before.filter(current -> stays(current, version, there)).isPresent()
                    || kept.deployments().deployment(Remote.text(there, "uuid")).isPresent()) {
                return false;
            }
            before.ifPresent(old -> kept.deployments().undeploy(old, created(there)));
            kept.deployments().deploy(Remote.text(there, "uuid"), version, environment, instance, created(there));
            return true;
        });
        tally.count(Tally.Kind.DEPLOYMENT, isNew);
    }

    /** What was deployed here later is what is there now. */
    private static boolean stays(DeployedVersion here, Version version, JsonObject there) {
        return here.version().equals(version) || here.createdAt().isAfter(created(there));
    }

    private void release(Named name, JsonObject there) {
        note(there);
        boolean isNew = store.write(kept -> {
            Environment environment = environment(name, kept);
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
        return time(there, "createdAt");
    }

    private static Instant time(JsonObject there, String name) {
        return Remote.time(there, name).orElseGet(Instant::now);
    }
}
