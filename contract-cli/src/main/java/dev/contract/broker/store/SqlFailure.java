package dev.contract.broker.store;

import java.sql.SQLException;

/** What the database refused, and while doing what: a fault of ours, or of its disk. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SqlFailure(String work, SQLException cause) {
        super(cause.getMessage() + ": " + work, cause);
    }
}
