package dev.contract.broker.store;

import dev.contract.core.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a database is: in a file, or on a PostgreSQL server.
 *
 * <pre>{@code
 * DatabaseAddress.parse("postgres://contract:s3cret@db.example:5432/pacts?sslmode=verify-full")
 * DatabaseAddress.parse("sqlite:///var/lib/contract/broker.db")
 * }</pre>
 *
 * <p>Immutable. The text of one never has the password in it.
 */
public sealed interface DatabaseAddress {

    /** A SQLite file, created with its folder when there is none. */
    record File(Path path) implements DatabaseAddress {
        public File {
            path = path.toAbsolutePath();
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A database of a PostgreSQL server.
     *
     * @param sslMode as libpq calls it: {@code disable}, {@code allow}, {@code prefer}, {@code require}, {@code verify-ca} or {@code verify-full}
     * @param rootCertificate a PEM file of whom the last two trust; empty for libpq's own place
     */
    record Server(
            String host,
            int port,
            String database,
            String username,
            String password,
            String sslMode,
            String rootCertificate)
            implements DatabaseAddress {
        private static final List<String> SSL_MODES =
                List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

        /**
         * Checks that there is all that a connection needs.
         *
         * @throws StoreException if the host or the database is missing, or the port or the mode cannot be
         */
        public Server {
            if (host.isBlank() || database.isBlank() || port < 1 || port > 65_535 || !SSL_MODES.contains(sslMode)) {
                throw notUsable(
                        "host \"" + host + "\", port " + port + ", database \"" + database + "\", sslmode \"" + sslMode
                                + "\"",
                        "name a host, a port from 1 to 65535, a database, and one of the modes "
                                + String.join(", ", SSL_MODES));
            }
        }

        @Override
        public String toString() {
            String user = username.isEmpty() ? "" : username + "@";
            return "postgres://" + user + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + database;
        }
    }

    static DatabaseAddress file(Path path) {
        return new File(path);
    }

    /**
     * Reads the URL of a database, as libpq, JDBC and the settings of other brokers spell it.
     *
     * @throws StoreException if it is none; what it says then shows nothing of the URL but its scheme
     */
    static DatabaseAddress parse(String url) {
        String plain = url.strip().replaceFirst("^jdbc:", "");
        if (plain.matches("(?s)sqlite:.*")) {
            return new File(Path.of(plain.replaceFirst("^sqlite:(//)?", "")));
        }
        if (plain.matches("(?s)postgres(ql)?://.*")) {
            return server(plain);
        }
        throw notUsable(
                "a URL that begins with \"" + plain.replaceFirst("(?s)[^A-Za-z0-9+.-].*", "") + "\"",
                "write postgres://USER:PASSWORD@HOST:PORT/NAME, or sqlite:FILE");
    }

    private static DatabaseAddress server(String url) {
        try {
            URI uri = new URI(url);
            Map<String, String> parameters = parameters(uri);
            String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
            String host = uri.getHost() == null ? "" : uri.getHost();
            return new Server(
                    host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                    uri.getPort() < 0 ? 5432 : uri.getPort(),
                    decoded(uri.getRawPath().replaceFirst("^/", "")),
                    parameters.getOrDefault("user", decoded(user[0])),
                    parameters.getOrDefault("password", user.length > 1 ? decoded(user[1]) : ""),
                    parameters.getOrDefault("sslmode", "prefer"),
                    parameters.getOrDefault("sslrootcert", ""));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw notUsable(
                    "a postgres:// URL that cannot be read",
                    "write postgres://USER:PASSWORD@HOST:PORT/NAME, with special characters of user and password as %XX");
        }
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&", -1)) {
            String[] parts = each.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0], decoded(parts[1]));
            }
        }
        List<String> unknown = parameters.keySet().stream()
                .filter(name ->
                        !List.of("user", "password", "sslmode", "sslrootcert").contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw notUsable(
                    "the parameters " + unknown,
                    "leave them out: only user, password, sslmode and sslrootcert are known");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static StoreException notUsable(String found, String mend) {
        return new StoreException(Problem.error("BROKER-STORE", "this is no address of a database")
                .found(found)
                .mend(mend));
    }
}
