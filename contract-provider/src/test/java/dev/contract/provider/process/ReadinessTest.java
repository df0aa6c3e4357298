package dev.contract.provider.process;

import static dev.contract.provider.process.Fixture.command;
import static dev.contract.provider.process.Readiness.http;
import static dev.contract.provider.process.Readiness.line;
import static dev.contract.provider.process.Readiness.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);

    /** In which a shell has written its line, or a check has ended once, also where other builds run. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    /** A service without a port. */
    private static ServiceProcess.Builder script(String script) {
        return ServiceProcess.command(List.of("sh", "-c", script)).startLimit(FOR_EVER);
    }

    private static Problem problem(ServiceProcess.Builder service) {
        ContractException failure = catchThrowableOfType(ContractException.class, service::start);
        assertThat(failure).isNotNull();
        return failure.problems().get(0);
    }

    @Nested
    class OfALine {
        @Test
        void a_part_of_any_line_counts() {
            try (ServiceProcess worker = script("echo booting; echo '[main] Started in 0.3 s'; exec sleep 600")
                    .readyWhen(line("Started in \\d"))
                    .start()) {
                assertThat(worker.output()).containsExactly("booting", "[main] Started in 0.3 s");
            }
        }

        @Test
        void may_have_to_come_several_times() {
            assertThat(problem(script("echo ready; exec sleep 600")
                            .readyWhen(line("ready", 2).within(A_WHILE))))
                    .hasToString("""
                            CONTRACT-START  the service was not ready after 2 s
                              where  sh -c echo ready; exec sleep 600
                              found  1 of 2 lines of its output matches "ready"
                                     its last lines:
                                       ready
                              mend   correct the expression, or allow it more time""");
            try (ServiceProcess database = script("echo ready; echo ready; exec sleep 600")
                    .readyWhen(line("ready", 2))
                    .start()) {
                assertThat(database.isAlive()).isTrue();
            }
        }

        @Test
        void is_found_although_thousands_of_lines_follow_it() {
            try (ServiceProcess worker = script("echo ready; seq 5000; echo end; exec sleep 600")
                    .readyWhen(line("^ready$"), line("^end$"))
                    .start()) {
                assertThat(worker.output()).hasSize(100).doesNotContain("ready");
            }
        }

        @Test
        void no_expression_can_hang_the_wait() {
            assertThat(problem(script("echo " + "a".repeat(500) + "; exec sleep 600")
                                    .readyWhen(line("(.*a){12}b").within(Duration.ofMillis(500))))
                            .found())
                    .startsWith("no line of its output matches \"(.*a){12}b\"\n");
        }

        @Test
        void a_text_that_is_no_expression_is_refused() {
            assertThatThrownBy(() -> line("[")).hasMessage("""
                    CONTRACT-REGEX  not usable as a regular expression
                      found  "[": Unclosed character class at character 1""");
        }

        @Test
        void a_service_without_a_port_has_no_url() {
            try (ServiceProcess worker = script("echo ready; exec sleep 600")
                    .readyWhen(line("ready"))
                    .start()) {
                assertThatThrownBy(worker::url)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("the service has no URL: its command takes no {port}");
            }
        }
    }

    @Nested
    class OfACommand {
        @TempDir
        private Path directory;

        @Test
        void it_is_repeated_until_it_succeeds_where_the_service_runs_and_with_its_environment() {
            try (ServiceProcess worker = script("echo done > \"$FILE\"; exec sleep 600")
                    .environment("FILE", "started")
                    .directory(directory)
                    .readyWhen(Readiness.command("sh -c 'grep done \"$FILE\"'"))
                    .start()) {
                assertThat(worker.isAlive()).isTrue();
                assertThat(directory.resolve("started")).hasContent("done");
            }
        }

        @Test
        void its_exit_code_and_last_line_are_told_when_it_never_does() {
            assertThat(problem(script("exec sleep 600")
                            .readyWhen(Readiness.command("sh -c 'echo no response; exit 2'")
                                    .within(A_WHILE))))
                    .hasToString("""
                            CONTRACT-START  the service was not ready after 2 s
                              where  sh -c exec sleep 600
                              found  sh -c echo no response; exit 2 ends with exit code 2: no response
                                     it wrote nothing
                              mend   run this command by hand, or allow the service more time""");
        }

        @Test
        void one_that_is_not_there_is_told_at_once() {
            assertThat(problem(script("exec sleep 600").readyWhen(Readiness.command("no-such-check"))))
                    .satisfies(problem -> {
                        assertThat(problem.what())
                                .isEqualTo("the command that tells when the service is ready cannot be run");
                        assertThat(problem.where()).isEqualTo("no-such-check");
                    });
        }

        @Test
        void one_that_hangs_neither_outlives_the_service_nor_hides_its_death() throws IOException {
            Path pid = directory.resolve("pid");

            Problem problem = problem(script("while [ ! -s '" + pid + "' ]; do sleep 0.02; done; exit 7")
                    .readyWhen(Readiness.command("sh -c 'echo $$ > " + pid + "; exec sleep 600'")));

            assertThat(problem.what()).isEqualTo("the service ended with exit code 7 before it was ready");
            assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                            .filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    @Nested
    class OfPortAndHealth {
        @Test
        void a_port_with_a_name_is_waited_for() {
            try (ServiceProcess service = ServiceProcess.command(command("two-ports", "{port}", "{port:admin}"))
                    .readyWhen(port("admin"), http("/health"), http("http://127.0.0.1:{port:admin}/", 200))
                    .start()) {
                assertThat(service.isAlive()).isTrue();
            }
        }

        @Test
        void a_port_that_nobody_tells_the_service_is_refused() {
            assertThat(problem(
                            ServiceProcess.command("java -jar app.jar {port}").readyWhen(port(), port("admin"))))
                    .hasToString("""
                            CONTRACT-START  nobody tells the service its port
                              where  java -jar app.jar {port}
                              mend   put {port:admin} where the service takes its port, in an argument or an environment variable, \
                            or give the URL at which it answers""");
        }

        @Test
        void a_place_that_is_no_url_is_refused() {
            assertThat(problem(ServiceProcess.command("java -jar app.jar {port}")
                            .url("http://127.0.0.1:8080")
                            .readyWhen(http("ftp://127.0.0.1/"))))
                    .hasToString("""
                            CONTRACT-START  not usable as the URL of the service
                              found  "ftp://127.0.0.1/"
                              mend   write scheme, host and port, such as http://127.0.0.1:8080""");
        }
    }

    @Nested
    class OfSeveral {
        @Test
        void the_one_that_is_late_is_named_with_its_own_limit() {
            assertThat(problem(script("echo one; exec sleep 600")
                            .readyWhen(line("one"), line("two").within(A_WHILE), line("three"))))
                    .hasToString("""
                            CONTRACT-START  the service was not ready after 2 s
                              where  sh -c echo one; exec sleep 600
                              found  no line of its output matches "two"
                                     its last lines:
                                       one
                              mend   correct the expression, or allow it more time""");
        }

        @Test
        void the_limit_of_the_start_holds_for_those_without_one() {
            assertThat(problem(script("echo one; exec sleep 600")
                                    .startLimit(Duration.ofMillis(200))
                                    .readyWhen(line("one").within(FOR_EVER), line("two")))
                            .what())
                    .isEqualTo("the service was not ready after 200 ms");
        }

        @Test
        void the_death_of_the_service_ends_them_all() {
            assertThat(problem(script("echo no database >&2; exit 3")
                            .readyWhen(line("one"), line("two"), Readiness.command("sleep 600"))))
                    .hasToString("""
                            CONTRACT-START  the service ended with exit code 3 before it was ready
                              where  sh -c echo no database >&2; exit 3
                              found  its last lines:
                                       no database
                              mend   run the command by hand; it must stay in the foreground""");
        }
    }
}
