package dev.contract.broker.store;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Environments;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Place;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqlEnvironments implements Environments {
    /** What {@link #environment} reads, of {@code environment e}. */
    static final String COLUMNS =
            "e.id, e.uuid, e.name, e.display_name, e.production, e.contacts, e.created_at, e.updated_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM environment e ";

    private final Sql sql;
    private final Changes changes;

    SqlEnvironments(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    static Environment environment(Cells cells) throws SQLException {
        return new Environment(cells.number(), cells.text(), details(cells), cells.time(), cells.time());
    }

    private static Environment.Details details(Cells cells) throws SQLException {
        return new Environment.Details(
                new EnvironmentName(cells.text()), cells.textOrNull(), cells.flag(), contacts(cells.text()));
    }

    private static JsonArray contacts(String json) {
        return JsonReader.read(json).asArray().orElse(JsonArray.EMPTY);
    }

    @Override
    public List<Environment> all() {
        return sql.list(SqlEnvironments::environment, SELECT + "ORDER BY e.name");
    }

    @Override
    public Optional<Environment> find(EnvironmentName name) {
        return sql.first(SqlEnvironments::environment, SELECT + "WHERE e.name = ?", name.value());
    }

    @Override
    public Optional<Environment> byUuid(String uuid) {
        return sql.first(SqlEnvironments::environment, SELECT + "WHERE e.uuid = ?", uuid);
    }

    @Override
    public Environment create(String uuid, Environment.Details details, Instant now) {
        changes.told(
                now,
                () -> new Fact.EnvironmentMade(uuid, details),
                rows -> rows.run(
                        """
                INSERT INTO environment (uuid, name, display_name, production, contacts, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                        uuid,
                        details.name().value(),
                        details.displayName(),
                        details.production(),
                        details.contacts().toJson(),
                        now,
                        now));
        return byUuid(uuid).orElseThrow();
    }

    @Override
    public Environment update(Environment environment, Environment.Details details, Instant now) {
        changes.told(
                now,
                () -> new Fact.EnvironmentChanged(Place.of(environment), details),
                rows -> rows.run(
                        """
                UPDATE environment SET name = ?, display_name = ?, production = ?, contacts = ?, updated_at = ? WHERE id = ?
                """,
                        details.name().value(),
                        details.displayName(),
                        details.production(),
                        details.contacts().toJson(),
                        now,
                        environment.id()));
        return byUuid(environment.uuid()).orElseThrow();
    }

    @Override
    public void delete(Environment environment) {
        changes.told(
                null,
                () -> new Fact.EnvironmentRemoved(Place.of(environment)),
                rows -> rows.run("DELETE FROM environment WHERE id = ?", environment.id()));
    }
}
