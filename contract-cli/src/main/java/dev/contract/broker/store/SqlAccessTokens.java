package dev.contract.broker.store;

import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.AccessTokens;
import dev.contract.broker.domain.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class SqlAccessTokens implements AccessTokens {
    private static final String SELECT = "SELECT name, role, created_at, expires_at FROM access_token ";

    /** Where the database is a view of files. */
    private static final String NONE = "tokens: whoever can read its files is let in";

    private final Sql sql;
    private final Changes changes;

    SqlAccessTokens(Sql sql, Changes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    private static AccessToken token(Cells cells) throws SQLException {
        return new AccessToken(cells.text(), Role.valueOf(cells.text()), cells.time(), cells.timeOrNull());
    }

    @Override
    public boolean any() {
        return sql.first(SqlAccessTokens::token, SELECT + "LIMIT 1").isPresent();
    }

    @Override
    public List<AccessToken> all() {
        return sql.list(SqlAccessTokens::token, SELECT + "ORDER BY name");
    }

    @Override
    public Optional<AccessToken> byDigest(String digest) {
        return sql.first(SqlAccessTokens::token, SELECT + "WHERE digest = ?", digest);
    }

    @Override
    public boolean add(AccessToken token, String digest) {
        return changes.refused(
                        NONE,
                        rows -> rows.run(
                                """
                        INSERT INTO access_token (name, role, digest, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (name) DO NOTHING
                        """, token.name(), token.role().name(), digest, token.createdAt(), token.expiresAt()))
                == 1;
    }

    @Override
    public boolean delete(String name) {
        return changes.refused(NONE, rows -> rows.run("DELETE FROM access_token WHERE name = ?", name)) == 1;
    }
}
