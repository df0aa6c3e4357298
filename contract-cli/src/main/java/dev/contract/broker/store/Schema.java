package dev.contract.broker.store;

import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the tables that this program knows.
 *
 * <p>The version is looked at first: Flyway costs a good part of a second, and nearly every start finds nothing to do.
 */
final class Schema {
    /** The scripts in their order; the first one makes version 1. */
    private static final List<String> ALL = List.of("V1__tables.sql");

    static final int VERSION = ALL.size();

    private static final String TABLE = "schema_history";
    private static final String SCRIPTS = "classpath:dev/contract/broker/store";

    private Schema() {}

    /** Makes the tables in an empty database that nobody will ever migrate, and so without the history of that. */
    static void create(Connection connection, Map<String, String> words) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String script : ALL) {
                statement.executeUpdate(filledIn(script, words));
            }
        }
    }

    private static String filledIn(String script, Map<String, String> words) {
        String text = text(script);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("${" + word.getKey() + "}", word.getValue());
        }
        return text;
    }

    private static String text(String script) {
        try (InputStream stream = Objects.requireNonNull(Schema.class.getResourceAsStream(script), script)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tables are now; fails where there are none. */
    static int version(Connection connection) throws SQLException {
        String last =
                "SELECT version FROM " + TABLE + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(last)) {
            return row.next() ? Integer.parseInt(row.getString(1)) : 0;
        }
    }

    /**
     * Adds what is missing.
     *
     * @param version what there is; 0 for nothing
     * @param words what the scripts spell differently for each database
     * @throws StoreException if the database was written by a newer program, or cannot be migrated
     */
    static void bringUpToDate(DataSource database, int version, Map<String, String> words, String name) {
        if (version > VERSION) {
            throw new StoreException(Problem.error("BROKER-STORE", "the database is of a newer version")
                    .at(name)
                    .found("tables of version " + version + ", where this program knows version " + VERSION)
                    .mend("use a newer contract, or another database"));
        }
        if (version < VERSION) {
            migrate(database, words, name);
        }
    }

    private static void migrate(DataSource database, Map<String, String> words, String name) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations(SCRIPTS)
                    .table(TABLE)
                    .placeholders(words)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    Problem.error("BROKER-STORE", "the database cannot be brought up to date")
                            .at(name)
                            .found(String.valueOf(e.getMessage()))
                            .mend("check that it is a database of this broker and can be written"),
                    e);
        }
    }
}
