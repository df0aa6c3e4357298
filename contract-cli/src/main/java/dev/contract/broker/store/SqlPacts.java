package dev.contract.broker.store;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Pacts;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookParty;
import dev.contract.broker.domain.fact.ContentKey;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.VersionKey;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class SqlPacts implements Pacts {
    private static final String COLUMNS =
            "SELECT k.id, " + SqlVersions.COLUMNS + ", q.id, q.name, k.revision, k.content_id, c.sha, k.created_at";
    private static final String JOINS = " JOIN pact_content c ON c.id = k.content_id"
            + " JOIN version v ON v.id = k.version_id JOIN pacticipant p ON p.id = v.pacticipant_id"
            + " JOIN pacticipant q ON q.id = k.provider_id ";
    private static final String HEADS = COLUMNS + " FROM pact_head h JOIN pact k ON k.id = h.pact_id" + JOINS;
    private static final String REVISIONS = COLUMNS + " FROM pact k" + JOINS;

    /** From the results of a version, each found by key, to the few contents of a pair, and from these to their publications. */
    private static final String HONOURED = """
            JOIN verification_head r ON r.content_id = h.content_id AND r.provider_version_id = ? AND r.success = 1
            WHERE h.provider_id = ? AND h.consumer_id = ? ORDER BY h.ord DESC LIMIT ?""";

    private static final String NEWEST_FIRST = " ORDER BY h.ord DESC LIMIT ? OFFSET ?";

    /** Of each integration the newest: one look at an index, however many versions there are. */
    private static final String NEWEST = COLUMNS + " " + """
            FROM integration i JOIN pact k ON k.id = (SELECT h.pact_id FROM pact_head h
                WHERE h.consumer_id = i.consumer_id AND h.provider_id = i.provider_id ORDER BY h.ord DESC LIMIT 1)""" + JOINS;

    private final Sql sql;
    private final Changes changes;
    private final Journal journal;

    SqlPacts(Sql sql, Changes changes, Journal journal) {
        this.sql = sql;
        this.changes = changes;
        this.journal = journal;
    }

    /** What a content is called outside of the database. */
    static ContentKey key(long contentId, Sql sql) {
        return sql.only(
                cells -> new ContentKey(
                        new PacticipantName(cells.text()),
                        new PacticipantName(cells.text()),
                        new ContentSha(cells.text())),
                """
                SELECT p.name, q.name, c.sha FROM pact_content c
                JOIN pacticipant p ON p.id = c.consumer_id JOIN pacticipant q ON q.id = c.provider_id WHERE c.id = ?
                """,
                contentId);
    }

    private static Pact pact(Cells cells) throws SQLException {
        return new Pact(
                cells.number(),
                SqlVersions.version(cells),
                SqlPacticipants.party(cells),
                (int) cells.number(),
                cells.number(),
                new ContentSha(cells.text()),
                cells.time());
    }

    @Override
    public Optional<Pact> find(Version consumer, Party provider) {
        return sql.first(
                SqlPacts::pact, HEADS + "WHERE h.version_id = ? AND h.provider_id = ?", consumer.id(), provider.id());
    }

    @Override
    public List<Pact> of(Version consumer) {
        return sql.list(SqlPacts::pact, HEADS + "WHERE h.version_id = ? ORDER BY q.name", consumer.id());
    }

    @Override
    public List<Pact> revisionsOf(Version consumer) {
        return sql.list(
                SqlPacts::pact, REVISIONS + "WHERE k.version_id = ? ORDER BY q.name, k.revision DESC", consumer.id());
    }

    @Override
    public List<Pact> between(Party consumer, Party provider) {
        return sql.list(
                SqlPacts::pact,
                HEADS + "WHERE h.consumer_id = ? AND h.provider_id = ? ORDER BY h.ord DESC",
                consumer.id(),
                provider.id());
    }

    @Override
    public List<Pact> onBranch(Party consumer, Party provider, BranchName branch, Slice slice) {
        return sql.list(
                SqlPacts::pact,
                HEADS + "JOIN branch_version m ON m.version_id = h.version_id JOIN branch b ON b.id = m.branch_id"
                        + " WHERE h.consumer_id = ? AND h.provider_id = ? AND b.name = ?" + NEWEST_FIRST,
                consumer.id(),
                provider.id(),
                branch.value(),
                slice.limit(),
                slice.offset());
    }

    @Override
    public List<Pact> tagged(Party consumer, Party provider, TagName tag, Slice slice) {
        return sql.list(
                SqlPacts::pact,
                HEADS + "JOIN version_tag t ON t.version_id = h.version_id JOIN tag_name n ON n.id = t.tag_id"
                        + " WHERE h.consumer_id = ? AND h.provider_id = ? AND n.name = ?" + NEWEST_FIRST,
                consumer.id(),
                provider.id(),
                tag.value(),
                slice.limit(),
                slice.offset());
    }

    @Override
    public Optional<Pact> latestUntagged(Party consumer, Party provider) {
        return sql.first(
                SqlPacts::pact,
                HEADS + "WHERE h.consumer_id = ? AND h.provider_id = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM version_tag t WHERE t.version_id = h.version_id)"
                        + " ORDER BY h.ord DESC LIMIT 1",
                consumer.id(),
                provider.id());
    }

    @Override
    public Optional<Pact> previousDistinct(Pact pact) {
        return sql.first(
                SqlPacts::pact,
                HEADS + "WHERE h.consumer_id = ? AND h.provider_id = ? AND h.ord < ? AND h.content_id <> ?"
                        + " ORDER BY h.ord DESC LIMIT 1",
                pact.consumer().owner().id(),
                pact.provider().id(),
                pact.consumer().order(),
                pact.contentId());
    }

    @Override
    public List<Pact> newest(String part, Slice slice) {
        String pattern = Part.pattern(part);
        return sql.list(
                SqlPacts::pact,
                NEWEST + "WHERE " + Part.ofEither("p.name", "q.name") + " ORDER BY p.name, q.name LIMIT ? OFFSET ?",
                pattern,
                pattern,
                slice.limit(),
                slice.offset());
    }

    @Override
    public long countPairs(String part) {
        String pattern = Part.pattern(part);
        return sql.only(
                Cells::number,
                "SELECT COUNT(*) FROM integration i JOIN pacticipant p ON p.id = i.consumer_id"
                        + " JOIN pacticipant q ON q.id = i.provider_id WHERE " + Part.ofEither("p.name", "q.name")
                        + " AND EXISTS (SELECT 1 FROM pact_head h WHERE h.consumer_id = i.consumer_id AND h.provider_id = i.provider_id)",
                pattern,
                pattern);
    }

    @Override
    public List<Pact> revisionsBetween(Party consumer, Party provider) {
        return sql.list(
                SqlPacts::pact,
                REVISIONS + "WHERE k.consumer_id = ? AND k.provider_id = ? ORDER BY v.ord DESC, k.revision DESC",
                consumer.id(),
                provider.id());
    }

    @Override
    public List<Party> providersOf(Party consumer) {
        return sql.list(SqlPacticipants::party, """
                SELECT p.id, p.name FROM integration i JOIN pacticipant p ON p.id = i.provider_id
                WHERE i.consumer_id = ?
                    AND EXISTS (SELECT 1 FROM pact_head h WHERE h.consumer_id = i.consumer_id AND h.provider_id = i.provider_id)
                ORDER BY p.name
                """, consumer.id());
    }

    @Override
    public Optional<Pact> latest(Party consumer, Party provider) {
        return sql.first(
                SqlPacts::pact,
                HEADS + "WHERE h.consumer_id = ? AND h.provider_id = ? ORDER BY h.ord DESC LIMIT 1",
                consumer.id(),
                provider.id());
    }

    @Override
    public Optional<Pact> latest(Party consumer, Party provider, TagName tag) {
        return sql.first(
                SqlPacts::pact,
                HEADS
                        + "JOIN tag_name n ON n.name = ? JOIN tag_head g ON g.pacticipant_id = h.consumer_id AND g.tag_id = n.id"
                        + " JOIN version_tag t ON t.tag_id = n.id AND t.version_id = h.version_id"
                        + " WHERE h.consumer_id = ? AND h.provider_id = ? ORDER BY h.ord DESC LIMIT 1",
                tag.value(),
                consumer.id(),
                provider.id());
    }

    @Override
    public List<AtHead> atHeadsOfBranches(Party provider, Instant since) {
        return sql.list(
                cells -> new AtHead(pact(cells), new BranchName(cells.text())),
                COLUMNS + ", b.name FROM integration i JOIN branch b ON b.pacticipant_id = i.consumer_id"
                        + " JOIN branch_head g ON g.branch_id = b.id"
                        + " JOIN pact_head h ON h.version_id = g.version_id AND h.provider_id = i.provider_id"
                        + " JOIN pact k ON k.id = h.pact_id" + JOINS
                        + "WHERE i.provider_id = ? AND k.created_at > ? ORDER BY p.name, b.updated_at DESC, b.id DESC",
                provider.id(),
                since);
    }

    @Override
    public Optional<Pact> before(Pact pact, BranchName branch) {
        return before(pact, """
                AND EXISTS (SELECT 1 FROM branch b JOIN branch_version m ON m.branch_id = b.id
                    WHERE b.pacticipant_id = h.consumer_id AND b.name = ? AND m.version_id = h.version_id)
                """, branch.value());
    }

    @Override
    public Optional<Pact> before(Pact pact, TagName tag) {
        return before(pact, """
                AND EXISTS (SELECT 1 FROM tag_name n JOIN version_tag t ON t.tag_id = n.id
                    WHERE n.name = ? AND t.version_id = h.version_id)
                """, tag.value());
    }

    @Override
    public Optional<Pact> beforeWithoutPlace(Pact pact) {
        return before(pact, """
                AND NOT EXISTS (SELECT 1 FROM branch_version m WHERE m.version_id = h.version_id)
                AND NOT EXISTS (SELECT 1 FROM version_tag t WHERE t.version_id = h.version_id)
                """);
    }

    private Optional<Pact> before(Pact pact, String condition, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(
                pact.consumer().owner().id(),
                pact.provider().id(),
                pact.consumer().order()));
        all.addAll(List.of(arguments));
        return sql.first(
                SqlPacts::pact,
                HEADS + "WHERE h.consumer_id = ? AND h.provider_id = ? AND h.ord < ? " + condition
                        + "ORDER BY h.ord DESC LIMIT 1",
                all.toArray());
    }

    @Override
    public Optional<Pact> newest(Webhook.Details webhook) {
        List<Object> arguments = new ArrayList<>();
        String consumer = condition("h.consumer_id", webhook.consumer(), arguments);
        String provider = condition("h.provider_id", webhook.provider(), arguments);
        return sql.first(
                SqlPacts::pact,
                HEADS + "WHERE " + consumer + " AND " + provider + " ORDER BY h.pact_id DESC LIMIT 1",
                arguments.toArray());
    }

    private static String condition(String column, WebhookParty party, List<Object> arguments) {
        Party named = party.party();
        String label = party.label();
        if (named != null) {
            arguments.add(named.id());
            return column + " = ?";
        }
        if (label != null) {
            arguments.add(label);
            return "EXISTS (SELECT 1 FROM label l WHERE l.pacticipant_id = " + column + " AND l.name = ?)";
        }
        return "1 = 1";
    }

    @Override
    public List<Pact> withContent(long contentId) {
        return sql.list(SqlPacts::pact, HEADS + "WHERE h.content_id = ? ORDER BY h.ord DESC", contentId);
    }

    @Override
    public List<Pact> honoured(Party consumer, Version provider, int most) {
        return sql.list(
                SqlPacts::pact,
                HEADS + HONOURED,
                provider.id(),
                provider.owner().id(),
                consumer.id(),
                most);
    }

    @Override
    public List<Pact> revisionsWithContent(long contentId) {
        return sql.list(
                SqlPacts::pact, REVISIONS + "WHERE k.content_id = ? ORDER BY v.ord DESC, k.revision DESC", contentId);
    }

    @Override
    public Optional<Long> content(Party consumer, Party provider, ContentSha sha) {
        return sql.first(
                Cells::number,
                "SELECT id FROM pact_content WHERE consumer_id = ? AND provider_id = ? AND sha = ?",
                consumer.id(),
                provider.id(),
                sha.value());
    }

    @Override
    public Optional<ContentSha> nameOf(Party consumer, Party provider, ContentSha identity) {
        return sql.first(
                cells -> new ContentSha(cells.text()),
                "SELECT sha FROM pact_content WHERE consumer_id = ? AND provider_id = ? AND identity = ? ORDER BY id LIMIT 1",
                consumer.id(),
                provider.id(),
                identity.value());
    }

    @Override
    public JsonValue document(long contentId) {
        if (journal.hasDocuments()) {
            return journal.document(key(contentId, sql));
        }
        byte[] body = sql.only(
                cells -> Objects.requireNonNull(cells.bytesOrNull()),
                "SELECT body FROM pact_body WHERE content_id = ?",
                contentId);
        return JsonReader.read(Compressed.expand(body));
    }

    @Override
    public Pact publish(Version consumer, Party provider, PactContent content, Instant now) {
        changes.told(now, () -> fact(consumer, provider, content), rows -> {
            long contentId = store(consumer.owner(), provider, content, now, rows);
            addRevision(consumer, provider, contentId, now, rows);
            return contentId;
        });
        return find(consumer, provider).orElseThrow();
    }

    private void addRevision(Version consumer, Party provider, long contentId, Instant now, Changes.Rows rows) {
        long revision = sql.only(
                Cells::number,
                "SELECT COALESCE(MAX(revision), 0) + 1 FROM pact WHERE version_id = ? AND provider_id = ?",
                consumer.id(),
                provider.id());
        long id = rows.number("""
                INSERT INTO pact (version_id, consumer_id, provider_id, revision, content_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                """, consumer.id(), consumer.owner().id(), provider.id(), revision, contentId, now);
        rows.run("""
                INSERT INTO pact_head (version_id, provider_id, consumer_id, ord, pact_id, content_id) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (version_id, provider_id) DO UPDATE SET pact_id = excluded.pact_id, content_id = excluded.content_id
                """, consumer.id(), provider.id(), consumer.owner().id(), consumer.order(), id, contentId);
    }

    /** To be asked before it is one. */
    private Fact fact(Version consumer, Party provider, PactContent content) {
        return new Fact.Published(
                VersionKey.of(consumer),
                provider.name(),
                content,
                find(consumer, provider).map(Pact::sha).orElse(null));
    }

    private long store(Party consumer, Party provider, PactContent content, Instant now, Changes.Rows rows) {
        int added = rows.run(
                """
                INSERT INTO pact_content (consumer_id, provider_id, sha, identity, sha_rule, interactions, messages, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                consumer.id(),
                provider.id(),
                content.sha().value(),
                content.identity().value(),
                PactContent.SHA_RULE,
                content.interactions(),
                content.messages(),
                now);
        long id = content(consumer, provider, content.sha()).orElseThrow();
        if (added > 0 && !journal.hasDocuments()) {
            rows.run(
                    "INSERT INTO pact_body (content_id, body) VALUES (?, ?)",
                    id,
                    Compressed.of(content.document().toJson()));
        }
        return id;
    }

    @Override
    public void delete(Pact pact) {
        Object[] key = {pact.consumer().id(), pact.provider().id()};
        List<Long> contents = sql.list(
                Cells::number, "SELECT DISTINCT content_id FROM pact WHERE version_id = ? AND provider_id = ?", key);
        changes.told(
                null,
                () -> new Fact.PactRemoved(
                        VersionKey.of(pact.consumer()), pact.provider().name()),
                rows -> rows.run("DELETE FROM pact WHERE version_id = ? AND provider_id = ?", key));
        contents.forEach(content -> changes.untold(rows -> rows.run("""
                DELETE FROM pact_content WHERE id = ?
                    AND NOT EXISTS (SELECT 1 FROM pact k WHERE k.content_id = pact_content.id)
                    AND NOT EXISTS (SELECT 1 FROM verification n WHERE n.content_id = pact_content.id)
                """, content)));
    }
}
