package dev.contract.broker.store;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.LabelName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Pacticipants;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.fact.ApplicationDetail;
import dev.contract.broker.domain.fact.Fact;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class SqlPacticipants implements Pacticipants {
    private static final String SELECT = """
            SELECT p.id, p.name, p.display_name, p.main_branch, p.repository_url, p.repository_name, p.repository_namespace,
                p.created_at, p.updated_at
            FROM pacticipant p
            """;

    private final Sql sql;
    private final Changes changes;

    /** What was found in this transaction: nearly everything that is asked or told begins with the name of an application. */
    private final Map<PacticipantName, Pacticipant> found = new HashMap<>();

    SqlPacticipants(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    static Party party(Cells cells) throws SQLException {
        return new Party(cells.number(), new PacticipantName(cells.text()));
    }

    /** The same where an outer join may have found nobody. */
    static Optional<Party> partyOrNone(Cells cells) throws SQLException {
        long id = cells.number();
        String name = cells.textOrNull();
        return name == null ? Optional.empty() : Optional.of(new Party(id, new PacticipantName(name)));
    }

    private static Pacticipant pacticipant(Cells cells) throws SQLException {
        return new Pacticipant(party(cells), details(cells), cells.time(), cells.time());
    }

    private static Pacticipant.Details details(Cells cells) throws SQLException {
        return new Pacticipant.Details(
                cells.textOrNull(),
                branch(cells.textOrNull()),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.textOrNull());
    }

    private static @Nullable BranchName branch(@Nullable String name) {
        return name == null ? null : new BranchName(name);
    }

    @Override
    public Optional<Pacticipant> find(PacticipantName name) {
        Pacticipant known = found.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Pacticipant> asked =
                sql.first(SqlPacticipants::pacticipant, SELECT + "WHERE p.name = ?", name.value());
        asked.ifPresent(each -> found.put(name, each));
        return asked;
    }

    @Override
    public List<Pacticipant> all() {
        return sql.list(SqlPacticipants::pacticipant, SELECT + "ORDER BY p.name");
    }

    @Override
    public List<Pacticipant> named(String part, Slice slice) {
        return sql.list(
                SqlPacticipants::pacticipant,
                SELECT + "WHERE " + Part.of("p.name") + " ORDER BY p.name LIMIT ? OFFSET ?",
                Part.pattern(part),
                slice.limit(),
                slice.offset());
    }

    @Override
    public long count(String part) {
        return sql.only(Cells::number, "SELECT COUNT(*) FROM pacticipant WHERE " + Part.of("name"), Part.pattern(part));
    }

    @Override
    public Created<Pacticipant> ensure(PacticipantName name, Instant now) {
        Optional<Pacticipant> known = find(name);
        if (known.isPresent()) {
            return new Created<>(known.get(), false);
        }
        int added = changes.told(
                now,
                () -> new Fact.ApplicationMade(name),
                rows -> rows.run(
                        "INSERT INTO pacticipant (name, created_at, updated_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        name.value(),
                        now,
                        now));
        return new Created<>(find(name).orElseThrow(), added > 0);
    }

    @Override
    public Pacticipant update(Party party, Pacticipant.Details details, Instant now) {
        BranchName mainBranch = details.mainBranch();
        changes.allTold(
                now,
                () -> differences(party, details),
                rows -> rows.run(
                        """
                UPDATE pacticipant SET display_name = ?, main_branch = ?, repository_url = ?, repository_name = ?,
                    repository_namespace = ?, updated_at = ?
                WHERE id = ?
                """,
                        details.displayName(),
                        mainBranch == null ? null : mainBranch.value(),
                        details.repositoryUrl(),
                        details.repositoryName(),
                        details.repositoryNamespace(),
                        now,
                        party.id()));
        found.remove(party.name());
        return find(party.name()).orElseThrow();
    }

    /** To be asked before there are none any more. */
    private List<Fact> differences(Party party, Pacticipant.Details details) {
        Pacticipant.Details before = find(party.name()).orElseThrow().details();
        return Stream.of(ApplicationDetail.values())
                .filter(each -> !Objects.equals(each.in(before), each.in(details)))
                .<Fact>map(each -> new Fact.ApplicationDescribed(party.name(), each, each.in(details)))
                .toList();
    }

    @Override
    public void delete(Party party) {
        changes.told(
                null,
                () -> new Fact.ApplicationRemoved(party.name()),
                rows -> rows.run("DELETE FROM pacticipant WHERE id = ?", party.id()));
        found.remove(party.name());
    }

    @Override
    public List<String> labels(Party party) {
        return sql.list(Cells::text, "SELECT name FROM label WHERE pacticipant_id = ? ORDER BY name", party.id());
    }

    @Override
    public List<String> labels(Slice slice) {
        return sql.list(
                Cells::text,
                "SELECT DISTINCT name FROM label ORDER BY name LIMIT ? OFFSET ?",
                slice.limit(),
                slice.offset());
    }

    @Override
    public long countLabels() {
        return sql.only(Cells::number, "SELECT COUNT(DISTINCT name) FROM label");
    }

    @Override
    public boolean addLabel(Party party, String label, Instant now) {
        return changes.told(
                        now,
                        () -> new Fact.Labelled(party.name(), new LabelName(label)),
                        rows -> rows.run(
                                "INSERT INTO label (pacticipant_id, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                                party.id(),
                                label,
                                now))
                > 0;
    }

    @Override
    public boolean removeLabel(Party party, String label) {
        return changes.told(
                        null,
                        () -> new Fact.LabelRemoved(party.name(), new LabelName(label)),
                        rows -> rows.run("DELETE FROM label WHERE pacticipant_id = ? AND name = ?", party.id(), label))
                > 0;
    }

    @Override
    public List<Pacticipant> labelled(String label) {
        return sql.list(
                SqlPacticipants::pacticipant,
                SELECT + "JOIN label l ON l.pacticipant_id = p.id WHERE l.name = ? ORDER BY p.name",
                label);
    }

    @Override
    public List<Party> consumersOf(Party provider) {
        return sql.list(SqlPacticipants::party, """
                SELECT p.id, p.name FROM integration i JOIN pacticipant p ON p.id = i.consumer_id
                WHERE i.provider_id = ? ORDER BY p.name
                """, provider.id());
    }

    /** Who has a pact with whom is told by what is published. */
    @Override
    public void integrate(Party consumer, Party provider, Instant now) {
        changes.untold(rows -> rows.run("""
                INSERT INTO integration (consumer_id, provider_id, created_at, updated_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (consumer_id, provider_id) DO UPDATE SET updated_at = excluded.updated_at
                """, consumer.id(), provider.id(), now, now));
    }
}
