package dev.contract.broker.store;

import dev.contract.core.problem.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the tables that this program knows.
 *
 * <p>The version is looked at first: Flyway costs a good part of a second, and nearly every start finds nothing to do.
 */
final class Schema {
    /** The version of the last script. */
    static final int VERSION = 1;

    private static final String TABLE = "schema_history";
    private static final String SCRIPTS = "classpath:dev/contract/broker/store";

    private Schema() {}

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
