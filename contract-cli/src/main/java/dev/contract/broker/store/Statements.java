package dev.contract.broker.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements with positional arguments within one transaction. A statement is prepared once, for that takes longer than to run most of
 * them, and is closed when the connection goes back to its pool. One thread at a time.
 */
final class Statements {
    /** Some have as many places for arguments as they are asked for; these are not all kept. */
    private static final int MOST = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a statement. */
    private interface Use<R> {
        R of(PreparedStatement statement) throws SQLException;
    }

    /** How many rows were changed. */
    int run(String sql, @Nullable Object... arguments) {
        return with(sql, arguments, PreparedStatement::executeUpdate);
    }

    <T> List<T> rows(int most, Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return with(sql, arguments, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (all.size() < most && rows.next()) {
                    all.add(reader.read(new Cells(rows)));
                }
                return all;
            }
        });
    }

    /** While it is used nobody else may have it; one that fails is not used again. */
    private <R> R with(String sql, @Nullable Object[] arguments, Use<R> use) {
        try {
            PreparedStatement known = idle.remove(sql);
            PreparedStatement statement = known == null ? connection.prepareStatement(sql) : known;
            fill(statement, arguments);
            R result = use.of(statement);
            keep(sql, statement);
            return result;
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
        }
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        if (idle.size() < MOST) {
            idle.put(sql, statement);
        } else {
            statement.close();
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, plain(arguments[i]));
        }
    }

    /** Times as milliseconds, truth as 0 or 1: what both databases take. */
    private static @Nullable Object plain(@Nullable Object argument) {
        if (argument instanceof Instant time) {
            return time.toEpochMilli();
        }
        return argument instanceof Boolean flag ? (Object) (flag ? 1 : 0) : argument;
    }
}
