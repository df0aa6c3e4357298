package dev.contract.broker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void of_a_server_has_all_its_parts() {
        assertThat(DatabaseAddress.parse("postgres://me:p%40ss+w%3Ard@db.example:6543/pacts?sslmode=require"))
                .isEqualTo(new DatabaseAddress.Server("db.example", 6543, "pacts", "me", "p@ss+w:rd", "require", ""));
    }

    @Test
    void of_a_server_may_leave_out_what_is_usual() {
        assertThat(DatabaseAddress.parse("postgresql://[::1]/pacts"))
                .isEqualTo(new DatabaseAddress.Server("::1", 5432, "pacts", "", "", "prefer", ""));
    }

    @Test
    void of_a_server_may_be_spelt_as_drivers_do() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://db/pacts?user=me&password=secret"))
                .isEqualTo(new DatabaseAddress.Server("db", 5432, "pacts", "me", "secret", "prefer", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:/var/broker.db", "sqlite:///var/broker.db", "jdbc:sqlite:/var/broker.db"})
    void of_a_file_is_its_path(String url) {
        assertThat(DatabaseAddress.parse(url)).isEqualTo(DatabaseAddress.file(Path.of("/var/broker.db")));
    }

    @Test
    void never_shows_its_password() {
        assertThat(DatabaseAddress.parse("postgres://me:s3cret@[::1]:6543/pacts"))
                .hasToString("postgres://me@[::1]:6543/pacts");
    }

    @Test
    void of_another_kind_is_refused_without_being_shown() {
        assertThatThrownBy(() -> DatabaseAddress.parse("mysql://me:s3cret@db/pacts"))
                .isInstanceOf(StoreException.class)
                .hasMessage("""
                        BROKER-STORE  this is no address of a database
                          found  a URL that begins with "mysql"
                          mend   write postgres://USER:PASSWORD@HOST:PORT/NAME, or sqlite:FILE""");
    }

    @Test
    void that_cannot_be_read_is_refused_without_being_shown() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgres://me:s3cret%@db/pacts"))
                .isInstanceOf(StoreException.class)
                .hasMessage("""
                        BROKER-STORE  this is no address of a database
                          found  a postgres:// URL that cannot be read
                          mend   write postgres://USER:PASSWORD@HOST:PORT/NAME, with special characters of user and password as %XX""");
    }

    @Test
    void with_an_unknown_mode_of_tls_is_refused() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgres://db/pacts?sslmode=yes"))
                .isInstanceOf(StoreException.class)
                .hasMessage("""
                        BROKER-STORE  this is no address of a database
                          found  host "db", port 5432, database "pacts", sslmode "yes"
                          mend   name a host, a port from 1 to 65535, a database, and one of the modes disable, allow, prefer, require, verify-ca, verify-full""");
    }

    @Test
    void with_an_unknown_parameter_is_refused() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgres://db/pacts?sslmod=require"))
                .isInstanceOf(StoreException.class)
                .hasMessage("""
                        BROKER-STORE  this is no address of a database
                          found  the parameters [sslmod]
                          mend   leave them out: only user, password, sslmode and sslrootcert are known""");
    }
}
