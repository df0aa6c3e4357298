package dev.contract.broker.store;

import java.sql.SQLException;

/** What the database refused, and while doing what: a fault of ours, or of its disk. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SQLException reason;
    private final boolean ofCommit;

    SqlFailure(String work, SQLException reason) {
        this(work, reason, false);
    }

    private SqlFailure(String work, SQLException reason, boolean ofCommit) {
        super(reason.getMessage() + ": " + work, reason);
        this.reason = reason;
        this.ofCommit = ofCommit;
    }

    static SqlFailure ofCommit(SQLException reason) {
        return new SqlFailure("commit", reason, true);
    }

    /** Whether all was done but to keep it, which the database may have done before it could say so. */
    boolean isOfCommit() {
        return ofCommit;
    }

    SQLException reason() {
        return reason;
    }
}
