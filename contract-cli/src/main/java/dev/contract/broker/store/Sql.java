package dev.contract.broker.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements with positional arguments within one transaction. One thread at a time. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    <T> List<T> list(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return rows(Integer.MAX_VALUE, reader, sql, arguments);
    }

    <T> Optional<T> first(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return rows(1, reader, sql, arguments).stream().findFirst();
    }

    /** The one row that a statement must have. */
    <T> T only(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return first(reader, sql, arguments)
                .orElseThrow(() -> new IllegalStateException("no row, where there must be one: " + sql));
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

    private <T> List<T> rows(int most, Cells.Reader<T> reader, String sql, @Nullable Object[] arguments) {
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
