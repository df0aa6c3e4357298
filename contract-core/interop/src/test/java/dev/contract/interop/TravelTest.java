package dev.contract.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file of every writer, verified and served by who has to understand it. */
class TravelTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FILES = TARGET.resolve("contracts");

    private static PlayedProvider provider;
    private static PeerProcess pactJvm;
    private static PeerProcess pactJs;

    @BeforeAll
    static void start() throws IOException {
        deleteAll(FILES);
        provider = PlayedProvider.start();
        OurWriter.write(FILES.resolve("contract"));
        pactJvm = Peers.pactJvm(TARGET);
        pactJvm.write(FILES.resolve(pactJvm.name()));
        pactJs = Peers.pactJs(TARGET);
        pactJs.write(FILES.resolve(pactJs.name()));
    }

    @AfterAll
    static void end() throws IOException {
        pactJs.close();
        pactJvm.close();
        provider.close();
    }

    @TestFactory
    Stream<DynamicNode> our_files() throws IOException {
        return travels(new OurReader().name(), List.of(new OurReader(), pactJvm, pactJs));
    }

    @TestFactory
    Stream<DynamicNode> files_of_pact_jvm() throws IOException {
        return travels(pactJvm.name(), List.of(new OurReader(), pactJvm));
    }

    @TestFactory
    Stream<DynamicNode> files_of_pact_js() throws IOException {
        return travels(pactJs.name(), List.of(new OurReader(), pactJs));
    }

    private static Stream<DynamicNode> travels(String writer, List<Reader> readers) throws IOException {
        return children(FILES.resolve(writer)).stream()
                .map(version -> dynamicContainer(
                        version.getFileName().toString(),
                        children(version).stream().map(file -> travel(writer, version, file, readers))));
    }

    private static DynamicContainer travel(String writer, Path version, Path file, List<Reader> readers) {
        String name = file.getFileName().toString().replace(".json", "");
        Journey journey = new Journey(writer, version.getFileName().toString(), file, Cases.named(name), provider);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest(
                "contract reads it", () -> assertThat(OurReader.problems(file)).isEmpty()));
        for (Reader reader : readers) {
            tests.add(dynamicTest(reader.name() + " verifies it", () -> journey.verify(reader)));
            if (journey.isServed()) {
                tests.add(dynamicTest(reader.name() + " serves it", () -> journey.serve(reader)));
            }
        }
        return dynamicContainer(name, tests);
    }

    /** What an earlier run wrote proves nothing. */
    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
