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
    private static final Map<String, String> SQLITE =
            Map.of("id", "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes", "BLOB");

    private Schema() {}

    static boolean isCurrent(DataSource database) {
        return version(database) == VERSION;
    }

    /** @throws StoreException if the database was written by a newer program, or cannot be migrated */
    static void bringUpToDate(DataSource database, String name) {
        int version = version(database);
        if (version > VERSION) {
            throw new StoreException(Problem.error("BROKER-STORE", "the database is of a newer version")
                    .at(name)
                    .found("tables of version " + version + ", where this program knows version " + VERSION)
                    .mend("use a newer contract, or another database"));
        }
        if (version < VERSION) {
            migrate(database, name);
        }
    }

    /** 0 for a database without our tables. */
    private static int version(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return version(statement);
        } catch (SQLException e) {
            return 0;
        }
    }

    private static int version(Statement statement) throws SQLException {
        String last =
                "SELECT version FROM " + TABLE + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";
        try (ResultSet row = statement.executeQuery(last)) {
            return row.next() ? Integer.parseInt(row.getString(1)) : 0;
        }
    }

    private static void migrate(DataSource database, String name) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations(SCRIPTS)
                    .table(TABLE)
                    .placeholders(SQLITE)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    Problem.error("BROKER-STORE", "the database cannot be brought up to date")
                            .at(name)
                            .found(String.valueOf(e.getMessage()))
                            .mend("check that the file is a database of this broker and can be written"),
                    e);
        }
    }
}
