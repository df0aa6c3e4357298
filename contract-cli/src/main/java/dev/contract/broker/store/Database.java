package dev.contract.broker.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.contract.broker.domain.StoreTrouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What SQLite and PostgreSQL do differently: connections, and what happens when two writers meet. Thread-safe. */
interface Database extends AutoCloseable {

    /** How often a write is tried. */
    int ATTEMPTS = 5;

    /** Connections whose transactions see one consistent state. */
    HikariDataSource readers();

    /** Connections whose transactions are as good as one after the other. */
    HikariDataSource writers();

    /**
     * Begins a write: the connection is in a transaction when this returns. One for which it has thrown is of no more use.
     *
     * @param attempt 1 at first, and one more each time another writer was in the way
     */
    void begin(Connection writer, int attempt) throws SQLException;

    /** Whether another writer is to blame, so that the same work may succeed if it is done again. */
    boolean isInTheWay(SQLException failure);

    /** What else is to blame, if not we; empty when it is us. */
    Optional<StoreTrouble.Kind> trouble(SQLException failure);

    @Override
    void close();
}
