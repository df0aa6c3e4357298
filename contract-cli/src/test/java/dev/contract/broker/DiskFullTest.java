package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A disk of a few megabytes, empty and writable, that is given as {@code -Dsmall.disk=DIR} becomes full. */
@EnabledIfSystemProperty(
        named = "small.disk",
        matches = ".+",
        disabledReason = "needs a small disk: -Dsmall.disk=DIR, as made by mount -t tmpfs -o size=4m tmpfs DIR")
class DiskFullTest {
    private static final int MOST = 100_000;
    private static final String LONG = "a long content ".repeat(500);

    private final Path disk = Path.of(System.getProperty("small.disk"));

    @Test
    void of_a_database_is_told_and_what_is_there_is_read_and_writing_goes_on_when_there_is_room() throws IOException {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[1_000_000]);
        try (Broker broker = Broker.open(disk.resolve("broker.db"))) {
            check(new Client(broker.routes()), ballast);
        } finally {
            empty();
        }
    }

    @Test
    void of_a_directory_is_told_likewise() throws IOException {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[1_000_000]);
        try {
            check(new Client(new ReopenedDirectory(disk.resolve("shared"), ApiSettings.DEFAULT)), ballast);
        } finally {
            empty();
        }
    }

    private static void check(Client client, Path ballast) throws IOException {
        List<String> published = new ArrayList<>();
        HttpResponse refused = publish(client, 0);
        while (refused.status() == 201 || refused.status() == 200) {
            published.add(String.valueOf(published.size()));
            assertThat(published).as("the disk is not small").hasSizeLessThan(MOST);
            refused = publish(client, published.size());
        }

        assertThat(refused.status()).as(refused.body().text()).isEqualTo(507);
        assertThat(published).isNotEmpty();
        assertAllThere(client, published);
        assertThat(publish(client, published.size()).status()).isEqualTo(507);

        Files.delete(ballast);

        assertThat(publish(client, published.size()).status()).isEqualTo(201);
        published.add(String.valueOf(published.size()));
        assertAllThere(client, published);
    }

    private static HttpResponse publish(Client client, int number) {
        return client.send(
                "PUT",
                Client.pactPath("web", String.valueOf(number), "orders"),
                Client.pact("web", "orders", number + LONG));
    }

    private static void assertAllThere(Client client, List<String> published) {
        assertThat(Client.list(client.get("/pacticipants/web/versions"), "_embedded versions"))
                .extracting(each -> Client.text(each, "number"))
                .containsExactlyInAnyOrderElementsOf(published);
        assertThat(client.status(Client.pactPath("web", published.get(0), "orders")))
                .isEqualTo(200);
    }

    private void empty() throws IOException {
        for (Path file : files()) {
            if (Files.isDirectory(file)) {
                ReopenedDirectory.delete(file);
            } else {
                Files.delete(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(disk)) {
            return files.toList();
        }
    }
}
