package dev.contract.broker.store;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ProviderContract;
import dev.contract.broker.domain.ProviderContracts;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.compare.promise.PromiseComparison;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

final class SqlProviderContracts implements ProviderContracts {
    private static final String SELECT = "SELECT " + SqlVersions.COLUMNS
            + ", o.document_id, d.sha, d.content_type, o.self_verified, o.created_at FROM provider_contract o"
            + " JOIN provider_document d ON d.id = o.document_id"
            + " JOIN version v ON v.id = o.version_id JOIN pacticipant p ON p.id = v.pacticipant_id ";

    /** The branch heads and live versions of an application. */
    private static final String VERSIONS_IN_USE = """
            SELECT h.version_id FROM branch b JOIN branch_head h ON h.branch_id = b.id WHERE b.pacticipant_id = ?
            UNION SELECT version_id FROM live_version WHERE pacticipant_id = ?""";

    /** What the branch heads and live versions of the consumers of an application rely on. */
    private static final String CONTENTS_IN_USE = """
            SELECT DISTINCT p.content_id FROM integration i
            JOIN (
                SELECT b.pacticipant_id, h.version_id FROM branch b JOIN branch_head h ON h.branch_id = b.id
                UNION SELECT pacticipant_id, version_id FROM live_version) u ON u.pacticipant_id = i.consumer_id
            JOIN pact_head p ON p.version_id = u.version_id AND p.provider_id = i.provider_id
            WHERE i.provider_id = ?""";

    private final Sql sql;
    private final Changes changes;
    private final Set<Pair> missed = new LinkedHashSet<>();

