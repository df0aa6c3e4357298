package dev.contract.broker.store;

import dev.contract.broker.domain.Deliveries;
import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlDeliveries implements Deliveries {
    private static final String COLUMNS =
            "t.id, t.uuid, t.webhook_uuid, t.title, t.event, t.status, t.attempts, t.created_at, t.parameters";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM triggered_webhook t ";
    private static final String NEWEST_FIRST = " ORDER BY t.id DESC";

    /** Where the database is a view of files. */
    private static final String NONE = "triggered webhooks: nobody is there to run them";

    private final Sql sql;
    private final Changes changes;

    SqlDeliveries(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    private static Delivery delivery(Cells cells) throws SQLException {
        return new Delivery(
                cells.number(),
                cells.text(),
                cells.text(),
                cells.text(),
                WebhookEvent.of(cells.text()).orElseThrow(),
                Delivery.Status.valueOf(cells.text()),
                (int) cells.number(),
                cells.time(),
                parameters(cells.text()));
    }

    private static Map<String, String> parameters(String json) {
        Map<String, String> parameters = new LinkedHashMap<>();
        JsonReader.read(json)
                .asObject()
                .orElse(JsonObject.EMPTY)
                .forEach((name, value) -> parameters.put(name, value.asString().orElse("")));
        return parameters;
    }

    private static String json(Map<String, String> parameters) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> values.put(name, JsonString.of(value)));
        return JsonObject.of(values).toJson();
    }

    @Override
    public Delivery add(
            String uuid, Webhook webhook, Delivery.Cause cause, Map<String, String> parameters, Instant now) {
        Pact pact = cause.pact();
        Verification result = cause.result();
        changes.refused(
                NONE,
                rows -> rows.run(
                        """
                INSERT INTO triggered_webhook (uuid, webhook_id, webhook_uuid, title, event, consumer_id, provider_id, pact_id,
                    verification_id, parameters, status, attempts, due_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                """,
                        uuid,
                        webhook.id(),
                        webhook.uuid(),
                        webhook.title(),
                        cause.event().text(),
                        pact.consumer().owner().id(),
                        pact.provider().id(),
                        pact.id(),
                        result == null ? null : Long.valueOf(result.number()),
                        json(parameters),
                        Delivery.Status.NOT_RUN.name(),
                        now,
                        now));
        return find(uuid).orElseThrow();
    }

    /** What is claimed is due when its claim ends. */
    @Override
    public Optional<Instant> nextDue() {
        return sql.first(
                Cells::time, "SELECT due_at FROM triggered_webhook WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1");
    }

    /**
     * A claim moves the row to where the claim ends, so that one column tells what can be claimed, fresh or orphaned. This is the one
     * place where two processes could meet over a row; the condition is there twice, because the second of them may have had to wait.
     */
    @Override
    public Optional<Claim> claim(String owner, Instant now, Instant until) {
        Optional<Long> id = changes.refused(NONE, rows -> rows.returning(Cells::number, """
                UPDATE triggered_webhook SET claim_owner = ?, due_at = ?
                WHERE id = (SELECT id FROM triggered_webhook WHERE due_at <= ? ORDER BY due_at, id LIMIT 1)
                    AND due_at <= ?
                RETURNING id
                """, owner, until, now, now));
        return id.flatMap(row -> sql.first(SqlDeliveries::delivery, SELECT + "WHERE t.id = ?", row))
                .map(delivery -> new Claim(delivery, owner));
    }

    @Override
    public boolean finish(Claim claim, Delivery.Attempt attempt, @Nullable Instant retryAt) {
        Delivery.Status status = attempt.success()
                ? Delivery.Status.SUCCESS
                : retryAt == null ? Delivery.Status.FAILURE : Delivery.Status.RETRYING;
        return changes.refused(NONE, rows -> finish(claim, attempt, status, retryAt, rows));
    }

    private static boolean finish(
            Claim claim,
            Delivery.Attempt attempt,
            Delivery.Status status,
            @Nullable Instant retryAt,
            Changes.Rows rows) {
        int changed = rows.run(
                """
                UPDATE triggered_webhook SET status = ?, attempts = ?, due_at = ?, claim_owner = NULL
                WHERE id = ? AND claim_owner = ?
                """, status.name(), attempt.number(), retryAt, claim.delivery().id(), claim.owner());
        if (changed > 0) {
            rows.run(
                    "INSERT INTO webhook_execution (triggered_id, attempt, success, log, created_at) VALUES (?, ?, ?, ?, ?)",
                    claim.delivery().id(),
                    attempt.number(),
                    attempt.success(),
                    attempt.log(),
                    attempt.at());
        }
        return changed > 0;
    }

    @Override
    public Optional<Delivery> find(String uuid) {
        return sql.first(SqlDeliveries::delivery, SELECT + "WHERE t.uuid = ?", uuid);
    }

    @Override
    public List<Delivery> of(Pact pact) {
        return sql.list(SqlDeliveries::delivery, SELECT + "WHERE t.pact_id = ?" + NEWEST_FIRST, pact.id());
    }

    @Override
    public List<Delivery> of(Verification result) {
        return sql.list(
                SqlDeliveries::delivery, SELECT + "WHERE t.verification_id = ?" + NEWEST_FIRST, result.number());
    }

    @Override
    public List<Delivery> newest(Slice slice) {
        return sql.list(
                SqlDeliveries::delivery, SELECT + NEWEST_FIRST + " LIMIT ? OFFSET ?", slice.limit(), slice.offset());
    }

    @Override
    public List<Delivery> newest(Webhook webhook, Slice slice) {
        return sql.list(
                SqlDeliveries::delivery,
                SELECT + "WHERE t.webhook_id = ?" + NEWEST_FIRST + " LIMIT ? OFFSET ?",
                webhook.id(),
                slice.limit(),
                slice.offset());
    }

    @Override
    public List<Delivery> newest(Party consumer, Party provider) {
        return sql.list(SqlDeliveries::delivery, SELECT + """
                WHERE t.id IN (SELECT MAX(id) FROM triggered_webhook WHERE consumer_id = ? AND provider_id = ?
                    GROUP BY webhook_uuid, event)""" + NEWEST_FIRST, consumer.id(), provider.id());
    }

    @Override
    public Map<Long, List<Delivery>> newest(Collection<Pact> pacts) {
        Map<Long, List<Delivery>> byPact = new HashMap<>();
        if (pacts.isEmpty()) {
            return byPact;
        }
        sql.list(
                cells -> byPact.computeIfAbsent(cells.number(), pact -> new ArrayList<>())
                        .add(delivery(cells)),
                "SELECT t.pact_id, " + COLUMNS + " FROM triggered_webhook t WHERE t.id IN ("
                        + "SELECT MAX(id) FROM triggered_webhook WHERE pact_id IN ("
                        + String.join(", ", Collections.nCopies(pacts.size(), "?"))
                        + ") GROUP BY pact_id, webhook_uuid, event)" + NEWEST_FIRST,
                pacts.stream().map(Pact::id).toArray());
        return byPact;
    }

    @Override
    public List<Delivery.Attempt> attempts(Delivery delivery) {
        return sql.list(
                cells -> new Delivery.Attempt((int) cells.number(), cells.time(), cells.flag(), cells.text()),
                "SELECT attempt, created_at, success, log FROM webhook_execution WHERE triggered_id = ? ORDER BY id",
                delivery.id());
    }
}
