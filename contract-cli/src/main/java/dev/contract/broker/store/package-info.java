/**
 * Keeps everything in a SQL database: the ports of the domain, one class each.
 *
 * <p>In and out: the records of {@link dev.contract.broker.domain}. The only room that speaks SQL, plain enough for SQLite and
 * PostgreSQL alike. What is asked often is found by key: the tables whose names end in {@code _head}, and {@code live_version}, are
 * kept up to date by whoever writes beside them. Whoever changes rows says what becomes of that where the database is only a view of
 * facts: rows are asked for with {@code Sql}, and changed with {@code Changes}.
 *
 * <p>Start reading at {@link dev.contract.broker.store.SqlStore}, and beside it the tables in {@code V1__tables.sql}. What the two do
 * differently stands in {@code SqliteDatabase} and {@code PostgresDatabase}, and nowhere else.
 */
@NullMarked
package dev.contract.broker.store;

import org.jspecify.annotations.NullMarked;
