package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contract.readme.Readme;
import dev.contract.readme.Snippet;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The blocks for Maven and Gradle in the manual of the command line, pasted into a project of a user's and run. */
@EnabledIfSystemProperty(
        named = BuildToolsTest.REPOSITORY,
        matches = ".+",
        disabledReason = "needs a local repository of Maven that has this project in it, as .ci/run makes one, and "
                + "-Dinstalled.repository=DIR")
class BuildToolsTest {
    static final String REPOSITORY = "installed.repository";

    private static final Path BUILDS = Readme.root().resolve("contract-cli/src/test/builds");
    private static final Readme MANUAL = Readme.of("contract-cli").section("## In a build");
    private static final String HONOURED = "ok      order-service → user-service  1 interaction";
    private static final String BROKEN = "FAILED  order-service → user-service: a request for user user123";
    private static final String NO =
            "No: There is no version of order-service in production, and user-service 7f3c2a1 needs one";
    private static final String YES = "Yes: ";

    @TempDir
    private Path folder;

    private Path project;
    private Path broker;

    /** What a process left behind. */
    private record Ended(int exitCode, String output) {}

    @BeforeEach
    void copyTheUserService() throws IOException {
        broker = folder.resolve("broker.db");
        copy(BUILDS.resolve("user-service"));
    }

    private void copy(Path original) throws IOException {
        project = folder.resolve(original.getFileName());
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(original.resolve("build")))
                    .toList()) {
                Path copy = project.resolve(original.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void maven_runs_tests_and_commands() throws Exception {
        pastePom();
        List<String> commands = MANUAL.snippets("sh").get(1).commands();

        Ended verified = maven(commands.get(0));
        assertThat(verified.output()).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0", HONOURED);
        assertThat(verified.exitCode()).isZero();
        assertThat(project.resolve("target/contracts.xml")).isRegularFile();
        assertThat(maven(commands.get(1)).exitCode()).isZero();
        assertThat(maven(commands.get(2)).output()).contains(NO, "BUILD FAILURE");
        verifyAndDeployTheOrderService();
        assertThat(maven(commands.get(2)).output()).contains(YES, "BUILD SUCCESS");
    }

    @Test
    void maven_fails_with_the_command() throws Exception {
        pastePom();
        renameTheKey();

        Ended ended = maven("mvn verify -Dmaven.test.skip=true");

        assertThat(ended.output()).contains(BROKEN, "BUILD FAILURE");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void gradle_runs_tests_and_commands() throws Exception {
        pasteScript();
        compile("main", "");

        Ended verified = gradle("jar", "verifyContracts", "test");
        assertThat(verified.output()).contains(HONOURED, "JUnitPlatformTestFramework");
        assertThat(verified.exitCode()).isZero();
        String classPath = lastLine(verified);
        compile("test", classPath);
        assertThat(runTests(classPath, "com.example").output()).contains("2 tests passed");
        assertThat(project.resolve("build/contracts/user-service-order-service.json"))
                .isRegularFile();
        assertThat(gradle("publishContracts", "canIDeploy").output()).contains(NO, "non-zero exit value 1");
        verifyAndDeployTheOrderService();
        assertThat(gradle("canIDeploy"))
                .satisfies(ended -> assertThat(ended.output()).contains(YES))
                .extracting(Ended::exitCode)
                .isEqualTo(0);
    }

    @Test
    void gradle_runs_the_tests_of_the_sample() throws Exception {
        copy(Readme.root().resolve("samples/gradle-newsletter"));
        Files.delete(project.resolve("pom.xml"));

        String classPath = lastLine(gradle("test"));
        compile("main", classPath);
        compile("test", classPath);

        assertThat(runTests(classPath, "dev.contract.samples.newsletter").output())
                .contains("3 tests passed");
        assertThat(project.resolve("build/contracts/newsletter-user-service.json"))
                .isRegularFile();
    }

    private void pastePom() throws IOException {
        List<String> blocks = MANUAL.snippets("xml").stream().map(Snippet::text).toList();
        Path pom = project.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replaceFirst("<!-- dependencies: .* -->", quoted(blocks.subList(0, 2)))
                        .replaceFirst("<!-- plugins: .* -->", quoted(blocks.subList(2, 5))));
    }

    private static String quoted(List<String> blocks) {
        return Matcher.quoteReplacement(String.join("\n", blocks));
    }

    private void pasteScript() throws IOException {
        String script = MANUAL.snippets("groovy").get(0).text();
        Files.writeString(
                project.resolve("build.gradle"),
                script + "\njar { manifest { attributes 'Main-Class': 'com.example.UserService' } }\n");
    }

    private void renameTheKey() throws IOException {
        Path source = project.resolve("src/main/java/com/example/UserService.java");
        Files.writeString(source, Files.readString(source).replace("\"name\");", "\"full_name\");"));
    }

    /** What Gradle does by processes of its own. */
    private void compile(String sources, String classPath) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", classPath, "-d", project + "/build/classes/java/" + sources));
        try (Stream<Path> files = Files.walk(project.resolve("src/" + sources))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private void verifyAndDeployTheOrderService() throws IOException {
        HttpServer orders = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        orders.createContext("/orders", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        orders.start();
        try {
            String url = "http://127.0.0.1:" + orders.getAddress().getPort();
            contract("verify --provider order-service --publish --provider-version o1 --provider-branch main --url "
                    + url);
            contract("record-deployment --pacticipant order-service --version o1 --environment production");
        } finally {
            orders.stop(0);
        }
    }

    private void contract(String command) {
        assertThat(new Cli(folder)
                        .with("CONTRACT_BROKER_DATABASE", broker.toString())
                        .run(command.split(" ")))
                .extracting(Cli.Ended::exitCode)
                .isEqualTo(0);
    }

    private Ended maven(String command) throws Exception {
        return maven(project, command.split(" "));
    }

    private Ended maven(Path directory, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(1, List.of("--batch-mode", "--no-transfer-progress", repository()));
        return run(directory, command);
    }

    private static String repository() {
        return "-Dmaven.repo.local=" + System.getProperty(REPOSITORY);
    }

    private Ended gradle(String... tasks) throws Exception {
        Path classPath = folder.resolve("gradle.txt");
        if (!Files.exists(classPath)) {
            maven(BUILDS.resolve("gradle"), "mvn", "dependency:build-classpath", "-Dmdep.outputFile=" + classPath);
        }
        return java(Stream.concat(
                        Stream.of(
                                repository(),
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "-cp",
                                Files.readString(classPath),
                                BUILDS.resolve("gradle/GradleTasks.java").toString(),
                                project.toString(),
                                "7f3c2a1"),
                        Stream.of(tasks))
                .toArray(String[]::new));
    }

    private static String lastLine(Ended ended) {
        return ended.output().strip().replaceFirst("(?s).*\n", "");
    }

    private Ended runTests(String classPath, String tests) throws Exception {
        return java("-cp", classPath, BUILDS.resolve("gradle/RunTests.java").toString(), tests);
    }

    private Ended java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return run(project, command);
    }

    private Ended run(Path directory, List<String> command) throws Exception {
        File output = Files.createTempFile(folder, "output", ".txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().remove("PACT_BROKER_BASE_URL");
        builder.environment().put("CONTRACT_BROKER_DATABASE", broker.toString());
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(
                    String.join(" ", command) + " does not end:\n" + Files.readString(output.toPath()));
        }
        return new Ended(process.exitValue(), Files.readString(output.toPath()));
    }
}
