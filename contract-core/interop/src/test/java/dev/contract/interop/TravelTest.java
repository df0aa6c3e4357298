package dev.contract.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of every writer, verified and served by who has to understand it. */
class TravelTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FILES = TARGET.resolve("contracts");
    private static final Path WRITERS = Path.of("src/test/resources/dev/contract/interop/writers.txt");

    /** {@code -Dinterop.cases=REGEX} tries the cases whose names hold a match. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("interop.cases", ""));

    private static PlayedProvider provider;
    private static Peer pactJvm;
    private static Peer pactJs;

    /** Who reads the files of a writer. */
    private static Map<String, List<Reader>> readers;

    @BeforeAll
    static void start() throws IOException {
        deleteAll(FILES);
        provider = PlayedProvider.start();
        OurReader we = new OurReader();
        OurWriter.write(FILES.resolve(we.name()));
        pactJvm = Peers.pactJvm(TARGET);
        pactJvm.write(FILES.resolve(pactJvm.name()));
        pactJs = Peers.pactJs(TARGET);
        pactJs.write(FILES.resolve(pactJs.name()));
        readers = Map.of(
                we.name(), List.of(we, pactJvm, pactJs),
                pactJvm.name(), List.of(we, pactJvm),
                pactJs.name(), List.of(we, pactJs));
    }

    @AfterAll
    static void end() throws IOException {
        pactJs.close();
        pactJvm.close();
        provider.close();
    }

    @TestFactory
    Stream<DynamicNode> our_files() {
        return travels("contract");
    }

    @TestFactory
    Stream<DynamicNode> files_of_pact_jvm() {
        return travels(Peers.PACT_JVM);
    }

    @TestFactory
    Stream<DynamicNode> files_of_pact_js() {
        return travels(Peers.PACT_JS);
    }

    /** A case that a writer has no longer is seen in the golden file; {@code -Dgolden.update} accepts the list as it is now. */
    @Test
    void no_case_is_lost() throws IOException {
        String written =
                Cases.ALL.stream().map(TravelTest::writersOf).sorted().collect(Collectors.joining("\n", "", "\n"));

        if (System.getProperty("golden.update") != null) {
            Files.writeString(WRITERS, written);
        }
        assertThat(written).as(WRITERS + " (accept it with -Dgolden.update)").isEqualTo(Files.readString(WRITERS));
    }

    @Test
    void every_deviation_is_tried() {
        List<Trial> trials = readers.keySet().stream()
                .flatMap(TravelTest::journeys)
                .flatMap(journey -> readers.get(journey.writer()).stream().flatMap(journey::trials))
                .toList();

        assertThat(Deviations.ALL).allSatisfy(deviation -> assertThat(trials).anyMatch(deviation::concerns));
    }

    /** {@code date  contract V3 V4, pact-jvm 4.7.5 V3 V4}. */
    private static String writersOf(Case subject) {
        return readers.keySet().stream()
                .sorted()
                .map(writer -> Stream.concat(
                                Stream.of(writer),
                                journeys(writer)
                                        .filter(journey -> journey.subject().equals(subject))
                                        .map(Journey::version))
                        .toList())
                .filter(writerAndVersions -> writerAndVersions.size() > 1)
                .map(writerAndVersions -> String.join(" ", writerAndVersions))
                .collect(Collectors.joining(", ", subject.name() + "  ", ""));
    }

    private static Stream<DynamicNode> travels(String writer) {
        return journeys(writer)
                .filter(journey -> ONLY.matcher(journey.subject().name()).find())
                .collect(Collectors.groupingBy(Journey::version, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(version -> dynamicContainer(
                        version.getKey(), version.getValue().stream().map(TravelTest::travel)));
    }

    private static Stream<Journey> journeys(String writer) {
        return children(FILES.resolve(writer)).stream()
                .flatMap(version -> children(version).stream().map(file -> journey(writer, version, file)));
    }

    private static Journey journey(String writer, Path version, Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        return new Journey(writer, version.getFileName().toString(), file, Cases.named(name), provider);
    }

    private static DynamicContainer travel(Journey journey) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("contract reads it", () -> assertThat(OurReader.problems(journey.file()))
                .filteredOn(problem -> journey.isServed() || !isOfServing(problem))
                .isEmpty()));
        for (Reader reader : readers.get(journey.writer())) {
            tests.add(dynamicTest(reader.name() + " verifies it", () -> journey.verify(reader)));
            if (journey.isServed()) {
                tests.add(dynamicTest(reader.name() + " serves it", () -> journey.serve(reader)));
            }
        }
        return dynamicContainer(journey.subject().name(), tests);
    }

    /** A status below 200 can be read and verified, but never be the answer of a stub. */
    private static boolean isOfServing(Problem problem) {
        return problem.code().equals("CONTRACT-HTTP");
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
