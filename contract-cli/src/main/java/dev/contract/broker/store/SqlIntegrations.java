package dev.contract.broker.store;

import dev.contract.broker.domain.Integration;
import dev.contract.broker.domain.Integrations;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.fact.Fact;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class SqlIntegrations implements Integrations {
    private static final String TABLES =
            " FROM integration i JOIN pacticipant p ON p.id = i.consumer_id JOIN pacticipant q ON q.id = i.provider_id ";
    private static final String SELECT = "SELECT p.id, p.name, q.id, q.name, i.created_at, i.updated_at" + TABLES;
    private static final String NAMED = "WHERE " + Part.ofEither("p.name", "q.name");

    /** Versions with a pact or result between the two, without one for anybody else, and in no environment. */
    private static final String LOOSE = """
            SELECT v.id FROM version v
            WHERE v.id IN (
                SELECT k.version_id FROM pact k WHERE k.consumer_id = ? AND k.provider_id = ?
                UNION SELECT n.provider_version_id FROM verification n JOIN pact_content c ON c.id = n.content_id
                WHERE c.consumer_id = ? AND c.provider_id = ?)
            AND NOT EXISTS (SELECT 1 FROM pact k WHERE k.version_id = v.id AND k.provider_id <> ?)
            AND NOT EXISTS (
                SELECT 1 FROM verification n JOIN pact_content c ON c.id = n.content_id
                WHERE n.provider_version_id = v.id AND (c.consumer_id <> ? OR c.provider_id <> ?))
            AND NOT EXISTS (SELECT 1 FROM live_version l WHERE l.version_id = v.id)
            """;

    private final Sql sql;
    private final Heads heads;
    private final Changes changes;

    SqlIntegrations(Sql sql, Heads heads, Changes changes) {
        this.sql = sql;
        this.heads = heads;
        this.changes = changes;
    }

    private static Integration integration(Cells cells) throws SQLException {
        return new Integration(SqlPacticipants.party(cells), SqlPacticipants.party(cells), cells.time(), cells.time());
    }

    @Override
    public List<Integration> named(String part, Slice slice) {
        String pattern = Part.pattern(part);
        return sql.list(
                SqlIntegrations::integration,
                SELECT + NAMED + " ORDER BY p.name, q.name LIMIT ? OFFSET ?",
                pattern,
                pattern,
                slice.limit(),
                slice.offset());
    }

    @Override
    public long count(String part) {
        String pattern = Part.pattern(part);
        return sql.only(Cells::number, "SELECT COUNT(*)" + TABLES + NAMED, pattern, pattern);
    }

    @Override
    public Optional<Integration> find(Party consumer, Party provider) {
        return sql.first(
                SqlIntegrations::integration,
                SELECT + "WHERE i.consumer_id = ? AND i.provider_id = ?",
                consumer.id(),
                provider.id());
    }

    @Override
    public void delete(Integration integration) {
        long consumer = integration.consumer().id();
        long provider = integration.provider().id();
        List<Long> loose =
                sql.list(Cells::number, LOOSE, consumer, provider, consumer, provider, provider, consumer, provider);
        changes.told(
                null,
                () -> new Fact.IntegrationRemoved(
                        integration.consumer().name(), integration.provider().name()),
                rows -> {
                    rows.run("DELETE FROM pact_content WHERE consumer_id = ? AND provider_id = ?", consumer, provider);
                    loose.forEach(version -> rows.run("DELETE FROM version WHERE id = ?", version));
                    return rows.run(
                            "DELETE FROM integration WHERE consumer_id = ? AND provider_id = ?", consumer, provider);
                });
        heads.settleHeadless(consumer);
        heads.settleHeadless(provider);
    }
}
