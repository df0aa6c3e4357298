package dev.contract.provider.process;

import static dev.contract.provider.process.Fixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.problem.ContractException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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
            ContractException failure = failure(ServiceProcess.command(command("serve", "{port}"))
                    .health("/health", 418)
                    .startLimit(Duration.ofMillis(800)));

            assertThat(failure.problems().get(0).found())
                    .matches("GET http://127.0.0.1:\\d+/health answers 200\nit wrote nothing");
        }

        @Test
        void a_program_that_is_not_there_is_reported_with_its_name() {
            ContractException failure = failure(ServiceProcess.command("no-such-program --port {port}"));

            assertThat(failure.problems().get(0).what()).isEqualTo("the command that starts the service cannot be run");
            assertThat(failure.problems().get(0).found()).contains("no-such-program");
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
            ProcessHandle child = ProcessHandle.of(
                            Long.parseLong(lines.await("child ").substring("child ".length())))
                    .orElseThrow();

            service.close();

            assertThat(service.isAlive()).isFalse();
            assertThat(child.isAlive()).isFalse();
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

        @Test
        void a_killed_verifier_leaves_no_service_behind() throws Exception {
            Process verifier = new ProcessBuilder(command("verifier"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = verifier.inputReader();
            ProcessHandle service =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();

            verifier.destroyForcibly();

            service.onExit().get(20, TimeUnit.SECONDS);
            child.onExit().get(20, TimeUnit.SECONDS);
            assertThat(service.isAlive()).isFalse();
            assertThat(child.isAlive()).isFalse();
        }
    }
}
