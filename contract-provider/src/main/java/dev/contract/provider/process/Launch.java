package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One attempt at running a service: from the free port to the end of its process tree. */
final class Launch {
    private static final String CODE = "CONTRACT-START";

    /** How programs of many languages say that their port was taken. */
    private static final Pattern PORT_TAKEN = Pattern.compile(
            "(?i)EADDRINUSE|address (already|is already) in use|BindException|port [^\\n]{0,40}(already )?in use");

    private final ServiceProcess.Builder settings;
    private final Ports ports;
    private final URI base;
    private final OutputTail output;
    private final @Nullable Watchdog watchdog;
    private final Process process;
    private final ProcessTree tree;
    private final Thread reader;
    private boolean stopped;

    /** A start that failed; tells whether another port may help. */
    private static final class FailedStart extends ContractException {
        private static final long serialVersionUID = 1;

        private final boolean portTaken;

        FailedStart(Problem problem, boolean portTaken) {
            super(problem);
            this.portTaken = portTaken;
        }
    }

    private Launch(ServiceProcess.Builder settings) {
        this.settings = settings;
        this.ports = Ports.chosenFor(settings.texts());
        this.base = settings.base(ports);
        this.output = new OutputTail(settings.listener);
        refuseOccupiedPort();
        this.watchdog = Watchdog.start();
        this.process = process();
        if (watchdog != null) {
            watchdog.watch(process.pid());
        }
        this.tree = new ProcessTree(process.toHandle());
        this.reader = output.follow(process.getInputStream());
    }

    /** A service that is ready. */
    static Launch of(ServiceProcess.Builder settings) {
        check(settings);
        try {
            return attempt(settings);
        } catch (FailedStart e) {
            if (e.portTaken) {
                return attempt(settings);
            }
            throw e;
        }
    }

    private static Launch attempt(ServiceProcess.Builder settings) {
        Launch launch = new Launch(settings);
        try {
            launch.awaitReady();
            launch.tree.look();
            return launch;
        } catch (ContractException | Error e) {
            launch.stop();
            throw e;
        }
    }

    private static void check(ServiceProcess.Builder settings) {
        if (settings.command.isEmpty()) {
            throw new ContractException(Problem.error(CODE, "the command that starts the service is empty")
                    .mend("write a program and its arguments, such as java -jar user-service.jar --port {port}"));
        }
        if (settings.url == null && settings.texts().stream().noneMatch(text -> text.contains("{port}"))) {
            throw new ContractException(Problem.error(CODE, "nobody tells the service its port")
                    .at(String.join(" ", settings.command))
                    .mend("put {port} where the service takes its port, in an argument or an environment variable,"
                            + " or give the URL at which it answers"));
        }
    }

    /** With a port that the user fixed: whoever answers there already would be taken for the service. */
    private void refuseOccupiedPort() {
        if (!ports.byName().containsValue(Readiness.port(base)) && Readiness.OPEN_PORT.obstacle(base) == null) {
            throw new ContractException(Problem.error(CODE, "something else answers where the service shall run")
                    .at(base.toString())
                    .mend("stop it, or let a free port be chosen: put {port} into the command and leave out the URL"));
        }
    }

    private Process process() {
        ProcessBuilder builder = new ProcessBuilder(ports.fillIn(settings.command));
        builder.redirectErrorStream(true);
        if (settings.directory != null) {
            builder.directory(settings.directory.toFile());
        }
        if (!settings.inheritsEnvironment) {
            builder.environment().clear();
        }
        settings.environment.forEach((name, value) -> builder.environment().put(name, ports.fillIn(value)));
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            if (watchdog != null) {
                watchdog.dismiss();
            }
            throw new ContractException(
                    Problem.error(CODE, "the command that starts the service cannot be run")
                            .at(display())
                            .found(String.valueOf(e.getMessage()))
                            .mend("check the program's name and the working directory"),
                    e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + settings.startLimit.toNanos();
        long pause = 5;
        for (String obstacle = settings.readiness.obstacle(base);
                obstacle != null;
                obstacle = settings.readiness.obstacle(base)) {
            if (System.nanoTime() > end) {
                throw new FailedStart(notReady(obstacle), false);
            }
            if (endsWithin(pause)) {
                throw died();
            }
            pause = Math.min(pause * 2, 50);
        }
        if (!process.isAlive()) {
            throw died();
        }
    }

    private boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException(
                    Problem.error(CODE, "the wait for the service was interrupted")
                            .at(display()),
                    e);
        }
    }

    private Problem notReady(String obstacle) {
        return Problem.error(CODE, "the service was not ready after " + seconds(settings.startLimit))
                .at(display())
                .found(obstacle + lastLines())
                .mend("make sure that it listens at port " + port() + ", or allow it more time");
    }

    private FailedStart died() {
        awaitOutput();
        int exitCode = process.exitValue();
        boolean portTaken = settings.url == null
                && (output.lines().stream()
                                .anyMatch(line -> PORT_TAKEN.matcher(line).find())
                        || Ports.isTaken(port()));
        Problem problem = Problem.error(CODE, "the service ended with exit code " + exitCode + " before it was ready")
                .at(display())
                .found(
                        output.lines().isEmpty()
                                ? "it wrote nothing"
                                : lastLines().strip())
                .mend("run the command by hand; it must stay in the foreground and listen at its port");
        return new FailedStart(problem, portTaken);
    }

    private String lastLines() {
        List<String> lines = output.lines();
        return lines.isEmpty() ? "\nit wrote nothing" : "\nits last lines:\n  " + String.join("\n  ", lines);
    }

    /** The process is gone; what it wrote may still be on its way. Its children may keep the pipe open, so not for ever. */
    private void awaitOutput() {
        try {
            reader.join(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String display() {
        return String.join(" ", ports.fillIn(settings.command));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    String url() {
        return base.toString();
    }

    int port() {
        return Readiness.port(base);
    }

    int port(String name) {
        Integer port = ports.byName().get(name);
        if (port == null) {
            throw new IllegalArgumentException("the command has no placeholder {port:" + name + "}");
        }
        return port;
    }

    String fillIn(String text) {
        return ports.fillIn(text);
    }

    long pid() {
        return process.pid();
    }

    /** Asked of the handle, as the tree does: a {@code Process} learns of its end on another thread, a little later. */
    boolean isAlive() {
        return process.toHandle().isAlive();
    }

    List<String> output() {
        return output.lines();
    }

    synchronized void stop() {
        if (!stopped) {
            stopped = true;
            tree.stop(settings.stopPatience);
            awaitOutput();
            if (watchdog != null) {
                watchdog.dismiss();
            }
        }
    }
}
