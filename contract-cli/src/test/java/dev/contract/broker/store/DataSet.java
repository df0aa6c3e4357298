package dev.contract.broker.store;

import dev.contract.broker.domain.PactContent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A database as a company has it after years, made from a seed: 200 applications, of which each is the consumer of some others, a few of them
 * everybody's provider; versions on a main branch and on short ones; contents that live for many versions, and results for each of them
 * from many versions of its provider.
 *
 * <p>It is written past the store, in batches, and the heads are made from it in the end: a million results take about a minute.
 *
 * @param results how many verification results there are; the versions are a twentieth of that
 */
public record DataSet(long seed, int results) {
    public static final int APPLICATIONS = 200;

    /** Each has many more consumers than others. */
    private static final int HUBS = 5;

    private static final int CONSUMERS_OF_A_HUB = 40;
    private static final long START = 1_700_000_000_000L;
    private static final long YEAR = 365L * 24 * 3_600_000;
    private static final int BATCH = 5_000;

    /** A consumer and one of its providers; contents and results are shared out evenly. */
    private record Pair(int consumer, int provider) {}

    /** How a batch of rows is filled, one row after the other. */
    private interface Rows {
        void addTo(Batch batch) throws SQLException;
    }

    /** Rows of one statement, sent some thousands at a time. */
    private static final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private int waiting;

