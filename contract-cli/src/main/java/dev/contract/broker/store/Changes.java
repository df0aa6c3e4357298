package dev.contract.broker.store;

import dev.contract.broker.domain.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows within one transaction. Nobody gets at {@link Rows} without saying what becomes of the change where the database is only a
 * view of facts: it is told, it is refused, or it needs no telling. So a change cannot be forgotten there. One thread at a time.
 */
final class Changes {
    private final Statements statements;
    private final Journal journal;

    Changes(Statements statements, Journal journal) {
        this.statements = statements;
        this.journal = journal;
    }

    /** What changes rows. */
    interface Work<R> {
        R on(Rows rows);
    }

    /**
     * Changes that a fact tells of, unless no row was changed.
     *
     * @param when null where no time is kept
     * @param what asked for before anything is changed, or not at all
     */
    <R> R told(@Nullable Instant when, Supplier<Fact> what, Work<R> work) {
        return allTold(when, () -> List.of(what.get()), work);
    }

    /** The same with several facts. */
    <R> R allTold(@Nullable Instant when, Supplier<List<Fact>> what, Work<R> work) {
        List<Fact> facts = journal.listens() ? what.get() : List.of();
        Rows rows = new Rows(statements);
        R result = work.on(rows);
        if (rows.changed > 0 && !facts.isEmpty()) {
            journal.hears(when, facts);
        }
        return result;
    }

    /** Changes that follow from others, which are told, or that mean nothing to whoever comes later. */
    <R> R untold(Work<R> work) {
        return work.on(new Rows(statements));
    }

    /**
     * Changes that no fact can tell.
     *
     * @param what things, and why there are none of them
     * @throws dev.contract.broker.domain.Refusal unless it does not matter
     */
    <R> R refused(String what, Work<R> work) {
        journal.refuses(what);
        return untold(work);
    }

    /** Rows while they are changed. */
    static final class Rows {
        private final Statements statements;
        private int changed;

        private Rows(Statements statements) {
            this.statements = statements;
        }

        /** How many rows were changed. */
        int run(String sql, @Nullable Object... arguments) {
            int count = statements.run(sql, arguments);
            changed += count;
            return count;
        }

        /** The same where one row is changed, or none, and the statement tells of it. */
        <T> Optional<T> returning(Cells.Reader<T> reader, String sql, @Nullable Object... arguments) {
            List<T> rows = statements.rows(Integer.MAX_VALUE, reader, sql, arguments);
            changed += rows.size();
            return rows.stream().findFirst();
        }

        /** The number of the row that was added or changed. */
        long number(String sql, @Nullable Object... arguments) {
            return returning(Cells::number, sql, arguments)
                    .orElseThrow(() -> new IllegalStateException("no row, where there must be one: " + sql));
        }
    }
}
