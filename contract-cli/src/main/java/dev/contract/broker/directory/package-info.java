/**
 * Keeps everything in a directory that a team has in git: no server, no database file, and nothing that two branches could both change.
 *
 * <p>In: a directory. Out: a {@link dev.contract.broker.domain.Store} like any other, so that all routes and decisions are the same.
 *
 * <p>There are two folders. {@code facts} has a file for each write: what came of it, as {@link dev.contract.broker.domain.fact.Fact}s.
 * {@code pacts} has the contracts themselves, to be read and reviewed, under names that are made of what is in them. A file is written
 * once, whole, and never changed or removed; what is deleted is deleted by another fact. So git merges any two branches without a conflict.
 *
 * <p>What is asked is answered by a database in memory, to which the facts are replayed in the order of their names. A name begins with a
 * time, and whoever writes takes one after all that is there. So <b>what was written by somebody who knew of another fact comes after it,
 * whatever the clocks say; only what two wrote apart is ordered by their clocks</b>, and then by chance, but by the same one for everybody.
 * So an answer depends on the files that are there, and on nothing else. Where one is about something that no other tells of, as in the
 * middle of a merge, there is no answer.
 *
 * <p>Knows no SQL and no HTTP. Start reading at {@link dev.contract.broker.directory.DirectoryStore}.
 */
@NullMarked
package dev.contract.broker.directory;

import org.jspecify.annotations.NullMarked;
