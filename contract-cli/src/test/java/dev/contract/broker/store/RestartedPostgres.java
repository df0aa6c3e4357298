package dev.contract.broker.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL of its own that can be stopped and started again over the same data, at the same port; as safe as users have it. */
public final class RestartedPostgres implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    private RestartedPostgres(Path data) throws IOException {
        this.data = data;
        this.server = settings().start();
    }

    public static RestartedPostgres start(Path folder) throws IOException {
        return new RestartedPostgres(folder.resolve("data"));
    }

    private EmbeddedPostgres.Builder settings() {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File("target/postgres"))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "200");
    }

    public DatabaseAddress.Server address() {
        return new DatabaseAddress.Server("127.0.0.1", server.getPort(), "postgres", "postgres", "", "disable", "");
    }

    /** Whoever is connected is thrown out. */
    public void restart() throws IOException {
        int port = server.getPort();
        server.close();
        server = settings().setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
