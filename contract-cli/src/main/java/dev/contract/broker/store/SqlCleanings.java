package dev.contract.broker.store;

import dev.contract.broker.domain.Cleanings;
import dev.contract.broker.domain.Version;
import java.time.Instant;
import java.util.List;

final class SqlCleanings implements Cleanings {
    private static final String UNUSED = "NOT EXISTS (SELECT 1 FROM pact k WHERE k.content_id = c.id)"
            + " AND NOT EXISTS (SELECT 1 FROM verification n WHERE n.content_id = c.id)";

    private static final String UNUSED_DOCUMENT =
            "NOT EXISTS (SELECT 1 FROM provider_contract o WHERE o.document_id = d.id)";

    private final Sql sql;
    private final Changes changes;

    SqlCleanings(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    @Override
    public boolean take(String lock, String holder, Instant now, Instant until) {
        return changes.untold(rows -> rows.run("""
                INSERT INTO named_lock (name, holder, held_until) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
                WHERE named_lock.held_until < ? OR named_lock.holder = excluded.holder
                """, lock, holder, until, now)) > 0;
    }

    @Override
    public boolean release(String lock, String holder) {
        return changes.untold(rows -> rows.run("DELETE FROM named_lock WHERE name = ? AND holder = ?", lock, holder))
                > 0;
    }

    @Override
    public long rowsOf(Version version) {
        return sql.only(Cells::number, """
                SELECT 1 + (SELECT COUNT(*) FROM pact WHERE version_id = ?)
                    + (SELECT COUNT(*) FROM verification WHERE provider_version_id = ?)
                """, version.id(), version.id());
    }

    @Override
    public List<Long> unusedContents() {
        return sql.list(Cells::number, "SELECT c.id FROM pact_content c WHERE " + UNUSED + " ORDER BY c.id");
    }

    @Override
    public int removeContents(List<Long> unused) {
        return changes.untold(
                rows -> removed(unused, "DELETE FROM pact_content AS c WHERE c.id = ? AND " + UNUSED, rows));
    }

    @Override
    public List<Long> overwrittenResults(Instant before) {
        return sql.list(Cells::number, """
                SELECT n.id FROM verification n
                JOIN verification_head h ON h.content_id = n.content_id AND h.provider_version_id = n.provider_version_id
                WHERE n.id < h.verification_id AND n.created_at < ?
                    AND (n.success = 0 OR EXISTS (
                        SELECT 1 FROM verification o WHERE o.content_id = n.content_id AND o.provider_version_id = n.provider_version_id
                            AND o.success = 1 AND o.wip = n.wip AND o.id < n.id))
                ORDER BY n.id
                """, before);
    }

    @Override
    public int removeResults(List<Long> overwritten) {
        return changes.allTold(
                null,
                () -> overwritten.stream()
                        .map(number -> SqlVerifications.removal(number, sql))
                        .toList(),
                rows -> removed(overwritten, "DELETE FROM verification WHERE id = ?", rows));
    }

    @Override
    public List<Long> finishedDeliveries(Instant before) {
        return sql.list(Cells::number, """
                SELECT t.id FROM triggered_webhook t
                JOIN (SELECT consumer_id, provider_id, webhook_uuid, event, MAX(id) AS newest FROM triggered_webhook
                    GROUP BY consumer_id, provider_id, webhook_uuid, event) n
                    ON n.consumer_id = t.consumer_id AND n.provider_id = t.provider_id
                    AND n.webhook_uuid = t.webhook_uuid AND n.event = t.event
                WHERE t.id < n.newest AND t.due_at IS NULL AND t.created_at < ?
                ORDER BY t.id
                """, before);
    }

    @Override
    public int removeDeliveries(List<Long> finished) {
        return changes.untold(rows -> removed(finished, "DELETE FROM triggered_webhook WHERE id = ?", rows));
    }

    @Override
    public List<Long> unusedDocuments() {
        return sql.list(
                Cells::number, "SELECT d.id FROM provider_document d WHERE " + UNUSED_DOCUMENT + " ORDER BY d.id");
    }

    @Override
    public int removeDocuments(List<Long> unused) {
        return changes.untold(rows ->
                removed(unused, "DELETE FROM provider_document AS d WHERE d.id = ? AND " + UNUSED_DOCUMENT, rows));
    }

    private static int removed(List<Long> keys, String delete, Changes.Rows rows) {
        return keys.stream().mapToInt(key -> rows.run(delete, key)).sum();
    }
}
