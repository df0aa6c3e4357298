package dev.contract.broker.store;

import java.sql.SQLException;

/** What the database refused, and while doing what: a fault of ours, or of its disk. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SQLException reason;

    SqlFailure(String work, SQLException reason) {
        super(reason.getMessage() + ": " + work, reason);
        this.reason = reason;
    }

    SQLException reason() {
        return reason;
    }
}