    SqlProviderContracts(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    private static ProviderContract contract(Cells cells) throws SQLException {
        return new ProviderContract(
                SqlVersions.version(cells),
                cells.number(),
                new ContentSha(cells.text()),
                cells.text(),
                cells.flagOrNull(),
                cells.time());
    }

    @Override
    public boolean any() {
        return sql.first(Cells::number, "SELECT version_id FROM provider_contract LIMIT 1")
                .isPresent();
    }

    @Override
    public Optional<ProviderContract> find(Version provider) {
        return sql.first(SqlProviderContracts::contract, SELECT + "WHERE o.version_id = ?", provider.id());
    }

    @Override
    public ProviderContract publish(Arriving arriving, Instant now) {
        return changes.told(now, () -> Fact.Described.of(arriving), rows -> publish(arriving, now, rows));
    }

    private ProviderContract publish(Arriving arriving, Instant now, Changes.Rows rows) {
        long document = document(arriving, now, rows);
        rows.run(
                """
                INSERT INTO provider_contract (version_id, document_id, self_verified, self_verification, created_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (version_id) DO UPDATE SET document_id = excluded.document_id,
                    self_verified = excluded.self_verified, self_verification = excluded.self_verification
                """,
                arriving.provider().id(),
                document,
                arriving.selfVerified(),
                Compressed.of(arriving.selfVerification().toJson()),
                now);
        return find(arriving.provider()).orElseThrow();
    }

    private long document(Arriving arriving, Instant now, Changes.Rows rows) {
        Party owner = arriving.provider().owner();
        rows.run(
                """
                INSERT INTO provider_document (provider_id, sha, content_type, body, created_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (provider_id, sha) DO NOTHING
                """,
                owner.id(),
                arriving.sha().value(),
                arriving.contentType(),
                Compressed.of(arriving.content()),
                now);
        return document(owner, arriving.sha()).orElseThrow();
    }

    @Override
    public Optional<Long> document(Party provider, ContentSha sha) {
        return sql.first(
                Cells::number,
                "SELECT id FROM provider_document WHERE provider_id = ? AND sha = ?",
                provider.id(),
                sha.value());
    }

    @Override
    public byte[] content(long documentId) {
        return sql.only(
                cells -> Compressed.expand(Objects.requireNonNull(cells.bytesOrNull(), "body")),
                "SELECT body FROM provider_document WHERE id = ?",
                documentId);
    }

    @Override
    public Optional<String> contentType(long documentId) {
        return sql.first(Cells::text, "SELECT content_type FROM provider_document WHERE id = ?", documentId);
    }

    @Override
    public JsonObject selfVerification(Version provider) {
        return sql.first(
                        cells -> JsonReader.read(
                                Compressed.expand(Objects.requireNonNull(cells.bytesOrNull(), "self_verification"))),
                        "SELECT self_verification FROM provider_contract WHERE version_id = ?",
                        provider.id())
                .flatMap(each -> each.asObject())
                .orElse(JsonObject.EMPTY);
    }

    @Override
    public Optional<Comparison> comparison(Pair pair) {
        Optional<Comparison> found = sql.first(
                cells -> new Comparison(
                        pair.contentId(),
                        pair.documentId(),
                        (int) cells.number(),
                        (int) cells.number(),
                        (int) cells.number(),
                        (int) cells.number(),
                        cells.textOrNull(),
                        cells.flag(),
                        cells.time()),
                """
                SELECT broken, errors, warnings, not_compared, first_error, finished, created_at FROM comparison
                WHERE content_id = ? AND document_id = ? AND comparator = ?
                """,
                pair.contentId(),
                pair.documentId(),
                PromiseComparison.VERSION);
        if (found.filter(Comparison::finished).isEmpty()) {
            missed.add(pair);
        }
        return found;
    }

    @Override
    public List<Pair> missed() {
        return List.copyOf(missed);
    }

    @Override
    public JsonArray findings(Comparison comparison) {
        return sql.only(
                        cells -> JsonReader.read(
                                Compressed.expand(Objects.requireNonNull(cells.bytesOrNull(), "findings"))),
                        "SELECT findings FROM comparison WHERE content_id = ? AND document_id = ? AND comparator = ?",
                        comparison.contentId(),
                        comparison.documentId(),
                        PromiseComparison.VERSION)
                .asArray()
                .orElseThrow();
    }

    /** Either side may have gone while it was compared. What was finished comes out the same if it is compared again. */
    @Override
    public void remember(Comparison comparison, JsonArray findings) {
        changes.untold(rows -> rows.run(
                """
                INSERT INTO comparison (content_id, document_id, comparator, broken, errors, warnings, not_compared,
                    first_error, findings, finished, created_at)
                SELECT c.id, d.id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM pact_content c, provider_document d WHERE c.id = ? AND d.id = ?
                ON CONFLICT (content_id, document_id, comparator) DO UPDATE SET broken = excluded.broken,
                    errors = excluded.errors, warnings = excluded.warnings, not_compared = excluded.not_compared,
                    first_error = excluded.first_error, findings = excluded.findings, finished = excluded.finished,
                    created_at = excluded.created_at
                WHERE comparison.finished = 0
                """,
                PromiseComparison.VERSION,
                comparison.broken(),
                comparison.errors(),
                comparison.warnings(),
                comparison.notCompared(),
                comparison.firstError(),
                Compressed.of(findings.toJson()),
                comparison.finished(),
                comparison.comparedAt(),
                comparison.contentId(),
                comparison.documentId()));
    }

    @Override
    public List<ProviderContract> inUse(Party provider) {
        return sql.list(
                SqlProviderContracts::contract,
                SELECT + "WHERE v.id IN (" + VERSIONS_IN_USE + ") ORDER BY v.ord DESC",
                provider.id(),
                provider.id());
    }

    @Override
    public List<Long> contentsInUse(Party provider) {
        return sql.list(Cells::number, CONTENTS_IN_USE + " ORDER BY p.content_id", provider.id());
    }

    @Override
    public List<Pair> missing(Party provider, int most) {
        return sql.list(
                cells -> new Pair(cells.number(), cells.number()),
                """
                SELECT c.content_id, d.document_id FROM (%s) c
                CROSS JOIN (SELECT DISTINCT document_id FROM provider_contract WHERE version_id IN (%s)) d
                WHERE NOT EXISTS (SELECT 1 FROM comparison m
                    WHERE m.content_id = c.content_id AND m.document_id = d.document_id AND m.comparator = ?)
                ORDER BY c.content_id, d.document_id LIMIT ?
                """.formatted(CONTENTS_IN_USE, VERSIONS_IN_USE),
                provider.id(),
                provider.id(),
                provider.id(),
                PromiseComparison.VERSION,
                most);
    }
}
