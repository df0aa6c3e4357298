package dev.contract.broker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.contract.broker.store.TestPostgres#isPossible",
        disabledReason = "no PostgreSQL for this machine")
class PostgresStoreTest extends StoreSuite {
    private DatabaseAddress.Server address;
    private SqlStore store;

    @BeforeEach
    void open() {
        address = TestPostgres.database();
        store = SqlStore.open(address);
    }

    @AfterEach
    void close() {
        store.close();
        TestPostgres.drop(address);
    }

    @Override
    Store store() {
        return store;
    }

    private static List<String> names(Store store) {
        return store.<List<Pacticipant>>read(kept -> kept.pacticipants().all()).stream()
                .map(each -> each.name().value())
                .toList();
    }

    private static void add(Store store, String name) {
        store.write(kept -> kept.pacticipants().ensure(new PacticipantName(name), Instant.EPOCH));
    }

    private static List<Object> allAtOnce(int count, Callable<Object> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Object> results = new ArrayList<>();
            for (Future<Object> each : threads.invokeAll(
                    IntStream.range(0, count).mapToObj(i -> work).toList(), 60, TimeUnit.SECONDS)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Nested
    class TheServer {
        @Test
        void is_shared_by_several_brokers() {
            try (SqlStore other = SqlStore.open(address)) {
                add(store, "web");
                add(other, "orders");

                assertThat(names(store)).isEqualTo(names(other)).containsExactly("orders", "web");
            }
        }

        /** The pool's own failures carry no state. */
        @Test
        void is_away_when_no_connection_becomes_free() {
            SQLException failure = new SQLTransientConnectionException("no connection became free");
            try (PostgresDatabase database = PostgresDatabase.open(address)) {
                assertThat(database.isInTheWay(failure)).isFalse();
                assertThat(database.trouble(failure)).contains(StoreTrouble.Kind.AWAY);
            }
        }

        /** The work is done, and nobody hears any more whether it is kept. */
        @Test
        void that_goes_away_while_it_is_told_to_keep_something_leaves_that_unsure() {
            assertThatThrownBy(() -> store.write(kept -> {
                        kept.pacticipants().ensure(new PacticipantName("web"), Instant.EPOCH);
                        return endTransactions();
                    }))
                    .isInstanceOfSatisfying(StoreTrouble.class, trouble -> assertThat(trouble.kind())
                            .isEqualTo(StoreTrouble.Kind.UNSURE))
                    .hasMessageStartingWith(
                            "BROKER-STORE-UNSURE  the database went away before it said whether it kept what was"
                                    + " done");
        }

        @Test
        void that_goes_away_at_the_end_of_a_look_is_only_away() {
            assertThatThrownBy(() -> store.read(kept -> {
                        kept.pacticipants().all();
                        return endTransactions();
                    }))
                    .isInstanceOfSatisfying(StoreTrouble.class, trouble -> assertThat(trouble.kind())
                            .isEqualTo(StoreTrouble.Kind.AWAY));
        }

        private boolean endTransactions() {
            TestPostgres.execute(address, """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND state = 'idle in transaction'
                    """);
            return true;
        }

        @Test
        void sorts_names_by_their_characters_as_a_file_does() {
            List.of("web", "Web", "a-b", "ab", "aB", "éclair", "zoo").forEach(name -> add(store, name));

            assertThat(names(store)).containsExactly("Web", "a-b", "aB", "ab", "web", "zoo", "éclair");
        }

        @Test
        void gets_its_tables_once_when_several_brokers_start_at_once() throws Exception {
            DatabaseAddress.Server empty = TestPostgres.emptyDatabase();
            try {
                List<Object> opened = allAtOnce(4, () -> {
                    try (SqlStore each = SqlStore.open(empty)) {
                        return names(each);
                    }
                });

                assertThat(opened).hasSize(4).containsOnly(List.of());
            } finally {
                TestPostgres.drop(empty);
            }
        }

        /** One counts, looks, and writes what it saw: only where nobody is beside it does that come to the right sum. */
        @Test
        void lets_nobody_write_what_another_has_made_untrue() throws Exception {
            add(store, "counter");
            allAtOnce(
                    16,
                    () -> store.write(kept -> {
                        Pacticipant counter = kept.pacticipants()
                                .find(new PacticipantName("counter"))
                                .orElseThrow();
                        String before = counter.details().displayName();
                        int next = before == null ? 1 : Integer.parseInt(before) + 1;
                        return kept.pacticipants()
                                .update(
                                        counter.party(),
                                        new Pacticipant.Details(String.valueOf(next), null, null, null, null),
                                        Instant.EPOCH);
                    }));

            assertThat(store.<List<Pacticipant>>read(kept -> kept.pacticipants().all()))
                    .extracting(each -> each.details().displayName())
                    .containsExactly("16");
        }
    }

    @Nested
    class AServerThatCannotBeUsed {
        @Test
        void because_nobody_listens_is_told() throws Exception {
            int free;
            try (ServerSocket socket = new ServerSocket(0)) {
                free = socket.getLocalPort();
            }
            DatabaseAddress nowhere =
                    DatabaseAddress.parse("postgres://me:s3cret@127.0.0.1:" + free + "/pacts?sslmode=disable");

            assertThatThrownBy(() -> SqlStore.open(nowhere))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("""
                            BROKER-STORE  the database cannot be reached
                              where  postgres://me@127.0.0.1:%1$d/pacts
                              found  Connection to 127.0.0.1:%1$d refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.
                              mend   check host and port, and that PostgreSQL runs there""".formatted(free));
        }

        @Test
        void because_of_a_wrong_password_is_told_without_it() {
            TestPostgres.requirePasswordOf("strict", "right");
            DatabaseAddress.Server strict = TestPostgres.as(address, "strict", "wr0ng");

            assertThatThrownBy(() -> SqlStore.open(strict))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("""
                            BROKER-STORE  the database lets nobody in with this user and password
                              where  postgres://strict@127.0.0.1:%d/%s
                              found  FATAL: password authentication failed for user "strict"
                              mend   check PACT_BROKER_DATABASE_USERNAME and PACT_BROKER_DATABASE_PASSWORD, or the user in the URL""".formatted(strict.port(), strict.database()));
        }

        @Test
        void because_there_is_no_such_database_is_told() {
            DatabaseAddress.Server missing = TestPostgres.named("no_such_database");

            assertThatThrownBy(() -> SqlStore.open(missing))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("""
                            BROKER-STORE  the database cannot be opened
                              where  %s
                              found  FATAL: database "no_such_database" does not exist
                              mend   create it first, with CREATE DATABASE, or name another one""".formatted(missing));
        }

        @Test
        void because_its_tables_are_newer_is_told() {
            TestPostgres.execute(address, "UPDATE schema_history SET version = '99'");

            assertThatThrownBy(() -> SqlStore.open(address))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("""
                            BROKER-STORE  the database is of a newer version
                              where  %s
                              found  tables of version 99, where this program knows version 1
                              mend   use a newer contract, or another database""".formatted(address));
        }
    }
}
