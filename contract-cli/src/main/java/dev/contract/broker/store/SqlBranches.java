package dev.contract.broker.store;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Branches;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.VersionKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

final class SqlBranches implements Branches {
    private static final String COLUMNS = "b.id, p.id, p.name, b.name, b.created_at, b.updated_at";
    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM branch b JOIN pacticipant p ON p.id = b.pacticipant_id ";
    private static final String MEMBERS = "SELECT " + COLUMNS
            + ", m.version_id, CASE WHEN h.version_id = m.version_id THEN 1 ELSE 0 END FROM branch_version m JOIN branch b ON b.id = m.branch_id"
            + " JOIN pacticipant p ON p.id = b.pacticipant_id LEFT JOIN branch_head h ON h.branch_id = b.id ";

    private static final String NAMED =
            " m ON m.version_id = v.id JOIN branch b ON b.id = m.branch_id WHERE b.pacticipant_id = ? AND b.name = ?";
    private static final String HEAD = " JOIN branch_head" + NAMED;
    private static final String VERSIONS = " JOIN branch_version" + NAMED;

    private final Sql sql;
    private final Heads heads;
    private final Changes changes;

    SqlBranches(Sql sql, Heads heads, Changes changes) {
        this.sql = sql;
        this.heads = heads;
        this.changes = changes;
    }

    private static Branch branch(Cells cells) throws SQLException {
        return new Branch(
                cells.number(), SqlPacticipants.party(cells), new BranchName(cells.text()), cells.time(), cells.time());
    }

    private static BranchMember member(Cells cells, Asked asked) throws SQLException {
        return new BranchMember(branch(cells), asked.version(cells), cells.flag());
    }

    @Override
    public Optional<Branch> find(Party owner, BranchName name) {
        return sql.first(
                SqlBranches::branch, SELECT + "WHERE b.pacticipant_id = ? AND b.name = ?", owner.id(), name.value());
    }

    @Override
    public List<Branch> named(Party owner, String part, Slice slice) {
        return sql.list(
                SqlBranches::branch,
                SELECT + "WHERE b.pacticipant_id = ? AND " + Part.of("b.name")
                        + " ORDER BY b.updated_at DESC, b.id DESC LIMIT ? OFFSET ?",
                owner.id(),
                Part.pattern(part),
                slice.limit(),
                slice.offset());
    }

    @Override
    public long count(Party owner, String part) {
        return sql.only(
                Cells::number,
                "SELECT COUNT(*) FROM branch b WHERE b.pacticipant_id = ? AND " + Part.of("b.name"),
                owner.id(),
                Part.pattern(part));
    }

    @Override
    public Optional<Version> head(Party owner, BranchName name) {
        return SqlVersions.firstThrough(sql, HEAD, owner, name.value());
    }

    @Override
    public List<Version> versions(Party owner, BranchName name, Slice slice) {
        return SqlVersions.through(sql, VERSIONS, owner, name.value(), slice);
    }

    @Override
    public long countVersions(Party owner, BranchName name) {
        return SqlVersions.countThrough(sql, VERSIONS, owner, name.value());
    }

    @Override
    public List<BranchMember> of(Version version) {
        return of(List.of(version));
    }

    @Override
    public List<BranchMember> of(Collection<Version> versions) {
        Asked asked = new Asked(versions);
        return sql.list(
                cells -> member(cells, asked),
                MEMBERS + "WHERE m.version_id" + asked.condition() + "ORDER BY b.name",
                asked.ids());
    }

    @Override
    public Optional<BranchMember> member(Version version, BranchName name) {
        Asked asked = new Asked(List.of(version));
        return sql.first(
                cells -> member(cells, asked),
                MEMBERS + "WHERE m.version_id = ? AND b.name = ?",
                version.id(),
                name.value());
    }

    @Override
    public Created<BranchMember> add(Version version, BranchName name, Instant now) {
        Branch branch = ensure(version.owner(), name, now);
        int added = changes.told(
                now,
                () -> new Fact.BranchJoined(VersionKey.of(version), name),
                rows -> rows.run(
                        "INSERT INTO branch_version (branch_id, version_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        branch.id(),
                        version.id(),
                        now));
        if (added > 0) {
            moveHead(branch, version, now);
        }
        return new Created<>(member(version, name).orElseThrow(), added > 0);
    }

    private Branch ensure(Party owner, BranchName name, Instant now) {
        changes.untold(rows -> rows.run("""
                INSERT INTO branch (pacticipant_id, name, created_at, updated_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, owner.id(), name.value(), now, now));
        return find(owner, name).orElseThrow();
    }

    private void moveHead(Branch branch, Version version, Instant now) {
        changes.untold(rows -> rows.run("""
                INSERT INTO branch_head (branch_id, version_id) VALUES (?, ?)
                ON CONFLICT (branch_id) DO UPDATE SET version_id = excluded.version_id
                """, branch.id(), version.id()));
        changes.untold(rows -> rows.run("UPDATE branch SET updated_at = ? WHERE id = ?", now, branch.id()));
        heads.addSuccessesToBranch(branch.id(), version);
    }

    @Override
    public void remove(BranchMember member) {
        Heads.Shaken shaken = heads.heldBy(member.version());
        changes.told(
                null,
                () -> new Fact.BranchLeft(
                        VersionKey.of(member.version()), member.branch().name()),
                rows -> rows.run(
                        "DELETE FROM branch_version WHERE branch_id = ? AND version_id = ?",
                        member.branch().id(),
                        member.version().id()));
        heads.settle(shaken);
    }

    @Override
    public void delete(Branch branch) {
        changes.told(
                null,
                () -> new Fact.BranchRemoved(branch.owner().name(), branch.name()),
                rows -> rows.run("DELETE FROM branch WHERE id = ?", branch.id()));
    }
}
