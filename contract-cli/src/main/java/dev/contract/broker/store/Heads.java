package dev.contract.broker.store;

import dev.contract.broker.domain.Version;
import java.util.List;

/** Moves the heads when the version or membership that they pointed at is gone: to what is the highest then. */
final class Heads {
    private final Sql sql;
    private final Changes changes;

    /** What a version is about to leave behind. */
    record Shaken(long owner, List<Long> branches, List<Long> tags, List<Long> contents) {}

    Heads(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    Shaken heldBy(Version version) {
        return new Shaken(
                version.owner().id(),
                sql.list(Cells::number, "SELECT branch_id FROM branch_head WHERE version_id = ?", version.id()),
                sql.list(Cells::number, "SELECT tag_id FROM version_tag WHERE version_id = ?", version.id()),
                sql.list(
                        Cells::number,
                        "SELECT content_id FROM verification_head WHERE provider_version_id = ?",
                        version.id()));
    }

    void settle(Shaken shaken) {
        shaken.branches().forEach(this::settleBranch);
        shaken.tags().forEach(tag -> settleTag(shaken.owner(), tag));
        shaken.contents().forEach(this::settleSuccesses);
    }

    /** Branches and tags of an application whose head went with its version. */
    void settleHeadless(long owner) {
        sql.list(Cells::number, """
                        SELECT b.id FROM branch b
                        WHERE b.pacticipant_id = ? AND NOT EXISTS (SELECT 1 FROM branch_head h WHERE h.branch_id = b.id)
                        """, owner).forEach(this::settleBranch);
        sql.list(Cells::number, """
                        SELECT DISTINCT t.tag_id FROM version_tag t JOIN version v ON v.id = t.version_id
                        WHERE v.pacticipant_id = ? AND NOT EXISTS (
                            SELECT 1 FROM tag_head h WHERE h.pacticipant_id = v.pacticipant_id AND h.tag_id = t.tag_id)
                        """, owner).forEach(tag -> settleTag(owner, tag));
    }

    /** The head is the version that joined last, and stays it for as long as it is there, even if others are of a higher order. */
    private void settleBranch(long branch) {
        run("""
                DELETE FROM branch_head WHERE branch_id = ? AND NOT EXISTS (
                    SELECT 1 FROM branch_version m
                    WHERE m.branch_id = branch_head.branch_id AND m.version_id = branch_head.version_id)
                """, branch);
        run("""
                INSERT INTO branch_head (branch_id, version_id)
                SELECT m.branch_id, m.version_id FROM branch_version m JOIN version v ON v.id = m.version_id
                WHERE m.branch_id = ? ORDER BY v.ord DESC LIMIT 1 ON CONFLICT (branch_id) DO NOTHING
                """, branch);
    }

    void settleTag(long owner, long tag) {
        run("DELETE FROM tag_head WHERE pacticipant_id = ? AND tag_id = ?", owner, tag);
        run("""
                INSERT INTO tag_head (pacticipant_id, tag_id, version_id, first_at)
                SELECT v.pacticipant_id, t.tag_id, t.version_id,
                    (SELECT MIN(o.created_at) FROM version_tag o JOIN version w ON w.id = o.version_id
                     WHERE o.tag_id = ? AND w.pacticipant_id = ?)
                FROM version_tag t JOIN version v ON v.id = t.version_id
                WHERE t.tag_id = ? AND v.pacticipant_id = ? ORDER BY v.ord DESC LIMIT 1
                """, tag, owner, tag, owner);
    }

    /** The newest result of a content and provider version, after one was removed. */
    void settleResult(long content, long providerVersion) {
        run("DELETE FROM verification_head WHERE content_id = ? AND provider_version_id = ?", content, providerVersion);
        run("""
                INSERT INTO verification_head (content_id, provider_version_id, verification_id, success)
                SELECT content_id, provider_version_id, id, success FROM verification
                WHERE content_id = ? AND provider_version_id = ? ORDER BY id DESC LIMIT 1
                """, content, providerVersion);
        settleSuccesses(content);
    }

    /** Since when a content passed where, counted anew. */
    void settleSuccesses(long content) {
        run("DELETE FROM content_branch_success WHERE content_id = ?", content);
        run("""
                INSERT INTO content_branch_success (content_id, branch_id, wip, first_at)
                SELECT n.content_id, m.branch_id, n.wip, MIN(n.created_at)
                FROM verification n JOIN branch_version m ON m.version_id = n.provider_version_id
                WHERE n.content_id = ? AND n.success = 1 GROUP BY n.content_id, m.branch_id, n.wip
                """, content);
        run("DELETE FROM content_tag_success WHERE content_id = ?", content);
        run("""
                INSERT INTO content_tag_success (content_id, tag_id, wip, first_at)
                SELECT n.content_id, t.tag_id, n.wip, MIN(n.created_at)
                FROM verification n JOIN version_tag t ON t.version_id = n.provider_version_id
                WHERE n.content_id = ? AND n.success = 1 GROUP BY n.content_id, t.tag_id, n.wip
                """, content);
    }

    /** A version joined a branch after its results had arrived. */
    void addSuccessesToBranch(long branch, Version provider) {
        run("""
                INSERT INTO content_branch_success (content_id, branch_id, wip, first_at)
                SELECT content_id, ?, wip, MIN(created_at) FROM verification
                WHERE provider_version_id = ? AND success = 1 GROUP BY content_id, wip
                ON CONFLICT (content_id, branch_id, wip) DO UPDATE SET first_at =
                    CASE WHEN excluded.first_at < content_branch_success.first_at
                    THEN excluded.first_at ELSE content_branch_success.first_at END
                """, branch, provider.id());
    }

    /** A version was tagged after its results had arrived. */
    void addSuccessesToTag(long tag, Version provider) {
        run("""
                INSERT INTO content_tag_success (content_id, tag_id, wip, first_at)
                SELECT content_id, ?, wip, MIN(created_at) FROM verification
                WHERE provider_version_id = ? AND success = 1 GROUP BY content_id, wip
                ON CONFLICT (content_id, tag_id, wip) DO UPDATE SET first_at =
                    CASE WHEN excluded.first_at < content_tag_success.first_at
                    THEN excluded.first_at ELSE content_tag_success.first_at END
                """, tag, provider.id());
    }

    /** Heads follow from what they are the heads of. */
    private void run(String statement, Object... arguments) {
        changes.untold(rows -> rows.run(statement, arguments));
    }
}
