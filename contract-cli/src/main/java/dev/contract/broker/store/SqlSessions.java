package dev.contract.broker.store;

import dev.contract.broker.domain.Session;
import dev.contract.broker.domain.Sessions;
import java.time.Instant;
import java.util.Optional;

final class SqlSessions implements Sessions {
    /** Where the database is a view of files. */
    private static final String NONE = "sessions: there is no server to log in to";

    private final Sql sql;
    private final Changes changes;

    SqlSessions(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    @Override
    public Optional<Session> byDigest(String digest) {
        return sql.first(
                cells -> new Session(cells.text(), cells.text(), cells.time()),
                "SELECT holder, proof, expires_at FROM browser_session WHERE digest = ?",
                digest);
    }

    @Override
    public void add(Session session, String digest) {
        changes.refused(
                NONE,
                rows -> rows.run(
                        "INSERT INTO browser_session (digest, holder, proof, expires_at) VALUES (?, ?, ?, ?)",
                        digest,
                        session.holder(),
                        session.proof(),
                        session.expiresAt()));
    }

    @Override
    public void delete(String digest) {
        changes.refused(NONE, rows -> rows.run("DELETE FROM browser_session WHERE digest = ?", digest));
    }

    @Override
    public void prune(Instant now, int most) {
        changes.refused(NONE, rows -> {
            rows.run("DELETE FROM browser_session WHERE expires_at <= ?", now);
            return rows.run("""
                    DELETE FROM browser_session WHERE id NOT IN (SELECT id FROM browser_session ORDER BY id DESC LIMIT ?)
                    """, most);
        });
    }

    @Override
    public void pruneOf(String holder, int most) {
        changes.refused(NONE, rows -> rows.run("""
                DELETE FROM browser_session WHERE holder = ? AND id NOT IN
                 (SELECT id FROM browser_session WHERE holder = ? ORDER BY id DESC LIMIT ?)
                """, holder, holder, most));
    }
}
