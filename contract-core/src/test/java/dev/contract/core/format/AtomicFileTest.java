package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final int SIZE = 200_000;

    @TempDir
    Path folder;

    @Test
    void the_bytes_stand_in_the_file_and_nothing_beside_it() throws IOException {
        Path file = folder.resolve("a/b/contract.json");

        AtomicFile.write(file, new byte[] {1, 2, 3});
        AtomicFile.write(file, new byte[] {4});

        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(names(folder.resolve("a/b"))).containsExactly("contract.json");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        AtomicFile.write(link, new byte[] {2});

        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(new byte[] {2});
    }

    @Test
    void permissions_stay_as_they_were() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "this system has no POSIX permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        AtomicFile.write(file, new byte[] {2});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void what_cannot_be_written_leaves_everything_as_it_was() throws IOException {
        Path file =
                Files.createDirectories(folder.resolve("contract.json/inside")).getParent();

        assertThatThrownBy(() -> AtomicFile.write(file, new byte[] {1}))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("CONTRACT-WRITE  a file cannot be written\n  where  " + file + "\n  found  ")
                .hasMessageEndingWith("\n  mend   see that the folder exists, is writable and has room");

        assertThat(names(folder)).containsExactly("contract.json");
    }

    @Test
    void readers_never_see_a_part() throws Exception {
        Path file = folder.resolve("contract.json");
        AtomicFile.write(file, filled((byte) 0));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = IntStream.rangeClosed(1, 3)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> writeOften(file, (byte) writer)))
                    .toList();

            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                byte[] seen = Files.readAllBytes(file);
                assertThat(seen).isEqualTo(filled(seen[0]));
            }
            for (Future<?> writer : writers) {
                writer.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names(folder)).containsExactly("contract.json");
    }

    private static void writeOften(Path file, byte content) {
        for (int i = 0; i < 20; i++) {
            AtomicFile.write(file, filled(content));
        }
    }

    private static byte[] filled(byte content) {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, content);
        return bytes;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
