package dev.contract.broker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.fact.ContentKey;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Fact FACT = new Fact.ApplicationMade(new PacticipantName("web"));

    private final Heard heard = new Heard(new ArrayList<>());
    private final Connection connection;
    private final Sql sql;
    private final Changes changes;

    /** What was told, and refuses the rest. */
    private record Heard(List<Fact> facts) implements Journal {
        @Override
        public boolean listens() {
            return true;
        }

        @Override
        public void hears(@Nullable Instant when, List<Fact> what) {
            facts.addAll(what);
        }

        @Override
        public void refuses(String what) {
            throw Refusal.conflict("no " + what);
        }

        @Override
        public boolean hasDocuments() {
            return true;
        }

        @Override
        public JsonValue document(ContentKey content) {
            return JsonNull.NULL;
        }
    }

    ChangesTest() throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statements statements = new Statements(connection);
        this.sql = new Sql(statements);
        this.changes = new Changes(statements, heard);
    }

    @BeforeEach
    void make() {
        changes.untold(rows -> rows.run("CREATE TABLE thing (name TEXT PRIMARY KEY)"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static int add(Changes.Rows rows) {
        return rows.run("INSERT INTO thing (name) VALUES ('one') ON CONFLICT DO NOTHING");
    }

    private long count() {
        return sql.only(Cells::number, "SELECT COUNT(*) FROM thing");
    }

    @Test
    void are_told_when_a_row_is_changed() {
        assertThat(changes.<Integer>told(null, () -> FACT, ChangesTest::add)).isEqualTo(1);

        assertThat(heard.facts()).containsExactly(FACT);
    }

    @Test
    void are_told_when_a_statement_changes_a_row_and_answers_with_it() {
        changes.told(null, () -> FACT, rows -> rows.number("INSERT INTO thing (name) VALUES ('1') RETURNING name"));

        assertThat(heard.facts()).containsExactly(FACT);
    }

    @Test
    void are_not_told_when_there_are_none() {
        changes.untold(ChangesTest::add);

        assertThat(changes.<Integer>told(null, () -> FACT, ChangesTest::add)).isZero();

        assertThat(heard.facts()).isEmpty();
    }

    @Test
    void are_not_made_when_no_fact_can_tell_them() {
        assertThatThrownBy(() -> changes.refused("things: nobody needs them", ChangesTest::add))
                .isInstanceOf(Refusal.class)
                .hasMessage("BROKER-CONFLICT  no things: nobody needs them");

        assertThat(count()).isZero();
    }

    @Test
    void cannot_be_made_by_asking() {
        assertThatThrownBy(() -> sql.first(Cells::text, "INSERT INTO thing (name) VALUES ('one') RETURNING name"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this changes something, of which nobody would be told:"
                        + " INSERT INTO thing (name) VALUES ('one') RETURNING name");

        assertThat(count()).isZero();
    }
}
