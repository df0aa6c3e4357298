package dev.contract.broker.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** The store in a SQL database: a SQLite file, or PostgreSQL. Several processes may have one database open. Thread-safe. */
public final class SqlStore implements Store, AutoCloseable {
    private final Database database;
    private final Vault vault;
    private final Journal journal;

    SqlStore(Database database) {
        this(database, Vault.OPEN, Journal.NONE);
    }

    private SqlStore(Database database, Vault vault, Journal journal) {
        this.database = database;
        this.vault = vault;
        this.journal = journal;
    }

    /**
     * Opens an empty database in memory, which is gone when it is closed.
     *
     * @param journal hears what changes in it
     */
    public static SqlStore inMemory(Journal journal) {
        return new SqlStore(MemoryDatabase.open(), Vault.OPEN, journal);
    }

    /**
     * Opens a database file; it is created, with its folder, when there is none.
     *
     * @throws StoreException if the file cannot be used
     */
    public static SqlStore open(Path file) {
        return open(DatabaseAddress.file(file));
    }

    /**
     * Opens a database, with secrets in it as they are.
     *
     * @throws StoreException if it cannot be reached or used, or is of a newer version
     */
    public static SqlStore open(DatabaseAddress address) {
        return open(address, Vault.OPEN);
    }

    /**
     * Opens a database, and brings it to the tables that this program knows.
     *
     * @param vault how secrets are kept in it
     * @throws StoreException if it cannot be reached or used, or is of a newer version
     */
    public static SqlStore open(DatabaseAddress address, Vault vault) {
        Database database = address instanceof DatabaseAddress.Server server
                ? PostgresDatabase.open(server)
                : SqliteDatabase.open((DatabaseAddress.File) address);
        return new SqlStore(database, vault, Journal.NONE);
    }

    /** How a transaction begins. */
    private interface Beginning {
        void begin(Connection connection) throws SQLException;
    }

    @Override
    public <R> R read(Function<Transaction, R> work) {
        try {
            return inTransaction(database.readers(), connection -> connection.setAutoCommit(false), work);
        } catch (SqlFailure e) {
            throw explained(e, false);
        }
    }

    @Override
    public <R> R write(Function<Transaction, R> work) {
        for (int attempt = 1; ; attempt++) {
            int now = attempt;
            try {
                return inTransaction(database.writers(), connection -> database.begin(connection, now), work);
            } catch (SqlFailure e) {
                if (attempt == Database.ATTEMPTS || !database.isInTheWay(e.reason())) {
                    throw explained(e, e.isOfCommit());
                }
            }
        }
    }

    /** Whatever ends the work ends the transaction, and gives the connection back as it was, or not at all. */
    private <R> R inTransaction(HikariDataSource pool, Beginning beginning, Function<Transaction, R> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                beginning.begin(connection);
                R result = work.apply(SqlTransaction.over(new Statements(connection), vault, journal));
                commit(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, pool, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new SqlFailure("transaction", e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw SqlFailure.ofCommit(e);
        }
    }

    /**
     * A database may have ended the transaction by itself, as SQLite does when its disk is full, or never have begun it, as when another
     * process holds the file. Its driver does not learn of that, and would run the next transaction without one: each statement would stay
     * for itself.
     */
    private static void rollBack(Connection connection, HikariDataSource pool, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            pool.evictConnection(connection);
            why.addSuppressed(e);
        }
    }

    /** @param mayBeKept whether something may have changed all the same */
    private RuntimeException explained(SqlFailure failure, boolean mayBeKept) {
        return database.trouble(failure.reason())
                .map(kind -> kind == StoreTrouble.Kind.AWAY && mayBeKept ? StoreTrouble.Kind.UNSURE : kind)
                .<RuntimeException>map(kind -> new StoreTrouble(kind, failure))
                .orElse(failure);
    }

    @Override
    public void close() {
        database.close();
    }
}
