package dev.contract.broker.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * One SQLite file: a single writer, for which writers queue, and many readers beside it.
 *
 * <p>Every write is synced to the disk before it is answered; a crash leaves all of it or nothing. Several processes may have one file
 * open.
 */
final class SqliteDatabase implements Database {
    private static final int READERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Map<String, String> WORDS =
            Map.of("id", "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes", "BLOB", "name", "VARCHAR(255)");

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private SqliteDatabase(Path file, Duration patience) {
        this.writers = pool(source(file, patience), "contract-writer", 1);
        this.readers = pool(source(file, patience), "contract-reader", READERS);
    }

    static SqliteDatabase open(DatabaseAddress.File address) {
        return open(address, PATIENCE.dividedBy(ATTEMPTS));
    }

    /**
     * Opens a file.
     *
     * @param patience how long one attempt waits for other processes
     */
    static SqliteDatabase open(DatabaseAddress.File address, Duration patience) {
        Path file = address.path();
        try {
            Files.createDirectories(file.getParent() == null ? file : file.getParent());
            bringUpToDate(file);
            return new SqliteDatabase(file, patience);
        } catch (IOException e) {
            throw new StoreException(
                    Problem.error("BROKER-STORE", "the database cannot be opened")
                            .at(file.toString())
                            .found(String.valueOf(e.getMessage()))
                            .mend("name a file in a folder that can be written (--database)"),
                    e);
        }
    }

    private static void bringUpToDate(Path file) throws IOException {
        SQLiteDataSource database = source(file, PATIENCE);
        if (Files.notExists(file) || version(database) != Schema.VERSION) {
            migrateAlone(file, database);
        }
    }

    /** 0 for a new file, and for one that is no database as well: what is wrong with it shows when it is migrated. */
    private static int version(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return Schema.version(connection);
        } catch (SQLException e) {
            return 0;
        }
    }

    /** Two processes may meet a new file at once; the lock lies beside it, for locks on the file itself are SQLite's own. */
    private static synchronized void migrateAlone(Path file, SQLiteDataSource database) throws IOException {
        Path guard = file.resolveSibling(file.getFileName() + ".migrating");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                Schema.bringUpToDate(database, version(database), WORDS, file.toString());
            }
        } finally {
            Files.deleteIfExists(guard);
        }
    }

    static HikariDataSource pool(SQLiteDataSource source, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setIdleTimeout(0);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    private static SQLiteDataSource source(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout((int) patience.toMillis());
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public HikariDataSource readers() {
        return readers;
    }

    @Override
    public HikariDataSource writers() {
        return writers;
    }

    /**
     * Waits until nobody else writes to the file.
     *
     * <p>The driver begins a transaction after each that was committed. That one is deferred, and so waits for nobody: were it immediate, it
     * could fail, and with it the commit of what is kept already.
     */
    @Override
    public void begin(Connection writer, int attempt) throws SQLException {
        SQLiteConnectionConfig transactions =
                writer.unwrap(SQLiteConnection.class).getConnectionConfig();
        transactions.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        try {
            writer.setAutoCommit(false);
        } finally {
            transactions.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        }
    }

    /** Whether another process held the file for too long. */
    @Override
    public boolean isInTheWay(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    @Override
    public Optional<StoreTrouble.Kind> trouble(SQLException failure) {
        boolean full = (failure.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL.code
                || failure.getErrorCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code;
        if (full) {
            return Optional.of(StoreTrouble.Kind.FULL);
        }
        boolean waited = isInTheWay(failure) || failure instanceof SQLTransientConnectionException;
        return waited ? Optional.of(StoreTrouble.Kind.BUSY) : Optional.empty();
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
