package dev.contract.broker.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cells of a row, from left to right: readers of several columns follow each other. One thread at a time. */
final class Cells {
    /** Makes something of the next cells. */
    interface Reader<T> {
        T read(Cells cells) throws SQLException;
    }

    private final ResultSet row;
    private int column;

    Cells(ResultSet row) {
        this.row = row;
    }

    long number() throws SQLException {
        return row.getLong(++column);
    }

    boolean flag() throws SQLException {
        return number() != 0;
    }

    @Nullable
    Boolean flagOrNull() throws SQLException {
        boolean flag = flag();
        return row.wasNull() ? null : flag;
    }

    String text() throws SQLException {
        String text = row.getString(++column);
        if (text == null) {
            throw new SQLException("column " + column + " is null");
        }
        return text;
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    Instant time() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    @Nullable
    Instant timeOrNull() throws SQLException {
        long millis = number();
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    byte @Nullable [] bytesOrNull() throws SQLException {
        return row.getBytes(++column);
    }
}
