package dev.contract.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve test classes in four processes of four threads each, all writing the same contracts.
 *
 * <p>The system property {@code contract.forks.runs} says how often; 2 times by default.
 */
class ParallelForksTest {
    private static final int RUNS = Integer.getInteger("contract.forks.runs", 2);
    private static final int FORKS = 4;

    @TempDir
    Path folder;

    @Test
    void lose_nothing_and_write_the_same_bytes_in_every_run() throws Exception {
        List<String> first = run(0);

        assertThat(ContractReader.readOrThrow("users", bytes(first.get(0))).interactions())
                .hasSize(Crowd.INTERACTIONS);
        assertThat(ContractReader.readOrThrow("mails", bytes(first.get(1))).interactions())
                .hasSize(Crowd.CLASSES + 1);
        for (int run = 1; run < RUNS; run++) {
            assertThat(run(run)).as("run %d", run).isEqualTo(first);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The two contracts of a run; every second run finds those of the run before. */
    private List<String> run(int number) throws Exception {
        Path contracts = folder.resolve("run" + number / 2);
        List<String> classes = new ArrayList<>(IntStream.rangeClosed(1, Crowd.CLASSES)
                .mapToObj(String::valueOf)
                .toList());
        Collections.shuffle(classes, new Random(number));
        List<Process> forks = new ArrayList<>();
        int share = Crowd.CLASSES / FORKS;
        for (int fork = 0; fork < FORKS; fork++) {
            forks.add(fork(contracts, number, classes.subList(fork * share, (fork + 1) * share)));
        }
        for (Process fork : forks) {
            assertThat(fork.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(fork.exitValue()).as(() -> output(number)).isZero();
        }
        return List.of(
                Files.readString(contracts.resolve("shop-users.json")),
                Files.readString(contracts.resolve("shop-mails.json")));
    }

    private Process fork(Path contracts, int run, List<String> classes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Crowd.class.getName(),
                contracts.toString()));
        command.addAll(classes);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(run).toFile()))
                .start();
    }

    private Path log(int run) {
        return folder.resolve("run" + run + ".log");
    }

    private String output(int run) {
        try {
            return Files.readString(log(run));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
