package dev.contract.broker.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for rows, and cannot change any: that is what {@link Changes} are for. One thread at a time. */
final class Sql {
    private final Statements statements;

    Sql(Statements statements) {
        this.statements = statements;
    }

    <T> List<T> list(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return statements.rows(Integer.MAX_VALUE, reader, asking(sql), arguments);
    }

    <T> Optional<T> first(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return statements.rows(1, reader, asking(sql), arguments).stream().findFirst();
    }

    /** The one row that a statement must have. */
    <T> T only(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
        return first(reader, sql, arguments)
                .orElseThrow(() -> new IllegalStateException("no row, where there must be one: " + sql));
    }

    /** A statement that changes something may have rows as well. */
    private static String asking(String sql) {
        if (!sql.stripLeading().startsWith("SELECT ")) {
            throw new IllegalStateException("this changes something, of which nobody would be told: " + sql);
        }
        return sql;
    }
}
