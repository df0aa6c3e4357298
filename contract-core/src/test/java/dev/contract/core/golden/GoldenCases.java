package dev.contract.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of a test class: the folders in {@code src/test/resources/PACKAGE/cases}. {@code -Dgolden.update} accepts what comes out
 * instead of comparing it.
 */
public final class GoldenCases {
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    private GoldenCases() {}

    /**
     * A test per case.
     *
     * @param run from a case's folder to the texts that must stand in its files, by their names
     */
    public static Stream<DynamicTest> of(Class<?> test, Function<Path, Map<String, String>> run) {
        Path cases = Path.of("src/test/resources", test.getPackageName().replace('.', '/'), "cases");
        return folders(cases).stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), folder.toUri(), () -> check(folder, run.apply(folder))));
    }

    private static List<Path> folders(Path cases) {
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            if (UPDATE) {
                Files.writeString(file, text.getValue());
            }
            String expected = Files.exists(file) ? Files.readString(file) : "";
            assertThat(text.getValue())
                    .as(file + " (accept it with -Dgolden.update)")
                    .isEqualTo(expected);
        }
    }
}
