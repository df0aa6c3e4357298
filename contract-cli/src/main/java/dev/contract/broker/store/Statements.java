package dev.contract.broker.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements with positional arguments within one transaction. One thread at a time. */
final class Statements {
    private final Connection connection;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** How many rows were changed. */
    int run(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
        }
    }

    <T> List<T> rows(int most, Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (all.size() < most && rows.next()) {
                    all.add(reader.read(new Cells(rows)));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
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
