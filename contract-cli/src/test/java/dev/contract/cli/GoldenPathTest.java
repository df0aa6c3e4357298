package dev.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.readme.Readme;
import dev.contract.readme.Snippet;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From nothing to an answer as the README shows it, by a shell and in real processes: a broker, the sample service, and a command for each
 * step. Only the port is another one.
 */
class GoldenPathTest {
    private static final Readme STEPS = Readme.of("").section("## From nothing to an answer");
    private static final Path SAMPLE = Readme.root().resolve("samples/user-service");
    private static final String PORT = "9292";

    @TempDir
    private Path clone;

    @BeforeEach
    void build() throws IOException {
        writeLauncher();
        Path contracts = Files.createDirectories(clone.resolve("samples/contracts"));
        String contract = "order-service-user-service.json";
        Files.copy(Readme.root().resolve("samples/contracts").resolve(contract), contracts.resolve(contract));
        writeService(Files.createDirectories(clone.resolve("samples/user-service/target")));
    }

    /** The command line of this build, whether or not there is a jar of it yet. */
    private void writeLauncher() throws IOException {
        Path arguments = Files.writeString(
                clone.resolve("arguments"),
                "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
        Path launcher = Files.writeString(clone.resolve("contract"), """
                #!/bin/sh
                exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC '@%s' dev.contract.cli.Main "$@"
                """.formatted(arguments));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The sample service, which is built after this module: compiled here, with libraries that are here as well. */
    private void writeService(Path target) throws IOException {
        Path classes = Files.createDirectories(target.resolve("classes"));
        List<String> javac = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(SAMPLE.resolve("src/main/java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(javac::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, javac.toArray(String[]::new)))
                .isZero();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "dev.contract.samples.userservice.UserService");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Stream.concat(Stream.of(classes), libraries())
                        .map(path -> path.toUri().toString())
                        .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(target.resolve("user-service.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }

    private static Stream<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("jackson") || entry.contains("jspecify"))
                .map(Path::of);
    }

    @Test
    void takes_five_steps_and_ends_with_a_yes() throws Exception {
        Snippet steps = STEPS.snippets("sh").get(0);
        assertThat(steps.commands())
                .filteredOn(command -> command.startsWith("./contract "))
                .hasSize(5);
        assertThat(steps.lines()).hasSizeLessThanOrEqualTo(30);
        String port = free();
        Path out = clone.resolve("out");
        Path err = clone.resolve("err");
        ProcessBuilder shell = new ProcessBuilder(
                        "sh",
                        "-e",
                        "-c",
                        "trap 'kill $! && wait $! || true' EXIT\n"
                                + steps.text().replace(PORT, port))
                .directory(clone.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("PACT_BROKER_") || name.endsWith("_OPTIONS"));
        String java = System.getProperty("java.home");
        shell.environment().put("JAVA_HOME", java);
        shell.environment().put("PORT", port);
        shell.environment().merge("PATH", java + "/bin", (path, first) -> first + File.pathSeparator + path);

        int exitCode = shell.start().waitFor();

        assertThat(Files.readString(out, UTF_8).replace(port, PORT))
                .as(Files.readString(err, UTF_8))
                .contains(STEPS.snippets("text").get(0).text() + "\n");
        assertThat(exitCode).isZero();
    }

    private static String free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
