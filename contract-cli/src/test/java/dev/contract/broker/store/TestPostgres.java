package dev.contract.broker.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL of this JVM: one server, and in it a database for each test. */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** Started by the first test that wants it, and stopped with the JVM. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();
        static final DatabaseAddress.Server TEMPLATE = template();

        /** Safe from crashes of processes, not of machines. The language of its databases sorts otherwise than SQLite does. */
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(new File("target/postgres"))
                        .setLocaleConfig("locale-provider", "icu")
                        .setLocaleConfig("icu-locale", "en-US")
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Made once, for making the tables takes longer than most tests. */
        private static DatabaseAddress.Server template() {
            DatabaseAddress.Server address = address(SERVER, "template_broker");
            execute(SERVER, "CREATE DATABASE " + address.database());
            SqlStore.open(address).close();
            return address;
        }
    }

    /** Whether there is a PostgreSQL for tests on this kind of machine. */
    public static boolean isPossible() {
        String os = System.getProperty("os.name", "");
        return Set.of("amd64", "x86_64", "aarch64").contains(System.getProperty("os.arch", ""))
                && (os.startsWith("Linux") || os.startsWith("Mac") || os.startsWith("Windows"));
    }

    /** A new database with its tables. */
    public static DatabaseAddress.Server database() {
        return create(" TEMPLATE " + Running.TEMPLATE.database());
    }

    /** A new database without any. */
    public static DatabaseAddress.Server emptyDatabase() {
        return create("");
    }

    private static DatabaseAddress.Server create(String from) {
        DatabaseAddress.Server address = address(Running.SERVER, "broker_" + DATABASES.incrementAndGet());
        execute(Running.SERVER, "CREATE DATABASE " + address.database() + from);
        return address;
    }

    public static void drop(DatabaseAddress.Server address) {
        execute(Running.SERVER, "DROP DATABASE " + address.database() + " WITH (FORCE)");
    }

    /** The address of a database that is perhaps not there. */
    static DatabaseAddress.Server named(String database) {
        return address(Running.SERVER, database);
    }

    static DatabaseAddress.Server as(DatabaseAddress.Server address, String user, String password) {
        return new DatabaseAddress.Server(
                address.host(), address.port(), address.database(), user, password, address.sslMode(), "");
    }

    /** Makes a user who has to say a password, as the one of the tests need not. */
    static void requirePasswordOf(String user, String password) {
        execute(Running.SERVER, "DROP ROLE IF EXISTS " + user);
        execute(Running.SERVER, "CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        Path rules = Path.of(show("hba_file"));
        try {
            String others = Files.readString(rules);
            Files.writeString(rules, "host all " + user + " 127.0.0.1/32 scram-sha-256\n" + others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(Running.SERVER, "SELECT pg_reload_conf()");
    }

    private static String show(String setting) {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseAddress.Server address(EmbeddedPostgres server, String database) {
        return new DatabaseAddress.Server("127.0.0.1", server.getPort(), database, "postgres", "", "disable", "");
    }

    static void execute(DatabaseAddress.Server address, String sql) {
        execute(Running.SERVER, address.database(), sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        execute(server, "postgres", sql);
    }

    private static void execute(EmbeddedPostgres server, String database, String sql) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
