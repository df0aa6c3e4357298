package dev.contract.broker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
        void has_the_version_of_the_last_script() {
            assertThat(SqliteStoreTest.class.getResource("V" + Schema.VERSION + "__tables.sql"))
                    .isNotNull();
        }
    }
}
