package dev.contract.broker;

import dev.contract.broker.api.ApiSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A broker over a file of its own, which goes with it. */
final class TestBroker implements AutoCloseable {
    private static final byte[] EMPTY = emptyDatabase();

    private final Path folder;
    private final Broker broker;

    private TestBroker(Path folder, ApiSettings settings) {
        this.folder = folder;
        this.broker = Broker.open(BrokerSettings.of(folder.resolve("broker.db")).withApi(settings));
    }

    static TestBroker open() {
        return open(ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test")));
    }

    static TestBroker open(ApiSettings settings) {
        try {
            Path folder = Files.createTempDirectory("broker");
            Files.write(folder.resolve("broker.db"), EMPTY);
            return new TestBroker(folder, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database with its tables: made once, for making one takes longer than most tests. */
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

    Broker broker() {
        return broker;
    }

    Client client() {
        return new Client(broker.routes());
    }

    @Override
    public void close() {
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
