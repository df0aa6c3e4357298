package dev.contract.broker.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Deployments;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.LiveVersion;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Place;
import dev.contract.broker.domain.fact.VersionKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Beside the history, {@code live_version} says what is there now: every method that ends or begins something keeps both. */
final class SqlDeployments implements Deployments {
    private static final String WITH_VERSION_AND_ENVIRONMENT = " JOIN version v ON v.id = d.version_id"
            + " JOIN pacticipant p ON p.id = v.pacticipant_id JOIN environment e ON e.id = d.environment_id ";
    private static final String DEPLOYED = "SELECT d.id, d.uuid, " + SqlVersions.COLUMNS + ", "
            + SqlEnvironments.COLUMNS + ", d.instance, d.created_at, d.undeployed_at FROM deployed_version d"
            + WITH_VERSION_AND_ENVIRONMENT;
    private static final String RELEASED =
            "SELECT d.id, d.uuid, " + SqlVersions.COLUMNS + ", " + SqlEnvironments.COLUMNS
                    + ", d.created_at, d.support_ended_at FROM released_version d" + WITH_VERSION_AND_ENVIRONMENT;
    private static final String LIVE = "JOIN live_version l ON l.record_id = d.id AND l.version_id = d.version_id ";

    private final Sql sql;
    private final Changes changes;

