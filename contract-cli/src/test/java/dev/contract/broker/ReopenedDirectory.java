package dev.contract.broker;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.directory.DirectoryStore;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** A broker in a directory that is opened for each request, and closed after it: all it knows is what lies there. */
record ReopenedDirectory(Path path, ApiSettings settings)
        implements Function<HttpRequest, HttpResponse>, AutoCloseable {

    static ReopenedDirectory create(ApiSettings settings) {
        try {
            return new ReopenedDirectory(Files.createTempDirectory("broker"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public HttpResponse apply(HttpRequest request) {
        try (Broker broker = Broker.over(DirectoryStore.open(path, settings.clock()), settings)) {
            return broker.routes().apply(request);
        }
    }

    @Override
    public void close() {
        delete(path);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
