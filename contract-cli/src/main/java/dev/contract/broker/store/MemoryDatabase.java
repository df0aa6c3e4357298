package dev.contract.broker.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.contract.broker.domain.StoreTrouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A SQLite database in memory: one connection, for which readers and writers queue, because the database goes with it. */
final class MemoryDatabase implements Database {
    private final HikariDataSource only;

    private MemoryDatabase(HikariDataSource only) {
        this.only = only;
    }

    static MemoryDatabase open() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite::memory:");
        HikariDataSource only = SqliteDatabase.pool(source, "contract-memory", 1);
        try (Connection connection = only.getConnection()) {
            Schema.create(connection, SqliteDatabase.WORDS);
        } catch (SQLException e) {
            throw new IllegalStateException("a database in memory can always be made", e);
        }
        return new MemoryDatabase(only);
    }

    @Override
    public HikariDataSource readers() {
        return only;
    }

    @Override
    public HikariDataSource writers() {
        return only;
    }

    @Override
    public void begin(Connection writer, int attempt) throws SQLException {
        writer.setAutoCommit(false);
    }

    @Override
    public boolean isInTheWay(SQLException failure) {
        return false;
    }

    @Override
    public Optional<StoreTrouble.Kind> trouble(SQLException failure) {
        return Optional.empty();
    }

    @Override
    public void close() {
        only.close();
    }
}
