package dev.contract.broker.store;

import dev.contract.broker.domain.Counts;
import dev.contract.broker.domain.Statistics;
import java.sql.SQLException;

final class SqlStatistics implements Statistics {
    private static final String ALL = """
            SELECT (SELECT COUNT(*) FROM pacticipant), (SELECT COUNT(*) FROM version), (SELECT COUNT(*) FROM branch),
                (SELECT COUNT(*) FROM version_tag), (SELECT COUNT(*) FROM integration),
                (SELECT COUNT(*) FROM pact), (SELECT MIN(created_at) FROM pact), (SELECT MAX(created_at) FROM pact),
                (SELECT COUNT(*) FROM pact_content), (SELECT COALESCE(SUM(interactions), 0) FROM pact_content),
                (SELECT COALESCE(SUM(messages), 0) FROM pact_content),
                (SELECT COUNT(*) FROM verification), (SELECT MIN(created_at) FROM verification),
                (SELECT MAX(created_at) FROM verification), (SELECT COUNT(*) FROM verification WHERE success = 1),
                (SELECT COUNT(*) FROM environment), (SELECT COUNT(*) FROM deployed_version),
                (SELECT COUNT(*) FROM live_version WHERE kind = 'D'), (SELECT COUNT(*) FROM released_version),
                (SELECT COUNT(*) FROM live_version WHERE kind = 'R'),
                (SELECT COUNT(*) FROM webhook), (SELECT COUNT(*) FROM triggered_webhook),
                (SELECT COUNT(*) FROM triggered_webhook WHERE due_at IS NOT NULL), (SELECT COUNT(*) FROM webhook_execution)
            """;

    private final Sql sql;

    SqlStatistics(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Counts counts() {
        return sql.only(SqlStatistics::counts, ALL);
    }

    private static Counts counts(Cells cells) throws SQLException {
        return new Counts(
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                span(cells),
                cells.number(),
                cells.number(),
                cells.number(),
                span(cells),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number());
    }

    private static Counts.Span span(Cells cells) throws SQLException {
        return new Counts.Span(cells.number(), cells.timeOrNull(), cells.timeOrNull());
    }
}