        Batch(Connection connection, String sql) throws SQLException {
            this.statement = connection.prepareStatement(sql);
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting == BATCH) {
                statement.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            statement.executeBatch();
            statement.close();
        }
    }

    public static String application(int number) {
        return "application-" + number;
    }

    public int versionsOfEach() {
        return Math.max(2, results / 20 / APPLICATIONS);
    }

    /** Writes everything to a new database file. */
    public void writeTo(Path file) {
        SqlStore.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            writeTo(connection);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeTo(Connection connection) throws SQLException {
        List<Pair> pairs = pairs();
        writeApplications(connection, pairs);
        writeVersions(connection);
        writeContents(connection, pairs);
        writePacts(connection, pairs);
        writeResults(connection, pairs);
        writeDeployments(connection);
        try (Statement statement = connection.createStatement()) {
            for (String sql : heads()) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int consumer = 0; consumer < APPLICATIONS; consumer++) {
            pairs.add(new Pair(consumer, (consumer + 1) % APPLICATIONS));
            pairs.add(new Pair(consumer, (consumer * 3 + 7) % APPLICATIONS));
        }
        for (int hub = 0; hub < HUBS; hub++) {
            for (int i = 0; i < CONSUMERS_OF_A_HUB; i++) {
                pairs.add(new Pair((10 + hub + i * 4) % APPLICATIONS, hub));
            }
        }
        return pairs.stream()
                .filter(pair -> pair.consumer() != pair.provider())
                .distinct()
                .toList();
    }

    private static void write(Connection connection, String sql, Rows rows) throws SQLException {
        try (Batch batch = new Batch(connection, sql)) {
            rows.addTo(batch);
        }
    }

    private static void writeApplications(Connection connection, List<Pair> pairs) throws SQLException {
        write(
                connection,
                "INSERT INTO pacticipant (id, name, main_branch, last_order, created_at, updated_at) VALUES (?, ?, 'main', 1000000, ?, ?)",
                batch -> {
                    for (int i = 0; i < APPLICATIONS; i++) {
                        batch.add(i + 1, application(i), START, START);
                    }
                });
        write(
                connection,
                "INSERT INTO integration (consumer_id, provider_id, created_at, updated_at) VALUES (?, ?, ?, ?)",
                batch -> {
                    for (Pair pair : pairs) {
                        batch.add(pair.consumer() + 1, pair.provider() + 1, START, START);
                    }
                });
    }

    /** The key of a version: the applications take turns, as they do in life. */
    private static long version(int application, int number) {
        return (long) number * APPLICATIONS + application + 1;
    }

    private long time(int number) {
        return START + YEAR * number / versionsOfEach();
    }

    private void writeVersions(Connection connection) throws SQLException {
        int versions = versionsOfEach();
        write(
                connection,
                "INSERT INTO version (id, pacticipant_id, number, ord, created_at) VALUES (?, ?, ?, ?, ?)",
                batch -> {
                    for (int number = 0; number < versions; number++) {
                        for (int i = 0; i < APPLICATIONS; i++) {
                            batch.add(version(i, number), i + 1, String.valueOf(number), number + 1, time(number));
                        }
                    }
                });
        writeBranches(connection, versions);
        writeTags(connection, versions);
    }

    /** Every other version is on the main branch, and of the others five share a branch. */
    private void writeBranches(Connection connection, int versions) throws SQLException {
        int others = versions / 10 + 1;
        write(
                connection,
                "INSERT INTO branch (id, pacticipant_id, name, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
                batch -> {
                    for (int i = 0; i < APPLICATIONS; i++) {
                        batch.add(i * (others + 1) + 1, i + 1, "main", START, START);
                        for (int k = 0; k < others; k++) {
                            batch.add(i * (others + 1) + k + 2, i + 1, "feat/" + k, time(k * 10), time(k * 10));
                        }
                    }
                });
        write(connection, "INSERT INTO branch_version (branch_id, version_id, created_at) VALUES (?, ?, ?)", batch -> {
            for (int number = 0; number < versions; number++) {
                int branch = number % 2 == 0 ? 1 : number / 10 + 2;
                for (int i = 0; i < APPLICATIONS; i++) {
                    batch.add(i * (others + 1) + branch, version(i, number), time(number));
                }
            }
        });
    }

    private void writeTags(Connection connection, int versions) throws SQLException {
        write(connection, "INSERT INTO tag_name (id, name) VALUES (?, ?)", batch -> {
            batch.add(1, "main");
            batch.add(2, "prod");
        });
        write(connection, "INSERT INTO version_tag (tag_id, version_id, created_at) VALUES (?, ?, ?)", batch -> {
            for (int number = 0; number < versions; number += 2) {
                for (int i = 0; i < APPLICATIONS; i++) {
                    batch.add(1, version(i, number), time(number));
                    if (number % 10 == 0) {
                        batch.add(2, version(i, number), time(number));
                    }
                }
            }
        });
    }

    /** In all a five-hundredth of the results, and at least one for each pair. */
    private int contentsOfEach(List<Pair> pairs) {
        return Math.max(1, results / 500 / pairs.size());
    }

    private long content(List<Pair> pairs, int pair, int number) {
        return (long) pair * contentsOfEach(pairs) + (long) number * contentsOfEach(pairs) / versionsOfEach() + 1;
    }

    private void writeContents(Connection connection, List<Pair> pairs) throws SQLException {
        int contents = contentsOfEach(pairs);
        Random random = new Random(seed);
        byte[] body = Compressed.of(document(random));
        write(
                connection,
                "INSERT INTO pact_content (id, consumer_id, provider_id, sha, identity, sha_rule, interactions, messages, created_at) VALUES (?, ?, ?, ?, ?, "
                        + PactContent.SHA_RULE + ", 20, 0, ?)",
                batch -> {
                    for (int pair = 0; pair < pairs.size(); pair++) {
                        for (int k = 0; k < contents; k++) {
                            long id = (long) pair * contents + k + 1;
                            String sha = String.format("%040x", id * 0x9e37_79b9L);
                            batch.add(
                                    id,
                                    pairs.get(pair).consumer() + 1,
                                    pairs.get(pair).provider() + 1,
                                    sha,
                                    sha,
                                    START);
                        }
                    }
                });
        write(connection, "INSERT INTO pact_body (content_id, body) VALUES (?, ?)", batch -> {
            for (long id = 1; id <= (long) pairs.size() * contents; id++) {
                batch.add(id, body);
            }
        });
    }

    private static String document(Random random) {
        StringBuilder interactions = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            interactions
                    .append(i == 0 ? "" : ",")
                    .append("{\"description\":\"a request for thing ")
                    .append(random.nextInt(1_000_000))
                    .append("\",\"request\":{\"method\":\"GET\",\"path\":\"/things/")
                    .append(i)
                    .append("\"},\"response\":{\"status\":200,\"body\":{\"id\":")
                    .append(random.nextInt(1_000_000))
                    .append(",\"name\":\"thing\"}}}");
        }
        return "{\"interactions\":[" + interactions + "],\"metadata\":{\"pactSpecification\":{\"version\":\"2.0.0\"}}}";
    }

    private void writePacts(Connection connection, List<Pair> pairs) throws SQLException {
        write(
                connection,
                "INSERT INTO pact (version_id, consumer_id, provider_id, revision, content_id, created_at) VALUES (?, ?, ?, 1, ?, ?)",
                batch -> {
                    for (int number = 0; number < versionsOfEach(); number++) {
                        for (int i = 0; i < pairs.size(); i++) {
                            Pair pair = pairs.get(i);
                            batch.add(
                                    version(pair.consumer(), number),
                                    pair.consumer() + 1,
                                    pair.provider() + 1,
                                    content(pairs, i, number),
                                    time(number));
                        }
                    }
                });
    }

    /** Nine of ten are successes. The newest content was verified by the newest versions, and so on. */
    private void writeResults(Connection connection, List<Pair> pairs) throws SQLException {
        Random random = new Random(seed + 1);
        int versions = versionsOfEach();
        write(
                connection,
                "INSERT INTO verification (content_id, provider_version_id, success, wip, pending, created_at) VALUES (?, ?, ?, 0, 0, ?)",
                batch -> {
                    for (int i = 0; i < results; i++) {
                        int pair = i % pairs.size();
                        int number = (int) ((long) i * versions / results);
                        int by = Math.max(0, number - random.nextInt(3));
                        batch.add(
                                content(pairs, pair, number),
                                version(pairs.get(pair).provider(), by),
                                random.nextInt(10) == 0 ? 0 : 1,
                                time(number));
                    }
                });
    }

    /** The last version of each main branch is deployed to the one environment, one before it to the other. */
    private void writeDeployments(Connection connection) throws SQLException {
        int newest = (versionsOfEach() - 1) / 2 * 2;
        write(
                connection,
                "INSERT INTO deployed_version (uuid, version_id, environment_id, created_at) VALUES (?, ?, ?, ?)",
                batch -> {
                    for (int i = 0; i < APPLICATIONS; i++) {
                        batch.add("test-" + i, version(i, newest), 1, time(newest));
                        batch.add("production-" + i, version(i, Math.max(0, newest - 4)), 2, time(newest));
                    }
                });
    }

    private static List<String> heads() {
        return List.of("""
                INSERT INTO live_version (environment_id, pacticipant_id, version_id, kind, instance, record_id)
                SELECT d.environment_id, v.pacticipant_id, v.id, 'D', '', d.id FROM deployed_version d JOIN version v ON v.id = d.version_id
                """, """
                INSERT INTO branch_head (branch_id, version_id)
                SELECT branch_id, MAX(version_id) FROM branch_version GROUP BY branch_id
                """, """
                INSERT INTO tag_head (pacticipant_id, tag_id, version_id, first_at)
                SELECT v.pacticipant_id, t.tag_id, MAX(t.version_id), MIN(t.created_at)
                FROM version_tag t JOIN version v ON v.id = t.version_id GROUP BY v.pacticipant_id, t.tag_id
                """, """
                INSERT INTO pact_head (version_id, provider_id, consumer_id, ord, pact_id, content_id)
                SELECT k.version_id, k.provider_id, k.consumer_id, v.ord, k.id, k.content_id FROM pact k JOIN version v ON v.id = k.version_id
                """, """
                INSERT INTO verification_head (content_id, provider_version_id, verification_id, success)
                SELECT n.content_id, n.provider_version_id, n.id, n.success FROM verification n JOIN
                    (SELECT MAX(id) AS last FROM verification GROUP BY content_id, provider_version_id) h ON h.last = n.id
                """, """
                INSERT INTO content_branch_success (content_id, branch_id, wip, first_at)
                SELECT n.content_id, m.branch_id, n.wip, MIN(n.created_at)
                FROM verification n JOIN branch_version m ON m.version_id = n.provider_version_id
                WHERE n.success = 1 GROUP BY n.content_id, m.branch_id, n.wip
                """, """
                INSERT INTO content_tag_success (content_id, tag_id, wip, first_at)
                SELECT n.content_id, t.tag_id, n.wip, MIN(n.created_at)
                FROM verification n JOIN version_tag t ON t.version_id = n.provider_version_id
                WHERE n.success = 1 GROUP BY n.content_id, t.tag_id, n.wip
                """);
    }
}
