package dev.contract.broker.store;

import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.broker.domain.WebhookParty;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.Webhooks;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class SqlWebhooks implements Webhooks {
    private static final String SELECT = """
            SELECT w.id, w.uuid, w.description, w.consumer_id, c.name, w.consumer_label, w.provider_id, p.name, w.provider_label,
                w.events, w.enabled, w.created_at, w.updated_at
            FROM webhook w LEFT JOIN pacticipant c ON c.id = w.consumer_id LEFT JOIN pacticipant p ON p.id = w.provider_id
            """;

    /** Where the database is a view of files. */
    private static final String NONE = "webhooks: nobody is there to run them";

    private final Sql sql;
    private final Vault vault;
    private final Changes changes;

    SqlWebhooks(Sql sql, Changes changes, Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.changes = changes;
    }

    private static Webhook webhook(Cells cells) throws SQLException {
        return new Webhook(cells.number(), cells.text(), details(cells), cells.time(), cells.time());
    }

    private static Webhook.Details details(Cells cells) throws SQLException {
        return new Webhook.Details(cells.textOrNull(), party(cells), party(cells), events(cells.text()), cells.flag());
    }

    private static WebhookParty party(Cells cells) throws SQLException {
        Optional<Party> party = SqlPacticipants.partyOrNone(cells);
        return new WebhookParty(party.orElse(null), cells.textOrNull());
    }

    private static Set<WebhookEvent> events(String text) {
        return Arrays.stream(text.split(","))
                .flatMap(name -> WebhookEvent.of(name).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(Set<WebhookEvent> events) {
        return events.stream().map(WebhookEvent::text).collect(Collectors.joining(","));
    }

    @Override
    public List<Webhook> all() {
        return sql.list(SqlWebhooks::webhook, SELECT + "ORDER BY w.id");
    }

    @Override
    public Optional<Webhook> find(String uuid) {
        return sql.first(SqlWebhooks::webhook, SELECT + "WHERE w.uuid = ?", uuid);
    }

    @Override
    public List<Webhook> naming(Party consumer, Party provider) {
        return sql.list(SqlWebhooks::webhook, SELECT + """
                WHERE w.enabled = 1 AND (w.consumer_id IS NULL OR w.consumer_id = ?) AND (w.provider_id IS NULL OR w.provider_id = ?)
                ORDER BY w.id
                """, consumer.id(), provider.id());
    }

    @Override
    public WebhookRequest request(Webhook webhook) {
        String stored = sql.only(Cells::text, "SELECT request FROM webhook WHERE id = ?", webhook.id());
        return WebhookRequest.of(
                JsonReader.read(vault.open(stored, webhook.uuid())).asObject().orElse(JsonObject.EMPTY));
    }

    @Override
    public Webhook create(String uuid, Webhook.Details details, WebhookRequest request, Instant now) {
        changes.refused(
                NONE,
                rows -> rows.run(
                        """
                INSERT INTO webhook (uuid, description, consumer_id, consumer_label, provider_id, provider_label, events, enabled,
                    request, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                        uuid,
                        details.description(),
                        id(details.consumer()),
                        details.consumer().label(),
                        id(details.provider()),
                        details.provider().label(),
                        text(details.events()),
                        details.enabled(),
                        vault.close(request.toJson().toJson(), uuid),
                        now,
                        now));
        return find(uuid).orElseThrow();
    }

    private static @Nullable Long id(WebhookParty party) {
        Party named = party.party();
        return named == null ? null : Long.valueOf(named.id());
    }

    @Override
    public Webhook update(Webhook webhook, Webhook.Details details, WebhookRequest request, Instant now) {
        changes.refused(
                NONE,
                rows -> rows.run(
                        """
                UPDATE webhook SET description = ?, consumer_id = ?, consumer_label = ?, provider_id = ?, provider_label = ?, events = ?,
                    enabled = ?, request = ?, updated_at = ?
                WHERE id = ?
                """,
                        details.description(),
                        id(details.consumer()),
                        details.consumer().label(),
                        id(details.provider()),
                        details.provider().label(),
                        text(details.events()),
                        details.enabled(),
                        vault.close(request.toJson().toJson(), webhook.uuid()),
                        now,
                        webhook.id()));
        return find(webhook.uuid()).orElseThrow();
    }

    @Override
    public void delete(Webhook webhook) {
        changes.refused(NONE, rows -> rows.run("DELETE FROM webhook WHERE id = ?", webhook.id()));
    }
}