    SqlDeployments(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    private static DeployedVersion deployed(Cells cells) throws SQLException {
        return new DeployedVersion(
                cells.number(),
                cells.text(),
                SqlVersions.version(cells),
                SqlEnvironments.environment(cells),
                cells.textOrNull(),
                cells.time(),
                cells.timeOrNull());
    }

    private static ReleasedVersion released(Cells cells) throws SQLException {
        return new ReleasedVersion(
                cells.number(),
                cells.text(),
                SqlVersions.version(cells),
                SqlEnvironments.environment(cells),
                cells.time(),
                cells.timeOrNull());
    }

    private static LiveVersion live(Cells cells) throws SQLException {
        return new LiveVersion(
                SqlVersions.version(cells),
                cells.text().equals("D") ? LiveVersion.Kind.DEPLOYED : LiveVersion.Kind.RELEASED);
    }

    @Override
    public List<LiveVersion> live(Environment environment, Party owner) {
        return sql.list(
                SqlDeployments::live,
                "SELECT " + SqlVersions.COLUMNS
                        + ", MIN(l.kind) FROM live_version l JOIN version v ON v.id = l.version_id"
                        + " JOIN pacticipant p ON p.id = v.pacticipant_id WHERE l.environment_id = ? AND l.pacticipant_id = ?"
                        + " GROUP BY " + SqlVersions.COLUMNS + " ORDER BY v.ord DESC",
                environment.id(),
                owner.id());
    }

    @Override
    public List<Environment> environmentsOf(Version version) {
        return environmentsOf(List.of(version)).getOrDefault(version, List.of());
    }

    @Override
    public Map<Version, List<Environment>> environmentsOf(Collection<Version> versions) {
        Asked asked = new Asked(versions);
        return sql
                .list(
                        cells -> Map.entry(asked.version(cells), SqlEnvironments.environment(cells)),
                        "SELECT DISTINCT l.version_id, " + SqlEnvironments.COLUMNS
                                + " FROM live_version l JOIN environment e ON e.id = l.environment_id WHERE l.version_id"
                                + asked.condition() + "ORDER BY e.name",
                        asked.ids())
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public List<DeployedVersion> deployed(Party owner) {
        return sql.list(
                SqlDeployments::deployed,
                DEPLOYED + LIVE + "WHERE l.kind = 'D' AND l.pacticipant_id = ? ORDER BY e.name, d.id",
                owner.id());
    }

    @Override
    public List<ReleasedVersion> released(Party owner) {
        return sql.list(
                SqlDeployments::released,
                RELEASED + LIVE + "WHERE l.kind = 'R' AND l.pacticipant_id = ? ORDER BY e.name, d.id",
                owner.id());
    }

    @Override
    public List<DeployedVersion> deployed(Environment environment) {
        return sql.list(
                SqlDeployments::deployed,
                DEPLOYED + LIVE + "WHERE l.kind = 'D' AND l.environment_id = ? ORDER BY p.name, d.id",
                environment.id());
    }

    @Override
    public List<ReleasedVersion> supported(Environment environment) {
        return sql.list(
                SqlDeployments::released,
                RELEASED + LIVE + "WHERE l.kind = 'R' AND l.environment_id = ? ORDER BY p.name, d.id",
                environment.id());
    }

    @Override
    public List<DeployedVersion> history(Version version) {
        return sql.list(SqlDeployments::deployed, DEPLOYED + "WHERE d.version_id = ? ORDER BY d.id", version.id());
    }

    @Override
    public List<ReleasedVersion> releases(Version version) {
        return sql.list(SqlDeployments::released, RELEASED + "WHERE d.version_id = ? ORDER BY d.id", version.id());
    }

    @Override
    public Optional<DeployedVersion> deployment(String uuid) {
        return sql.first(SqlDeployments::deployed, DEPLOYED + "WHERE d.uuid = ?", uuid);
    }

    @Override
    public Optional<ReleasedVersion> release(String uuid) {
        return sql.first(SqlDeployments::released, RELEASED + "WHERE d.uuid = ?", uuid);
    }

    @Override
    public Optional<DeployedVersion> current(Environment environment, Party owner, @Nullable String instance) {
        return sql.first(
                SqlDeployments::deployed,
                DEPLOYED + LIVE
                        + "WHERE l.kind = 'D' AND l.environment_id = ? AND l.pacticipant_id = ? AND l.instance = ?",
                environment.id(),
                owner.id(),
                instance == null ? "" : instance);
    }

    @Override
    public DeployedVersion deploy(
            String uuid, Version version, Environment environment, @Nullable String instance, Instant now) {
        return changes.told(
                now, () -> new Fact.Deployed(VersionKey.of(version), Place.of(environment), instance, uuid), rows -> {
                    long id = rows.number("""
                INSERT INTO deployed_version (uuid, version_id, environment_id, instance, created_at)
                VALUES (?, ?, ?, ?, ?) RETURNING id
                """, uuid, version.id(), environment.id(), instance, now);
                    addLive(environment, version, "D", instance == null ? "" : instance, id, rows);
                    return deployment(uuid).orElseThrow();
                });
    }

    private static void addLive(
            Environment environment, Version version, String kind, String instance, long record, Changes.Rows rows) {
        rows.run("""
                INSERT INTO live_version (environment_id, pacticipant_id, version_id, kind, instance, record_id)
                VALUES (?, ?, ?, ?, ?, ?)
                """, environment.id(), version.owner().id(), version.id(), kind, instance, record);
    }

    private static void removeLive(Environment environment, String kind, long record, Changes.Rows rows) {
        rows.run(
                "DELETE FROM live_version WHERE environment_id = ? AND kind = ? AND record_id = ?",
                environment.id(),
                kind,
                record);
    }

    @Override
    public DeployedVersion undeploy(DeployedVersion deployed, Instant now) {
        return changes.told(
                now,
                () -> new Fact.Undeployed(
                        VersionKey.of(deployed.version()), Place.of(deployed.environment()), deployed.instance()),
                rows -> {
                    rows.run(
                            "UPDATE deployed_version SET undeployed_at = ? WHERE id = ? AND undeployed_at IS NULL",
                            now,
                            deployed.id());
                    removeLive(deployed.environment(), "D", deployed.id(), rows);
                    return deployment(deployed.uuid()).orElseThrow();
                });
    }

    @Override
    public Created<ReleasedVersion> release(String uuid, Version version, Environment environment, Instant now) {
        Optional<ReleasedVersion> known = sql.first(
                SqlDeployments::released,
                RELEASED + "WHERE d.version_id = ? AND d.environment_id = ?",
                version.id(),
                environment.id());
        if (known.isPresent()) {
            return new Created<>(known.get().supported() ? known.get() : revive(known.get(), now), false);
        }
        return changes.told(now, () -> released(uuid, version, environment), rows -> {
            long id = rows.number(
                    "INSERT INTO released_version (uuid, version_id, environment_id, created_at) VALUES (?, ?, ?, ?) RETURNING id",
                    uuid,
                    version.id(),
                    environment.id(),
                    now);
            addLive(environment, version, "R", "", id, rows);
            return new Created<>(release(uuid).orElseThrow(), true);
        });
    }

    private static Fact released(String uuid, Version version, Environment environment) {
        return new Fact.Released(VersionKey.of(version), Place.of(environment), uuid);
    }

    private ReleasedVersion revive(ReleasedVersion released, Instant now) {
        return changes.told(now, () -> released(released.uuid(), released.version(), released.environment()), rows -> {
            rows.run("UPDATE released_version SET support_ended_at = NULL WHERE id = ?", released.id());
            addLive(released.environment(), released.version(), "R", "", released.id(), rows);
            return release(released.uuid()).orElseThrow();
        });
    }

    @Override
    public ReleasedVersion endSupport(ReleasedVersion released, Instant now) {
        return changes.told(
                now,
                () -> new Fact.SupportEnded(VersionKey.of(released.version()), Place.of(released.environment())),
                rows -> {
                    rows.run(
                            "UPDATE released_version SET support_ended_at = ? WHERE id = ? AND support_ended_at IS NULL",
                            now,
                            released.id());
                    removeLive(released.environment(), "R", released.id(), rows);
                    return release(released.uuid()).orElseThrow();
                });
    }
}
