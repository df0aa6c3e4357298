package dev.contract.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.readme.Readme;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher, with a program in place of the command line that tells how it was started. What speaks against the archive of classes may
 * cost time, but never a word or a command.
 */
class LauncherTest {
    private static final String WITH_ARCHIVE = "quick, with an archive: verify a b\n";
    private static final String WITHOUT = "quick, without: verify a b\n";

    @TempDir
    private static Path home;

    private static Path target;
    private static Path jar;
    private static Path archive;
    private static byte[] whole;

    /** What a process left behind. */
    private record Ended(int exitCode, String out, String err) {
        static Ended well(String out) {
            return new Ended(0, out, "");
        }
    }

    @BeforeAll
    static void makeAll() throws Exception {
        target = Files.createDirectories(home.resolve("contract-cli/target"));
        jar = target.resolve("contract.jar");
        Files.copy(Readme.root().resolve("contract"), home.resolve("contract"), StandardCopyOption.COPY_ATTRIBUTES);
        writeJar();
        assertThat(run(Map.of())).isEqualTo(Ended.well(WITH_ARCHIVE));
        archive = archives().get(0);
        whole = Files.readAllBytes(archive);
    }

    private static void writeJar() throws IOException {
        Path sources = Files.createDirectories(home.resolve("sources"));
        Path main = Files.writeString(sources.resolve("Main.java"), """
                package dev.contract.cli;

                import com.sun.management.HotSpotDiagnosticMXBean;
                import java.lang.management.ManagementFactory;

                class Main {
                    public static void main(String[] arguments) {
                        boolean archive = System.getProperty("java.vm.info").contains("sharing") && !is("SharedArchiveFile", "");
                        System.out.println((is("TieredStopAtLevel", "1") ? "quick, " : "lasting, ")
                                + (archive ? "with an archive: " : "without: ") + String.join(" ", arguments));
                    }

                    private static boolean is(String option, String value) {
                        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                                .getVMOption(option).getValue().equals(value);
                    }
                }
                """);
        Path rehearsal = Files.writeString(sources.resolve("Rehearsal.java"), """
                package dev.contract.cli;

                class Rehearsal {
                    public static void main(String[] arguments) {
                        Main.main(arguments);
                    }
                }
                """);
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", sources.toString(), main.toString(), rehearsal.toString());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.contract.cli.Main");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file, manifest)) {
            for (String name : List.of("dev/contract/cli/Main.class", "dev/contract/cli/Rehearsal.class")) {
                packed.putNextEntry(new JarEntry(name));
                Files.copy(sources.resolve(name), packed);
            }
        }
    }

    @BeforeEach
    void putTheArchiveBack() throws IOException {
        replaceArchive(whole);
    }

    private static void replaceArchive(byte[] bytes) throws IOException {
        Files.deleteIfExists(archive); // it is read-only
        Files.write(archive, bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1_000, 100_000})
    void an_archive_that_is_cut_short_is_passed_over(int length) throws Exception {
        replaceArchive(Arrays.copyOf(whole, length));

        assertThat(run(Map.of())).isEqualTo(Ended.well(WITHOUT));
        assertThat(archive).as("not tried again").hasSize(length);
    }

    @Test
    void what_is_no_archive_is_passed_over() throws Exception {
        replaceArchive("no archive ".repeat(100_000).getBytes(ISO_8859_1));

        assertThat(run(Map.of())).isEqualTo(Ended.well(WITHOUT));
    }

    @Test
    void the_archive_of_another_java_is_passed_over() throws Exception {
        String name = System.getProperty("java.vm.name");
        String other = new String(whole, ISO_8859_1).replaceFirst(name, name.toUpperCase(Locale.ROOT));
        replaceArchive(other.getBytes(ISO_8859_1));

        assertThat(run(Map.of())).isEqualTo(Ended.well(WITHOUT));
    }

    @Test
    void the_archive_of_another_jar_is_passed_over() throws Exception {
        FileTime time = Files.getLastModifiedTime(jar);
        try {
            Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));

            assertThat(run(Map.of())).isEqualTo(Ended.well(WITHOUT));
        } finally {
            Files.setLastModifiedTime(jar, time);
        }
    }

    @Test
    void an_archive_that_is_older_than_the_jar_is_made_anew() throws Exception {
        replaceArchive("of the jar before".getBytes(ISO_8859_1));
        Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));

        assertThat(run(Map.of())).isEqualTo(Ended.well(WITH_ARCHIVE));
        assertThat(archives()).containsExactly(archive);
    }

    @Test
    void two_at_once_make_it_side_by_side() throws Exception {
        Files.delete(archive);
        Process one = start(Map.of(), "verify", "a", "b");
        Process other = start(Map.of(), "verify", "a", "b");

        assertThat(List.of(ended(one), ended(other))).containsOnly(Ended.well(WITH_ARCHIVE));
        assertThat(archives()).containsExactly(archive);
    }

    @Test
    void where_none_can_be_written_commands_run_without() throws Exception {
        Files.delete(archive);
        Path programs = Files.createDirectories(home.resolve("programs"));
        script(programs.resolve("mktemp"), "echo 'mktemp: Read-only file system' >&2; exit 1");

        assertThat(run(Map.of("PATH", programs + File.pathSeparator + System.getenv("PATH"))))
                .isEqualTo(Ended.well(WITHOUT));
        assertThat(archives()).isEmpty();
    }

    @Test
    void a_java_without_archives_is_asked_for_one_only_once() throws Exception {
        Path javaHome = Files.createDirectories(home.resolve("other-java"));
        Path asked = javaHome.resolve("asked");
        script(Files.createDirectories(javaHome.resolve("bin")).resolve("java"), """
                case "$*" in
                    *Dump* | *:dump* | *Archive* | *-Xlog*) echo "$*" >>'%s'; echo 'Unrecognized option' >&2; exit 1 ;;
                esac
                exec '%s' "$@"
                """.formatted(
                        asked, Path.of(System.getProperty("java.home"), "bin/java")));
        Map<String, String> there = Map.of("JAVA_HOME", javaHome.toString());

        assertThat(run(there)).isEqualTo(Ended.well(WITHOUT));
        List<String> once = Files.readAllLines(asked);
        assertThat(run(there)).isEqualTo(Ended.well(WITHOUT));

        assertThat(Files.readAllLines(asked)).hasSize(2).isEqualTo(once);
        for (Path each : archives()) {
            if (!each.equals(archive)) {
                Files.delete(each);
            }
        }
    }

    @Test
    void another_collector_may_be_asked_for() throws Exception {
        Ended ended = run(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC"));

        assertThat(ended).isEqualTo(new Ended(0, WITH_ARCHIVE, "Picked up JAVA_TOOL_OPTIONS: -XX:+UseParallelGC\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "record", "stub"})
    void servers_are_started_to_last(String command) throws Exception {
        assertThat(ended(start(Map.of(), command, "--port", "0")))
                .isEqualTo(Ended.well("lasting, with an archive: " + command + " --port 0\n"));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Ended run(Map<String, String> variables) throws Exception {
        return ended(start(variables, "verify", "a", "b"));
    }

    private static Process start(Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("contract").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command);
        launcher.environment().keySet().removeIf(name -> name.endsWith("_OPTIONS"));
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        launcher.environment().putAll(variables);
        return launcher.start();
    }

    /** There is too little on either stream to fill it. */
    private static Ended ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    /** Whatever lies beside the jar. */
    private static List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> !file.equals(jar)).toList();
        }
    }
}
