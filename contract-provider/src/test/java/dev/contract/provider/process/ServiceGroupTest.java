package dev.contract.provider.process;

import static dev.contract.provider.process.Fixture.command;
import static dev.contract.provider.process.Readiness.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.problem.ContractException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceGroupTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private static ServiceProcess.Builder script(String script) {
        return ServiceProcess.command(List.of("sh", "-c", script)).startLimit(FOR_EVER);
    }

    @Test
    void a_service_starts_after_those_it_speaks_of_and_stops_before_them() {
        Lines orders = new Lines();
        ServiceGroup shop = ServiceGroup.with(
                        "orders",
                        ServiceProcess.command(command("client", "{port}", "{users.url}/"))
                                .onOutput(orders))
                .with("users", ServiceProcess.command(command("serve", "{port}")))
                .start();
        ServiceProcess users = shop.service("users");

        shop.close();
        shop.close();

        assertThat(orders.await("begins")).isEqualTo("begins when the other answers 200");
        assertThat(orders.await("ends")).isEqualTo("ends when the other answers 200");
        assertThat(users.isAlive()).isFalse();
        assertThat(shop.service("orders").isAlive()).isFalse();
    }

    @Test
    void ports_of_others_are_filled_in_by_name() {
        ServiceProcess.Builder users =
                script("echo ready {port} {port:admin}; exec sleep 600").readyWhen(line("ready"));
        ServiceProcess.Builder web = script("echo \"$USERS\"; exec sleep 600")
                .environment("USERS", "{users.url} {users.port} {users.port:admin} {port}")
                .readyWhen(line("http"));

        try (ServiceGroup shop =
                ServiceGroup.with("users", users).with("web", web).start()) {
            ServiceProcess started = shop.service("users");
            assertThat(shop.service("web").output())
                    .containsExactly(started.url() + " " + started.port() + " " + started.port("admin") + " "
                            + shop.service("web").port());
        }
    }

    @Test
    void services_that_do_not_need_each_other_start_side_by_side(@TempDir Path directory) {
        ServiceProcess.Builder one =
                script("echo > one; exec sleep 600").directory(directory).readyWhen(Readiness.command("test -e two"));
        ServiceProcess.Builder two =
                script("echo > two; exec sleep 600").directory(directory).readyWhen(Readiness.command("test -e one"));

        try (ServiceGroup both = ServiceGroup.with("one", one).with("two", two).start()) {
            assertThat(both.service("one").isAlive()).isTrue();
            assertThat(both.service("two").isAlive()).isTrue();
        }
    }

    @Test
    void when_one_fails_nothing_of_the_group_stays_and_none_waits_in_vain() {
        Lines lines = new Lines();
        ServiceProcess.Builder ready =
                script("echo ready $$; exec sleep 600").readyWhen(line("ready")).onOutput(lines);
        ServiceProcess.Builder starting = script("echo starting $$; exec sleep 600")
                .readyWhen(line("never"))
                .onOutput(lines);
        ServiceProcess.Builder broken = script("echo no database; exit 3").readyWhen(line("never"));
        ServiceProcess.Builder unwanted =
                script("echo unwanted; exec sleep 600").readyWhen(line("unwanted"));

        ContractException failure = catchThrowableOfType(
                ContractException.class,
                ServiceGroup.with("ready", ready)
                        .with("starting", starting)
                        .with("broken", broken)
                        .dependsOn("ready")
                        .with("unwanted", unwanted)
                        .dependsOn("broken")::start);

        assertThat(failure).hasMessage("""
                CONTRACT-START  the service ended with exit code 3 before it was ready
                  where  broken: sh -c echo no database; exit 3
                  found  its last lines:
                           no database
                  mend   run the command by hand; it must stay in the foreground""");
        assertThat(List.of(lines.await(""), lines.await("")))
                .allSatisfy(line -> assertThat(ProcessHandle.of(Long.parseLong(line.replaceAll("\\D", "")))
                                .filter(ProcessHandle::isAlive))
                        .isEmpty());
    }

    @Test
    void an_interrupted_start_leaves_nothing() throws InterruptedException {
        Lines lines = new Lines();
        ServiceGroup.Builder group = ServiceGroup.with(
                "mute",
                script("echo pid $$; exec sleep 600").readyWhen(line("never")).onOutput(lines));
        ContractException[] failure = new ContractException[1];
        Thread starting = new Thread(() -> failure[0] = catchThrowableOfType(ContractException.class, group::start));
        starting.start();
        long pid = Long.parseLong(lines.await("pid ").substring("pid ".length()));

        starting.interrupt();
        starting.join();

        assertThat(failure[0]).hasMessage("CONTRACT-START  the work on a group of services was interrupted");
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void names_and_circles_are_checked_before_anything_runs() {
        ServiceProcess.Builder missing = ServiceProcess.command("no-such-program {port}");

        assertThatThrownBy(ServiceGroup.with("web", missing).dependsOn("users")::start)
                .hasMessageContaining("service \"web\" depends on a service that is not in its group: \"users\"");
        assertThatThrownBy(ServiceGroup.with("a", ServiceProcess.command("x {port} {b.url}"))
                        .with("b", ServiceProcess.command("x {port} {a.url}"))::start)
                .hasMessageContaining("found  a → b → a");
        assertThatThrownBy(() -> ServiceGroup.with("web", missing).with("web", missing))
                .hasMessage("""
                CONTRACT-START  not usable as the name of a service in a group
                  found  "web", for the second time
                  mend   take letters, digits, _ and -, and another name for each service""");
        assertThatThrownBy(() -> ServiceGroup.with("web shop", missing)).hasMessageContaining("found  \"web shop\"");
    }

    @Test
    void ports_that_others_do_not_have_are_told_all_at_once_before_anything_runs() {
        ServiceProcess.Builder job = script("exec no-such-program").readyWhen(line("never"));
        ServiceProcess.Builder web = ServiceProcess.command("no-such-program {port} {job.url} {job.port:admin}");
        ServiceProcess.Builder mail = ServiceProcess.command("no-such-program {port} {web.url} {web.port:admin}");

        assertThatThrownBy(ServiceGroup.with("job", job).with("web", web).with("mail", mail)::start)
                .hasMessage("""
                        CONTRACT-START  service "web" asks for {job.url}, which service "job" does not have
                          found  "job" takes no port
                          mend   put {port} into the command of "job", or correct {job.url}
                        CONTRACT-START  service "web" asks for {job.port:admin}, which service "job" does not have
                          found  "job" takes no port
                          mend   put {port:admin} into the command of "job", or correct {job.port:admin}
                        CONTRACT-START  service "mail" asks for {web.port:admin}, which service "web" does not have
                          found  "web" takes {port}
                          mend   put {port:admin} into the command of "web", or correct {web.port:admin}""");
    }

    @Test
    void a_name_that_is_not_there_is_refused() {
        try (ServiceGroup group = ServiceGroup.with(
                        "one", script("echo ready; exec sleep 600").readyWhen(line("ready")))
                .start()) {
            assertThatThrownBy(() -> group.service("two"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no service \"two\" in this group");
        }
    }
}
