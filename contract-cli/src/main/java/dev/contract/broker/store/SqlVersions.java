package dev.contract.broker.store;

import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.Versions;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.VersionKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlVersions implements Versions {
    /** What {@link #version} reads, of {@code version v} and its {@code pacticipant p}. */
    static final String COLUMNS = "v.id, p.id, p.name, v.number, v.ord, v.build_url, v.created_at";

    static final String TABLES = "version v JOIN pacticipant p ON p.id = v.pacticipant_id";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM " + TABLES;

    private final Sql sql;
    private final Heads heads;
    private final Changes changes;

    SqlVersions(Sql sql, Heads heads, Changes changes) {
        this.sql = sql;
        this.heads = heads;
        this.changes = changes;
    }

    static Version version(Cells cells) throws SQLException {
        return new Version(
                cells.number(),
                SqlPacticipants.party(cells),
                new VersionNumber(cells.text()),
                cells.number(),
                cells.textOrNull(),
                cells.time());
    }

    /** Those that a relation leads to, the newest first. Its condition has a place for the owner, then for a name. */
    static List<Version> through(Sql sql, String relation, Party owner, String name, Slice slice) {
        return sql.list(
                SqlVersions::version,
                SELECT + relation + " ORDER BY v.ord DESC LIMIT ? OFFSET ?",
                owner.id(),
                name,
                slice.limit(),
                slice.offset());
    }

    static Optional<Version> firstThrough(Sql sql, String relation, Party owner, String name) {
        return sql.first(SqlVersions::version, SELECT + relation, owner.id(), name);
    }

    static long countThrough(Sql sql, String relation, Party owner, String name) {
        return sql.only(Cells::number, "SELECT COUNT(*) FROM " + TABLES + relation, owner.id(), name);
    }

    @Override
    public Optional<Version> find(Party owner, VersionNumber number) {
        return sql.first(
                SqlVersions::version,
                SELECT + " WHERE v.pacticipant_id = ? AND v.number = ?",
                owner.id(),
                number.value());
    }

    @Override
    public Created<Version> ensure(Party owner, VersionNumber number, Instant now) {
        Optional<Version> known = find(owner, number);
        if (known.isPresent()) {
            return new Created<>(known.get(), false);
        }
        boolean added = changes.told(
                now,
                () -> new Fact.VersionMade(new VersionKey(owner.name(), number)),
                rows -> add(owner, number, now, rows));
        return new Created<>(find(owner, number).orElseThrow(), added);
    }

    private static boolean add(Party owner, VersionNumber number, Instant now, Changes.Rows rows) {
        long order = rows.number(
                "UPDATE pacticipant SET last_order = last_order + 1 WHERE id = ? RETURNING last_order", owner.id());
        return rows.run(
                        "INSERT INTO version (pacticipant_id, number, ord, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        owner.id(),
                        number.value(),
                        order,
                        now)
                > 0;
    }

    @Override
    public Optional<Version> latest(Party owner) {
        return sql.first(
                SqlVersions::version, SELECT + " WHERE v.pacticipant_id = ? ORDER BY v.ord DESC LIMIT 1", owner.id());
    }

    @Override
    public List<Version> all(Party owner, Slice slice) {
        return sql.list(
                SqlVersions::version,
                SELECT + " WHERE v.pacticipant_id = ? ORDER BY v.ord DESC LIMIT ? OFFSET ?",
                owner.id(),
                slice.limit(),
                slice.offset());
    }

    @Override
    public long count(Party owner) {
        return sql.only(Cells::number, "SELECT COUNT(*) FROM version WHERE pacticipant_id = ?", owner.id());
    }

    @Override
    public Version withBuildUrl(Version version, @Nullable String buildUrl) {
        if (!Objects.equals(buildUrl, version.buildUrl())) {
            changes.told(
                    null,
                    () -> new Fact.VersionBuilt(VersionKey.of(version), buildUrl),
                    rows -> rows.run("UPDATE version SET build_url = ? WHERE id = ?", buildUrl, version.id()));
        }
        return sql.only(SqlVersions::version, SELECT + " WHERE v.id = ?", version.id());
    }

    @Override
    public void delete(Version version) {
        Heads.Shaken shaken = heads.heldBy(version);
        changes.told(
                null,
                () -> new Fact.VersionRemoved(VersionKey.of(version)),
                rows -> rows.run("DELETE FROM version WHERE id = ?", version.id()));
        heads.settle(shaken);
    }
}
