package dev.contract.broker.store;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.VersionKey;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlVerifications implements Verifications {
    private static final String COLUMNS = "SELECT n.id, n.content_id, " + SqlVersions.COLUMNS
            + ", n.success, n.created_at, n.build_url, n.wip, n.pending";
    private static final String JOINS =
            " JOIN version v ON v.id = n.provider_version_id JOIN pacticipant p ON p.id = v.pacticipant_id ";
    private static final String ALL = COLUMNS + " FROM verification n" + JOINS;
    private static final String HEADS =
            COLUMNS + " FROM verification_head h JOIN verification n ON n.id = h.verification_id" + JOINS;

    /**
     * The versions of one provider are ordered as their keys are, for both are given under the same lock; by key, what is asked for is read
     * and nothing is sorted.
     */
    private static final String NEWEST = HEADS + "WHERE h.content_id = ? ORDER BY h.provider_version_id DESC";

    private final Sql sql;
    private final Heads heads;
    private final Changes changes;

    SqlVerifications(Sql sql, Heads heads, Changes changes) {
        this.sql = sql;
        this.heads = heads;
        this.changes = changes;
    }

    private static Verification verification(Cells cells) throws SQLException {
        return new Verification(
                cells.number(),
                cells.number(),
                SqlVersions.version(cells),
                cells.flag(),
                cells.time(),
                cells.textOrNull(),
                cells.flag(),
                cells.flagOrNull());
    }

    @Override
    public Verification add(Arriving result, Instant now) {
        long number = changes.told(now, () -> fact(result), rows -> add(result, now, rows));
        return find(number).orElseThrow();
    }

    private static long add(Arriving result, Instant now, Changes.Rows rows) {
        long number = rows.number(
                """
                INSERT INTO verification (content_id, provider_version_id, success, build_url, wip, pending, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                """,
                result.contentId(),
                result.provider().id(),
                result.success(),
                result.buildUrl(),
                result.wip(),
                result.pending(),
                now);
        addDetails(number, result.details(), rows);
        rows.run("""
                INSERT INTO verification_head (content_id, provider_version_id, verification_id, success) VALUES (?, ?, ?, ?)
                ON CONFLICT (content_id, provider_version_id) DO UPDATE
                SET verification_id = excluded.verification_id, success = excluded.success
                WHERE excluded.verification_id > verification_head.verification_id
                """, result.contentId(), result.provider().id(), number, result.success());
        if (result.success()) {
            addSuccess(result, now, rows);
        }
        return number;
    }

    private Fact fact(Arriving result) {
        return new Fact.Verified(
                SqlPacts.key(result.contentId(), sql),
                VersionKey.of(result.provider()),
                result.success(),
                result.buildUrl(),
                result.wip(),
                result.pending(),
                result.details());
    }

    /** That a result is removed, which still is there. */
    static Fact removal(long number, Sql sql) {
        Verification result = sql.only(SqlVerifications::verification, ALL + "WHERE n.id = ?", number);
        return new Fact.ResultRemoved(
                SqlPacts.key(result.contentId(), sql), VersionKey.of(result.provider()), result.verifiedAt());
    }

    private static void addDetails(long number, VerificationDetails details, Changes.Rows rows) {
        JsonValue testResults = details.testResults();
        JsonValue verifiedBy = details.verifiedBy();
        if (testResults != null || verifiedBy != null) {
            rows.run(
                    "INSERT INTO verification_details (verification_id, test_results, verified_by) VALUES (?, ?, ?)",
                    number,
                    testResults == null ? null : Compressed.of(testResults.toJson()),
                    verifiedBy == null ? null : verifiedBy.toJson());
        }
    }

    private static void addSuccess(Arriving result, Instant now, Changes.Rows rows) {
        rows.run("""
                INSERT INTO content_branch_success (content_id, branch_id, wip, first_at)
                SELECT ?, branch_id, ?, ? FROM branch_version WHERE version_id = ? ON CONFLICT DO NOTHING
                """, result.contentId(), result.wip(), now, result.provider().id());
        rows.run("""
                INSERT INTO content_tag_success (content_id, tag_id, wip, first_at)
                SELECT ?, tag_id, ?, ? FROM version_tag WHERE version_id = ? ON CONFLICT DO NOTHING
                """, result.contentId(), result.wip(), now, result.provider().id());
    }

    @Override
    public Optional<Verification> find(long number) {
        return sql.first(SqlVerifications::verification, ALL + "WHERE n.id = ?", number);
    }

    @Override
    public VerificationDetails details(long number) {
        return sql.first(
                        cells -> new VerificationDetails(expanded(cells.bytesOrNull()), parsed(cells.textOrNull())),
                        "SELECT test_results, verified_by FROM verification_details WHERE verification_id = ?",
                        number)
                .orElse(VerificationDetails.NONE);
    }

    private static @Nullable JsonValue expanded(byte @Nullable [] bytes) {
        return bytes == null ? null : JsonReader.read(Compressed.expand(bytes));
    }

    private static @Nullable JsonValue parsed(@Nullable String text) {
        return text == null ? null : JsonReader.read(text);
    }

    @Override
    public Optional<Verification> newest(long contentId, Version provider) {
        return sql.first(
                SqlVerifications::verification,
                HEADS + "WHERE h.content_id = ? AND h.provider_version_id = ?",
                contentId,
                provider.id());
    }

    @Override
    public List<Verification> newest(long contentId) {
        return sql.list(SqlVerifications::verification, NEWEST, contentId);
    }

    @Override
    public List<Verification> newest(long contentId, int most) {
        return sql.list(SqlVerifications::verification, NEWEST + " LIMIT ?", contentId, most);
    }

    @Override
    public List<Verification> all(long contentId) {
        return sql.list(SqlVerifications::verification, ALL + "WHERE n.content_id = ? ORDER BY n.id DESC", contentId);
    }

    @Override
    public Optional<Verification> last(long contentId) {
        return sql.first(
                SqlVerifications::verification,
                ALL + "WHERE n.id = (SELECT MAX(m.id) FROM verification m WHERE m.content_id = ?)",
                contentId);
    }

    @Override
    public Optional<Verification> lastBetween(Party consumer, Party provider) {
        return sql.first(SqlVerifications::verification, ALL + """
                WHERE n.id = (SELECT MAX(l.last) FROM (
                    SELECT (SELECT MAX(m.id) FROM verification m WHERE m.content_id = c.id) AS last
                    FROM pact_content c WHERE c.consumer_id = ? AND c.provider_id = ?) l)
                """, consumer.id(), provider.id());
    }

    @Override
    public boolean hasSuccess(long contentId) {
        return sql.first(
                        Cells::number,
                        "SELECT id FROM verification WHERE content_id = ? AND success = 1 LIMIT 1",
                        contentId)
                .isPresent();
    }

    @Override
    public boolean hasResultBy(Version provider) {
        return sql.first(
                        Cells::number,
                        "SELECT verification_id FROM verification_head WHERE provider_version_id = ? LIMIT 1",
                        provider.id())
                .isPresent();
    }

    @Override
    public List<Verification> newestBy(Version provider) {
        return sql.list(
                SqlVerifications::verification,
                HEADS + "WHERE h.provider_version_id = ? ORDER BY n.id DESC",
                provider.id());
    }

    @Override
    public List<Verification> allBy(Version provider) {
        return sql.list(
                SqlVerifications::verification,
                ALL + "WHERE n.provider_version_id = ? ORDER BY n.id DESC",
                provider.id());
    }

    @Override
    public Optional<Instant> firstSuccess(long contentId, Branch branch, boolean wip) {
        return sql.first(
                Cells::time,
                "SELECT first_at FROM content_branch_success WHERE content_id = ? AND branch_id = ? AND wip = ?",
                contentId,
                branch.id(),
                wip);
    }

    @Override
    public Optional<Instant> firstSuccessElsewhere(long contentId, @Nullable Branch branch, boolean wip) {
        return sql.first(Cells::time, """
                SELECT first_at FROM content_branch_success WHERE content_id = ? AND branch_id <> ? AND wip = ?
                ORDER BY first_at LIMIT 1
                """, contentId, branch == null ? -1L : branch.id(), wip);
    }

    @Override
    public Optional<Instant> firstSuccess(long contentId, TagName tag, boolean wip) {
        return sql.first(Cells::time, """
                SELECT s.first_at FROM content_tag_success s JOIN tag_name n ON n.id = s.tag_id
                WHERE s.content_id = ? AND n.name = ? AND s.wip = ?
                """, contentId, tag.value(), wip);
    }

    @Override
    public Optional<Instant> firstSuccessElsewhere(long contentId, TagName tag, boolean wip) {
        return sql.first(Cells::time, """
                SELECT s.first_at FROM content_tag_success s JOIN tag_name n ON n.id = s.tag_id
                WHERE s.content_id = ? AND n.name <> ? AND s.wip = ? ORDER BY s.first_at LIMIT 1
                """, contentId, tag.value(), wip);
    }

    @Override
    public void delete(Verification result) {
        changes.told(
                null,
                () -> removal(result.number(), sql),
                rows -> rows.run("DELETE FROM verification WHERE id = ?", result.number()));
        heads.settleResult(result.contentId(), result.provider().id());
    }
}
