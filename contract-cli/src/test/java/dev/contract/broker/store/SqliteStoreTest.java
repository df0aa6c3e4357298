package dev.contract.broker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreSuite {
    @TempDir
    private Path folder;

    private SqlStore store;

    @BeforeEach
    void open() {
        store = SqlStore.open(folder.resolve("deep/down/broker.db"));
    }

    @AfterEach
    void close() {
        store.close();
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

    @Nested
    class TheFile {
        @Test
        void keeps_everything_when_it_is_opened_again() {
            add(store, "web");
            store.close();

            store = SqlStore.open(folder.resolve("deep/down/broker.db"));

            assertThat(names(store)).containsExactly("web");
        }

        @Test
        void may_be_open_twice() {
            try (SqlStore other = SqlStore.open(folder.resolve("deep/down/broker.db"))) {
                add(store, "web");
                add(other, "orders");

                assertThat(names(store)).isEqualTo(names(other)).containsExactly("orders", "web");
            }
        }

        @Test
        void of_a_newer_version_is_refused() throws SQLException {
            Path file = folder.resolve("newer.db");
            SqlStore.open(file).close();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                connection.createStatement().executeUpdate("UPDATE schema_history SET version = '99'");
            }

            assertThatThrownBy(() -> SqlStore.open(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("""
                            BROKER-STORE  the database is of a newer version
                              where  %s
                              found  tables of version 99, where this program knows version 1
                              mend   use a newer contract, or another database""".formatted(file.toAbsolutePath()));
        }

        @Test
        void that_is_no_database_is_refused() throws IOException {
            Path file = folder.resolve("broken.db");
            Files.writeString(file, "this is not a database, however long one looks at it".repeat(50));

            assertThatThrownBy(() -> SqlStore.open(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("BROKER-STORE  the database cannot be brought up to date\n  where  " + file)
                    .hasMessageEndingWith("mend   check that it is a database of this broker and can be written");
        }

        @Test
        void that_has_no_room_left_says_so_is_read_as_before_and_goes_on_when_it_has() throws SQLException {
            SqliteDatabase database = SqliteDatabase.open(new DatabaseAddress.File(folder.resolve("full.db")));
            limit(database, 150);
            try (SqlStore full = new SqlStore(database)) {
                add(full, "first");

                assertThatThrownBy(() -> IntStream.range(0, 100).forEach(i -> addMany(full, i)))
                        .isInstanceOf(StoreTrouble.class)
                        .hasMessage("""
                                BROKER-STORE-FULL  the database has no room left
                                  mend  make room on its disk, or remove old versions; until then contracts can be read, and not published""");
                assertThat(names(full)).contains("first", "application 0.0");
                limit(database, 100_000);
                add(full, "when there was room again");
                assertThat(names(full)).contains("when there was room again");
            }
        }

        /** As it does of itself when a real disk is full. */
        @Test
        void that_ends_a_transaction_by_itself_keeps_nothing_of_the_next_one_that_fails() throws SQLException {
            SqliteDatabase database = SqliteDatabase.open(new DatabaseAddress.File(folder.resolve("ending.db")));
            try (Connection writer = database.writers().getConnection();
                    Statement statement = writer.createStatement()) {
                statement.execute("CREATE TRIGGER ending BEFORE INSERT ON pacticipant WHEN NEW.name = 'last'"
                        + " BEGIN SELECT RAISE(ROLLBACK, 'on purpose'); END");
            }
            try (SqlStore store = new SqlStore(database)) {
                assertThatThrownBy(() -> add(store, "last")).hasMessageContaining("INSERT INTO pacticipant");

                assertThatThrownBy(() -> store.write(kept -> {
                            kept.pacticipants().ensure(new PacticipantName("half"), Instant.EPOCH);
                            throw new IllegalStateException("in the middle");
                        }))
                        .hasMessage("in the middle");
                add(store, "whole");

                assertThat(names(store)).containsExactly("whole");
            }
        }

        @Test
        void that_another_process_holds_for_too_long_says_so_and_keeps_nothing_of_the_next_write_that_fails()
                throws SQLException {
            Path file = folder.resolve("held.db");
            SqliteDatabase database = SqliteDatabase.open(new DatabaseAddress.File(file), Duration.ofMillis(10));
            try (SqlStore store = new SqlStore(database)) {
                add(store, "before");
                try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                        Statement statement = other.createStatement()) {
                    statement.execute("BEGIN IMMEDIATE");
                    assertThatThrownBy(() -> add(store, "meanwhile"))
                            .isInstanceOf(StoreTrouble.class)
                            .hasMessage("""
                                    BROKER-STORE-BUSY  others hold the database for too long
                                      mend  ask again in a moment; if it stays so, end the other process that has the file open""");
                    statement.execute("ROLLBACK");
                }

                assertThatThrownBy(() -> store.write(kept -> {
                            kept.pacticipants().ensure(new PacticipantName("half"), Instant.EPOCH);
                            throw new IllegalStateException("in the middle");
                        }))
                        .hasMessage("in the middle");
                add(store, "after");

                assertThat(names(store)).containsExactly("after", "before");
            }
        }

        /** The driver begins the next transaction at once, and another process may be quicker. */
        @Test
        void is_free_for_others_as_soon_as_a_write_is_kept() throws SQLException {
            Path file = folder.resolve("free.db");
            SqliteDatabase database = SqliteDatabase.open(new DatabaseAddress.File(file));
            try (SqlStore store = new SqlStore(database);
                    Connection writer = database.writers().getConnection();
                    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=0");
                    Statement statement = other.createStatement()) {
                database.begin(writer, 1);
                assertThatThrownBy(() -> statement.execute("BEGIN IMMEDIATE")).hasMessageContaining("SQLITE_BUSY");

                writer.commit();

                statement.execute("BEGIN IMMEDIATE");
                statement.execute("ROLLBACK");
                assertThat(names(store)).isEmpty();
            }
        }

        /** There is one writer, and so this stays. */
        private static void limit(SqliteDatabase database, int pages) throws SQLException {
            try (Connection writer = database.writers().getConnection();
                    Statement statement = writer.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + pages);
            }
        }

        private static void addMany(Store store, int number) {
            store.write(kept -> {
                for (int i = 0; i < 1_000; i++) {
                    kept.pacticipants().ensure(new PacticipantName("application " + number + "." + i), Instant.EPOCH);
                }
                return number;
            });
        }

        @Test
        void has_the_version_of_the_last_script() {
            assertThat(SqliteStoreTest.class.getResource("V" + Schema.VERSION + "__tables.sql"))
                    .isNotNull();
        }
    }
}
