package dev.contract.broker.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs statements with positional arguments within one transaction. One thread at a time. */
final class Sql {
    private final Handle handle;

    Sql(Handle handle) {
        this.handle = handle;
    }

    <T> List<T> list(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return handle.select(sql, plain(arguments))
                .map((row, context) -> reader.read(new Cells(row)))
                .list();
    }

    <T> Optional<T> first(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return handle.select(sql, plain(arguments))
                .map((row, context) -> reader.read(new Cells(row)))
                .findFirst();
    }

    /** The one row that a statement must have. */
    <T> T only(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return first(reader, sql, arguments)
                .orElseThrow(() -> new IllegalStateException("no row, where there must be one: " + sql));
    }

    /** How many rows were changed. */
    int run(String sql, @Nullable Object... arguments) {
        return handle.execute(sql, plain(arguments));
    }

    /** Times as milliseconds, truth as 0 or 1: what both databases take. */
    private static @Nullable Object[] plain(@Nullable Object[] arguments) {
        @Nullable Object[] plain = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = plain(arguments[i]);
        }
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object argument) {
        if (argument instanceof Instant time) {
            return time.toEpochMilli();
        }
        return argument instanceof Boolean flag ? (Object) (flag ? 1 : 0) : argument;
    }
}
