package dev.contract.broker.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * The store in one SQLite file: a single writer, for which writers queue, and many readers beside it.
 *
 * <p>Every write is synced to the disk before it is answered; a crash leaves all of it or nothing. Several processes may have one file
 * open. Thread-safe.
 */
public final class SqlStore implements Store, AutoCloseable {
    private static final int READERS = 8;
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private SqlStore(Path file) {
        this.writers = pool(file, "contract-writer", 1, SQLiteConfig.TransactionMode.IMMEDIATE);
        this.readers = pool(file, "contract-reader", READERS, SQLiteConfig.TransactionMode.DEFERRED);
    }

    /**
     * Opens a database file; it is created, with its folder, when there is none.
     *
     * @throws StoreException if the file cannot be used
     */
    public static SqlStore open(Path file) {
        Path place = file.toAbsolutePath();
        try {
            Files.createDirectories(place.getParent() == null ? place : place.getParent());
            bringUpToDate(place);
            return new SqlStore(place);
        } catch (IOException e) {
            throw new StoreException(
                    Problem.error("BROKER-STORE", "the database cannot be opened")
                            .at(place.toString())
                            .found(String.valueOf(e.getMessage()))
                            .mend("name a file in a folder that can be written (--database)"),
                    e);
        }
    }

    private static void bringUpToDate(Path file) throws IOException {
        SQLiteDataSource database = source(file, SQLiteConfig.TransactionMode.DEFERRED);
        if (Files.exists(file) && Schema.isCurrent(database)) {
            return;
        }
        migrateAlone(file, database);
    }

    /** Two processes may meet a new file at once; the lock lies beside it, for locks on the file itself are SQLite's own. */
    private static synchronized void migrateAlone(Path file, SQLiteDataSource database) throws IOException {
        Path guard = file.resolveSibling(file.getFileName() + ".migrating");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                Schema.bringUpToDate(database, file.toString());
            }
        } finally {
            Files.deleteIfExists(guard);
        }
    }

    private static HikariDataSource pool(Path file, String name, int size, SQLiteConfig.TransactionMode mode) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(file, mode));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setIdleTimeout(0);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        config.setBusyTimeout((int) PATIENCE.toMillis() / ATTEMPTS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public <R> R read(Function<Transaction, R> work) {
        return inTransaction(readers, work);
    }

    @Override
    public <R> R write(Function<Transaction, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(writers, work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isInTheWay(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whatever ends the work ends the transaction, and gives the connection back as it was. */
    private static <R> R inTransaction(DataSource pool, Function<Transaction, R> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                R result = work.apply(SqlTransaction.over(new Sql(connection)));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new SqlFailure("transaction", e);
        }
    }

    private static void rollBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** Whether another process held the file for too long; the same work may succeed now. */
    private static boolean isInTheWay(@Nullable Throwable failure) {
        if (failure instanceof SQLException sql) {
            int code = sql.getErrorCode() & 0xff;
            return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
        }
        return failure != null && isInTheWay(failure.getCause());
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
