package dev.contract.broker;

import dev.contract.broker.store.DatabaseAddress;
import dev.contract.broker.store.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A new database with its tables, which goes with the test. */
interface TestDatabase extends AutoCloseable {

    DatabaseAddress address();

    @Override
    void close();

    static TestDatabase of(Setting setting) {
        return setting.isOnPostgres() ? new OnServer(TestPostgres.database()) : InFile.create();
    }

    /** One of PostgreSQL's. */
    record OnServer(DatabaseAddress.Server address) implements TestDatabase {
        @Override
        public void close() {
            TestPostgres.drop(address);
        }
    }

    /** A file in a folder of its own. */
    record InFile(Path folder) implements TestDatabase {
        private static final byte[] EMPTY = emptyDatabase();

        static InFile create() {
            try {
                InFile database = new InFile(Files.createTempDirectory("broker"));
                Files.write(database.file(), EMPTY);
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Made once, for making the tables takes longer than most tests. */
        private static byte[] emptyDatabase() {
            try {
                Path file = Files.createTempDirectory("broker").resolve("broker.db");
                Broker.open(file).close();
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path file() {
            return folder.resolve("broker.db");
        }

        @Override
        public DatabaseAddress address() {
            return DatabaseAddress.file(file());
        }

        @Override
        public void close() {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
