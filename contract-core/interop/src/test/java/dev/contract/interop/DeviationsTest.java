package dev.contract.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviationsTest {
    private static final String HEAD = "| tool | what it cannot do | what we do |";

    @Test
    void stand_in_the_manual_line_for_line() throws IOException {
        assertThat(tableOf(Path.of("../README.md")))
                .containsExactlyElementsOf(
                        Deviations.ALL.stream().map(DeviationsTest::row).toList());
    }

    private static String row(Deviation deviation) {
        return "| %s | %s | %s |".formatted(deviation.peer(), deviation.cannot(), deviation.remedy());
    }

    private static List<String> tableOf(Path manual) throws IOException {
        return Files.readString(manual)
                .lines()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
