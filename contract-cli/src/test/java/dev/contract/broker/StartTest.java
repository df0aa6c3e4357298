package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process loads when it opens a broker over a file. */
class StartTest {
    @TempDir
    private Path folder;

    @Test
    void over_a_file_loads_nothing_of_postgres_and_of_flyway_only_the_first_time() throws IOException {
        Path database = folder.resolve("broker.db");

        assertThat(classesLoadedFor(database))
                .anyMatch(name -> name.startsWith("org.flywaydb."))
                .noneMatch(name -> name.startsWith("org.postgresql."));
        assertThat(classesLoadedFor(database))
                .contains("org.sqlite.core.NativeDB")
                .noneMatch(name -> name.startsWith("org.flywaydb.core.internal."))
                .noneMatch(name -> name.startsWith("org.postgresql."));
    }

    private static List<String> classesLoadedFor(Path database) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:stdout:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        database.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines().map(line -> line.replaceFirst(" .*", "")).toList();
    }

    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            try (Broker broker = Broker.open(Path.of(arguments[0]))) {
                new Client(broker.routes()).get("/");
            }
        }
    }
}
