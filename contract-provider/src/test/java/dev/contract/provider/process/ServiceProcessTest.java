package dev.contract.provider.process;

import static dev.contract.provider.process.Fixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.problem.ContractException;
import dev.contract.provider.target.RawService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static String get(String url) throws IOException {
        try (InputStream body = URI.create(url).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ContractException failure(ServiceProcess.Builder service) {
        ContractException failure = catchThrowableOfType(ContractException.class, service::start);
        assertThat(failure).isNotNull();
        return failure;
    }

    @Nested
    class Starting {

        @Test
        void fills_the_port_into_an_argument_and_waits_until_it_is_open() throws IOException {
            try (ServiceProcess service =
                    ServiceProcess.command(command("serve", "{port}")).start()) {
                assertThat(service.url()).isEqualTo("http://127.0.0.1:" + service.port());
                assertThat(get(service.url())).isNotEmpty();
                assertThat(service.isAlive()).isTrue();
            }
        }

        @Test
        void fills_the_port_into_an_environment_variable_and_works_in_a_directory(@TempDir Path directory)
                throws IOException {
            ServiceProcess.Builder settings = ServiceProcess.command(command("serve-by-environment"))
                    .environment("SERVICE_PORT", "{port}")
                    .inheritEnvironment(false)
                    .directory(directory);

            try (ServiceProcess service = settings.start()) {
                assertThat(get(service.url())).isEqualTo(directory.toRealPath().toString());
            }
        }

        @Test
        void sees_the_environment_of_this_jvm_unless_told_otherwise() {
            ServiceProcess.Builder settings = ServiceProcess.command(
                            List.of("sh", "-c", "echo \"path $PATH\"; echo \"own $OWN\"; exec sleep 600"))
                    .environment("OWN", "1")
                    .readyWhen(Readiness.line("own"));

            try (ServiceProcess service = settings.start()) {
                assertThat(service.output()).containsExactly("path " + System.getenv("PATH"), "own 1");
            }
            try (ServiceProcess service = settings.inheritEnvironment(false).start()) {
                assertThat(service.output())
                        .doesNotContain("path " + System.getenv("PATH"))
                        .contains("own 1");
            }
        }

        @Test
        void waits_for_the_health_check() {
            Lines lines = new Lines();
            ServiceProcess.Builder settings = ServiceProcess.command(command("warm-up", "{port}"))
                    .health("/health")
                    .onOutput(lines);

            try (ServiceProcess service = settings.start()) {
                assertThat(lines.await("health check 3")).isEqualTo("health check 3");
                assertThat(service.output()).contains("health check 1", "health check 2", "health check 3");
            }
        }

        @Test
        void tries_another_port_when_the_first_was_taken(@TempDir Path directory) {
            Path marker = directory.resolve("started");

            try (ServiceProcess service = ServiceProcess.command(
                            command("port-taken-once", "{port}", marker.toString()))
                    .start()) {
                assertThat(service.isAlive()).isTrue();
            }
        }

        @Test
        void knows_further_ports_by_name() {
            try (ServiceProcess service = ServiceProcess.command(command("serve", "{port}", "{port:admin}"))
                    .start()) {
                assertThat(service.port("admin")).isPositive().isNotEqualTo(service.port());
            }
        }
    }

    @Nested
    class Failing {

        @Test
        void a_service_that_dies_is_reported_with_its_exit_code_and_its_last_hundred_lines() {
            ContractException failure =
                    failure(ServiceProcess.command(command("die", "{port}")).startLimit(Duration.ofHours(1)));

            List<String> lines = failure.getMessage().lines().toList();
            assertThat(lines.get(0))
                    .isEqualTo("CONTRACT-START  the service ended with exit code 3 before it was ready");
            assertThat(lines.get(1)).startsWith("  where  ").contains("Fixture die ");
            assertThat(lines.get(2)).isEqualTo("  found  its last lines:");
            assertThat(lines.get(3)).isEqualTo("           line 22");
            assertThat(lines.get(102)).isEqualTo("           no database");
            assertThat(lines.get(103))
                    .isEqualTo(
                            "  mend   run the command by hand; it must stay in the foreground and listen at its port");
        }

        @Test
        void the_last_lines_are_told_without_secrets_and_are_no_commands_of_a_build_server() {
            String script = "echo 'db.password=s3'cret; echo ' ::stop-commands::x'; exit 3";

            ContractException failure = failure(ServiceProcess.command(List.of("sh", "-c", script, "{port}")));

            assertThat(failure.problems().get(0).found())
                    .isEqualTo("its last lines:\n  db.password=***\n  |  ::stop-commands::x");
        }

        @Test
        void a_service_that_never_listens_is_stopped_after_the_time_limit() {
            List<String> output = new ArrayList<>();
            ContractException failure = failure(ServiceProcess.command(command("mute", "{port}"))
                    .startLimit(Duration.ofMillis(200))
                    .onOutput(output::add));

            assertThat(failure.problems().get(0).what()).isEqualTo("the service was not ready after 200 ms");
            assertThat(failure.problems().get(0).found())
                    .startsWith("nothing accepts connections at 127.0.0.1, port ")
                    .endsWith("\nit wrote nothing");
            assertThat(ProcessHandle.current().children())
                    .noneMatch(child -> child.info().commandLine().orElse("").contains("Fixture mute"));
        }

        @Test
        void an_unhealthy_service_is_reported_with_its_last_answer() {
            try (RawService health = new RawService((request, connection) -> connection.sendJson("{}"))) {
                ContractException failure = failure(ServiceProcess.command(List.of("sh", "-c", "exec sleep 600"))
                        .health(health.url() + "/health", 418)
                        .startLimit(Duration.ofSeconds(2)));

                assertThat(failure.problems().get(0).found())
                        .isEqualTo("GET " + health.url() + "/health answers 200\nit wrote nothing");
            }
        }

        @Test
        void a_program_that_is_not_there_is_reported_with_its_name() {
            ContractException failure = failure(ServiceProcess.command("no-such-program --port {port}"));

            assertThat(failure.problems().get(0).what()).isEqualTo("the command that starts the service cannot be run");
            assertThat(failure.problems().get(0).found()).contains("no-such-program");
        }

        @Test
        void a_variable_that_cannot_be_is_reported() {
            assertThat(failure(ServiceProcess.command("java {port}").environment("A=B", "1")))
                    .hasMessageContaining("  found  Invalid environment variable name: \"A=B\"\n");
        }

        @Test
        void a_port_with_a_name_that_cannot_be_is_refused() {
            assertThatThrownBy(() -> Readiness.port("a b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not usable as the name of a port: \"a b\"");
        }

        @Test
        void a_command_without_a_port_is_refused_before_anything_runs() {
            assertThat(failure(ServiceProcess.command("java -jar app.jar"))).hasMessage("""
                            CONTRACT-START  nobody tells the service its port
                              where  java -jar app.jar
                              mend   put {port} where the service takes its port, in an argument or an environment variable, \
                            or give the URL at which it answers""");
        }

        @Test
        void a_misspelt_placeholder_is_named_beside_the_right_one() {
            assertThat(failure(ServiceProcess.command("java -jar app.jar --port {prot}")))
                    .hasMessage("""
                            CONTRACT-START  nobody tells the service its port
                              where  java -jar app.jar --port {prot}
                              mend   did you mean {port} where {prot} stands? Otherwise put {port} where the service takes its port, in an argument or an environment variable, \
                            or give the URL at which it answers""");
        }

        @Test
        void a_fixed_port_where_somebody_else_answers_is_refused() throws IOException {
            try (ServerSocket other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
                String url = "http://127.0.0.1:" + other.getLocalPort();

                assertThat(failure(ServiceProcess.command("java -jar app.jar").url(url)))
                        .hasMessage("""
                                CONTRACT-START  something else answers where the service shall run
                                  where  %s
                                  mend   stop it, or let a free port be chosen: put {port} into the command and leave out the URL""".formatted(url));
            }
        }
    }

    @Nested
    class Stopping {

        @Test
        void ends_the_whole_process_tree() {
            Lines lines = new Lines();
            ServiceProcess service = ServiceProcess.command(command("parent", "{port}"))
                    .onOutput(lines)
                    .start();
            long child = Long.parseLong(lines.await("child ").substring("child ".length()));

            service.close();

            assertThat(service.isAlive()).isFalse();
            assertThat(isAlive(child)).isFalse();
        }

        @Test
        void forces_a_service_that_does_not_end_when_asked() {
            ServiceProcess service = ServiceProcess.command(command("stubborn", "{port}"))
                    .stopPatience(Duration.ofMillis(300))
                    .start();

            service.close();

            assertThat(service.isAlive()).isFalse();
        }

        @Test
        void closing_twice_does_nothing_more() {
            ServiceProcess service =
                    ServiceProcess.command(command("serve", "{port}")).start();

            service.close();
            service.close();

            assertThat(service.isAlive()).isFalse();
        }

        /** Three rounds in the ordinary build; {@code -Dprocess.rounds=200} for a long one. */
        @Test
        void neither_process_nor_port_stays_of_a_service_that_ignores_the_signal_and_has_a_child() {
            for (int round = 0; round < Integer.getInteger("process.rounds", 3); round++) {
                Lines lines = new Lines();
                ServiceProcess service = ServiceProcess.command(command("stubborn-parent", "{port}"))
                        .stopPatience(Duration.ofMillis(100))
                        .onOutput(lines)
                        .start();
                List<Long> processes = List.of(
                        service.pid(), Long.parseLong(lines.await("child ").substring("child ".length())));

                service.close();

                assertThat(processes).as("round %d", round).noneMatch(ServiceProcessTest::isAlive);
                assertThat(Ports.isTaken(service.port())).as("round %d", round).isFalse();
            }
        }

        @Test
        @EnabledOnOs(OS.LINUX)
        void ends_those_whose_parent_ended_before_them() {
            Lines lines = new Lines();
            ServiceProcess service = ServiceProcess.command(
                            List.of("sh", "-c", "(sleep 600 & echo stray $!); echo ready; exec sleep 600"))
                    .readyWhen(Readiness.line("ready"))
                    .onOutput(lines)
                    .start();
            long stray = Long.parseLong(lines.await("stray ").substring("stray ".length()));
            assertThat(isAlive(stray)).isTrue();

            service.close();

            assertThat(isAlive(stray)).isFalse();
        }

        @Test
        void an_interrupted_thread_forces_the_end_and_stays_interrupted() {
            ServiceProcess service = ServiceProcess.command(
                            List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 600; done"))
                    .readyWhen(Readiness.line("ready"))
                    .stopPatience(Duration.ofHours(1))
                    .start();

            Thread.currentThread().interrupt();
            service.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(service.isAlive()).isFalse();
        }
    }

    /** One that has ended and only waits for the init process to notice holds nothing but its number. */
    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && !LinuxProcesses.isZombie(process))
                .isPresent();
    }

    @Nested
    class WhenTheVerifierEnds {
        private Process verifier;
        private List<Long> started;

        private void run(String how, String kind, Map<String, String> environment) throws IOException {
            ProcessBuilder builder =
                    new ProcessBuilder(command(how, kind)).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            verifier = builder.start();
            BufferedReader said = verifier.inputReader();
            started = List.of(Long.parseLong(said.readLine()), Long.parseLong(said.readLine()));
        }

        private void assertNothingStays() throws Exception {
            for (long pid : started) {
                Optional<ProcessHandle> left = ProcessHandle.of(pid);
                if (left.isPresent()) {
                    left.get().onExit().get(20, TimeUnit.SECONDS);
                }
                assertThat(isAlive(pid)).isFalse();
            }
        }

        @Test
        void by_kill_9_no_service_stays_although_it_ignores_the_signal() throws Exception {
            run("verifier", "stubborn-parent", Map.of());

            verifier.destroyForcibly();

            assertNothingStays();
        }

        @Test
        void by_kill_9_where_there_is_no_shell_no_service_stays() throws Exception {
            run("verifier", "parent", Map.of("PATH", "/nowhere"));

            verifier.destroyForcibly();

            assertNothingStays();
        }

        @Test
        void by_a_signal_no_service_stays() throws Exception {
            run("verifier", "parent", Map.of());

            verifier.destroy();

            assertNothingStays();
        }

        @Test
        void by_itself_it_has_ended_the_services_before() throws Exception {
            run("verifier-that-ends", "parent", Map.of());

            verifier.waitFor();

            assertThat(started).noneMatch(ServiceProcessTest::isAlive);
        }

        @Test
        void by_itself_it_has_ended_a_group_the_other_way_round() throws IOException {
            verifier = new ProcessBuilder(command("verifier-of-a-group-that-ends"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();

            assertThat(verifier.inputReader().lines())
                    .containsExactly("begins when the other answers 200", "ends when the other answers 200");
        }
    }

    @Nested
    class Output {
        private static ServiceProcess.Builder script(String script) {
            return ServiceProcess.command(List.of("sh", "-c", script)).readyWhen(Readiness.line("ready"));
        }

        @Test
        void goes_to_a_file_and_to_every_listener(@TempDir Path directory) {
            Path file = directory.resolve("logs/service.log");
            List<String> heard = new CopyOnWriteArrayList<>();

            script("echo bööting; echo ready >&2; exec sleep 600")
                    .outputFile(file)
                    .onOutput(heard::add)
                    .start()
                    .close();

            assertThat(file).hasContent("bööting\nready\n");
            assertThat(heard).containsExactly("bööting", "ready");
        }

        @Test
        void is_bounded_however_much_is_written_in_one_line() {
            try (ServiceProcess service = script(
                            "head -c 10000000 /dev/zero | tr '\\0' x; echo; echo ready; exec sleep 600")
                    .start()) {
                assertThat(service.output()).hasSize(100).allMatch(line -> line.length() <= 2002);
            }
        }

        @Test
        void a_listener_that_fails_does_not_stop_the_service() {
            Logger logger = Logger.getLogger(OutputTail.class.getName());
            logger.setLevel(Level.OFF); // it warns on purpose
            try (ServiceProcess service = script("seq 100000; echo ready; exec sleep 600")
                    .onOutput(line -> {
                        throw new IllegalStateException(line);
                    })
                    .start()) {
                assertThat(service.output()).endsWith("ready");
            } finally {
                logger.setLevel(null);
            }
        }

        @Test
        void a_file_that_cannot_be_written_is_told_and_nothing_stays(@TempDir Path directory) {
            assertThat(failure(script("exec sleep 600").outputFile(directory)).getMessage())
                    .isEqualTo("""
                            CONTRACT-START  the file for the service's output cannot be written
                              where  %s
                              found  java.nio.file.FileSystemException: %s: Is a directory
                              mend   name another file""".formatted(directory, directory));
        }
    }

    @Nested
    class JavaAgents {
        @Test
        void watch_the_service_whatever_starts_its_jvm(@TempDir Path directory) throws IOException {
            Path jar = FixtureAgent.jar(
                    Files.createDirectory(directory.resolve("with blank")).resolve("agent.jar"));
            Lines lines = new Lines();

            try (ServiceProcess service = ServiceProcess.command(command("serve", "{port}"))
                    .javaAgent(jar, "port={port:agent},file=a b")
                    .onOutput(lines)
                    .start()) {
                assertThat(lines.await("agent told "))
                        .isEqualTo("agent told port=" + service.port("agent") + ",file=a b");
            }
        }

        @Test
        void of_this_jvm_are_passed_on(@TempDir Path directory) throws Exception {
            Path jar = FixtureAgent.jar(directory.resolve("agent.jar"));
            List<String> command = command("verifier-with-agents");
            command.add(1, "-javaagent:" + jar + "=both");

            Process verifier = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();

            assertThat(verifier.inputReader().lines().filter(line -> line.startsWith("agent")))
                    .containsExactly("agent told both", "agent told both");
            assertThat(verifier.waitFor()).isZero();
        }
    }

    @Nested
    class AsAResourceOfJUnit {
        @AutoClose
        private final ServiceProcess service =
                ServiceProcess.command(command("serve", "{port}")).start();

        @Test
        void it_takes_one_field() throws IOException {
            assertThat(get(service.url())).isNotEmpty();
        }
    }
}
