package dev.contract.broker.store;

import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Tags;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.VersionKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

final class SqlTags implements Tags {
    private static final String SELECT = """
            SELECT n.name, t.version_id, CASE WHEN h.version_id = t.version_id THEN 1 ELSE 0 END, t.created_at
            FROM version_tag t JOIN tag_name n ON n.id = t.tag_id JOIN version v ON v.id = t.version_id
            LEFT JOIN tag_head h ON h.tag_id = t.tag_id AND h.pacticipant_id = v.pacticipant_id
            WHERE t.version_id""";

    private static final String NAMED = " t ON t.version_id = v.id JOIN tag_name n ON n.id = t.tag_id";
    private static final String LATEST = " JOIN tag_head" + NAMED + " WHERE t.pacticipant_id = ? AND n.name = ?";
    private static final String VERSIONS = " JOIN version_tag" + NAMED + " WHERE v.pacticipant_id = ? AND n.name = ?";

    private final Sql sql;
    private final Heads heads;
    private final Changes changes;

    SqlTags(Sql sql, Heads heads, Changes changes) {
        this.sql = sql;
        this.heads = heads;
        this.changes = changes;
    }

    private static Tag tag(Cells cells, Asked asked) throws SQLException {
        return new Tag(new TagName(cells.text()), asked.version(cells), cells.flag(), cells.time());
    }

    @Override
    public List<Tag> of(Version version) {
        return of(List.of(version));
    }

    @Override
    public List<Tag> of(Collection<Version> versions) {
        Asked asked = new Asked(versions);
        return sql.list(cells -> tag(cells, asked), SELECT + asked.condition() + "ORDER BY n.name", asked.ids());
    }

    @Override
    public Optional<Tag> find(Version version, TagName name) {
        Asked asked = new Asked(List.of(version));
        return sql.first(cells -> tag(cells, asked), SELECT + " = ? AND n.name = ?", version.id(), name.value());
    }

    @Override
    public Optional<Version> latest(Party owner, TagName name) {
        return SqlVersions.firstThrough(sql, LATEST, owner, name.value());
    }

    @Override
    public List<Version> versions(Party owner, TagName name, Slice slice) {
        return SqlVersions.through(sql, VERSIONS, owner, name.value(), slice);
    }

    @Override
    public long countVersions(Party owner, TagName name) {
        return SqlVersions.countThrough(sql, VERSIONS, owner, name.value());
    }

    @Override
    public Optional<Instant> firstUsed(Party owner, TagName name) {
        return sql.first(
                Cells::time,
                "SELECT h.first_at FROM tag_name n JOIN tag_head h ON h.tag_id = n.id WHERE n.name = ? AND h.pacticipant_id = ?",
                name.value(),
                owner.id());
    }

    @Override
    public List<TagName> names(Party owner) {
        return sql.list(
                cells -> new TagName(cells.text()),
                "SELECT n.name FROM tag_head h JOIN tag_name n ON n.id = h.tag_id WHERE h.pacticipant_id = ? ORDER BY n.name",
                owner.id());
    }

    @Override
    public Created<Tag> add(Version version, TagName name, Instant now) {
        changes.untold(rows -> rows.run("INSERT INTO tag_name (name) VALUES (?) ON CONFLICT DO NOTHING", name.value()));
        long id = sql.only(Cells::number, "SELECT id FROM tag_name WHERE name = ?", name.value());
        int added = changes.told(
                now,
                () -> new Fact.Tagged(VersionKey.of(version), name),
                rows -> rows.run(
                        "INSERT INTO version_tag (tag_id, version_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        id,
                        version.id(),
                        now));
        if (added > 0) {
            moveHead(id, version, now);
        }
        return new Created<>(find(version, name).orElseThrow(), added > 0);
    }

    /** An older version that is tagged later does not become the newest with the tag. */
    private void moveHead(long tag, Version version, Instant now) {
        changes.untold(rows -> rows.run("""
                INSERT INTO tag_head (pacticipant_id, tag_id, version_id, first_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (pacticipant_id, tag_id) DO UPDATE SET version_id = excluded.version_id
                WHERE (SELECT ord FROM version WHERE id = excluded.version_id)
                    > (SELECT ord FROM version WHERE id = tag_head.version_id)
                """, version.owner().id(), tag, version.id(), now));
        heads.addSuccessesToTag(tag, version);
    }

    @Override
    public void remove(Tag tag) {
        Heads.Shaken shaken = heads.heldBy(tag.version());
        changes.told(
                null,
                () -> new Fact.Untagged(VersionKey.of(tag.version()), tag.name()),
                rows -> rows.run(
                        "DELETE FROM version_tag WHERE version_id = ? AND tag_id = (SELECT id FROM tag_name WHERE name = ?)",
                        tag.version().id(),
                        tag.name().value()));
        heads.settle(shaken);
    }
}
