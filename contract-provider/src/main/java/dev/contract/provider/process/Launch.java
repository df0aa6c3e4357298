package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One attempt at running a service: from the free port to the end of its process tree. */
final class Launch {
    private static final Logger LOG = System.getLogger(Launch.class.getName());
    private static final long CLEANING_SECONDS = 10;

    /** How programs of many languages say that their port was taken. */
    private static final Pattern PORT_TAKEN =
            Pattern.compile("(?i)EADDRINUSE|address (already|is already) in use|BindException|port is already allocated"
                    + "|port [^\\n]{0,40}(already )?in use");

    private final ServiceProcess.Builder settings;
    private final Site site;
    private final Waiting waiting;
    private final @Nullable OutputFile file;
    private final @Nullable Watchdog watchdog;
    private final Process process;
    private final ProcessTree tree;
    private final Thread reader;
    private final Thread hook = new Thread(this::stop, "contract-service-stop");
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

    private Launch(ServiceProcess.Builder settings, Membership membership) {
        this.settings = settings;
        this.site = Site.chosenFor(settings, membership);
        this.waiting = waiting();
        settings.listeners.forEach(site.output()::tell);
        refuseOccupiedPort();
        this.file = settings.outputFile == null ? null : OutputFile.open(settings.outputFile);
        if (file != null) {
            site.output().tell(file);
        }
        this.watchdog = Watchdog.start(site.mark(), site.fillIn(settings.afterwards));
        this.process = process();
        if (watchdog != null) {
            watchdog.watch(process.pid());
        }
        this.tree = new ProcessTree(() -> LinuxProcesses.marked(site.mark()));
        tree.add(process.toHandle());
        this.reader = site.output().follow(process.getInputStream());
        if (membership.isAlone()) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /** A service that is ready. */
    static Launch of(ServiceProcess.Builder settings, Membership membership) {
        try {
            return attempt(settings, membership);
        } catch (FailedStart e) {
            if (e.portTaken) {
                return attempt(settings, membership);
            }
            throw e;
        }
    }

    private static Launch attempt(ServiceProcess.Builder settings, Membership membership) {
        Launch launch = new Launch(settings, membership);
        try {
            launch.awaitReady();
            launch.tree.look();
            return launch;
        } catch (RuntimeException | Error e) {
            launch.stop();
            throw e;
        }
    }

    private Waiting waiting() {
        Waiting all = new Waiting(settings.startLimit);
        settings.readiness().forEach(each -> all.add(each.at(site), each.limit()));
        return all;
    }

    /** With a port that the user fixed: whoever answers there already would be taken for the service. */
    private void refuseOccupiedPort() {
        URI base = site.base();
        if (base != null
                && !site.ports().byName().containsValue(PortProbe.port(base))
                && PortProbe.of(base).obstacle() == null) {
            throw new ContractException(Problem.error(Site.CODE, "something else answers where the service shall run")
                    .at(base.toString())
                    .mend("stop it, or let a free port be chosen: put {port} into the command and leave out the URL"));
        }
    }

    private Process process() {
        try {
            Process started = site.service().start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            release();
            throw new ContractException(
                    Problem.error(Site.CODE, "the command that starts the service cannot be run")
                            .at(site.display())
                            .found(String.valueOf(e.getMessage()))
                            .mend("check the program's name and the working directory"),
                    e);
        }
    }

    private void awaitReady() {
        try {
            Optional<Waiting.Late> late = waiting.await(process);
            if (!process.isAlive()) {
                throw died();
            }
            if (late.isPresent()) {
                throw new FailedStart(notReady(late.get()), false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException(
                    Problem.error(Site.CODE, "the wait for the service was interrupted")
                            .at(site.display()),
                    e);
        }
    }

    private Problem notReady(Waiting.Late late) {
        return Problem.error(Site.CODE, "the service was not ready after " + seconds(late.limit()))
                .at(site.display())
                .found(late.obstacle() + lastLines())
                .mend(late.mend());
    }

    private FailedStart died() {
        awaitOutput();
        Problem problem = Problem.error(
                        Site.CODE, "the service ended with exit code " + process.exitValue() + " before it was ready")
                .at(site.display())
                .found(lastLines().strip())
                .mend("run the command by hand; it must stay in the foreground"
                        + (site.base() == null ? "" : " and listen at its port"));
        return new FailedStart(problem, portWasTaken());
    }

    private boolean portWasTaken() {
        return settings.url == null
                && site.base() != null
                && (output().stream().anyMatch(line -> PORT_TAKEN.matcher(line).find()) || Ports.isTaken(port()));
    }

    private String lastLines() {
        List<String> lines = output();
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

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    String url() {
        return site.address().toString();
    }

    int port() {
        return PortProbe.port(site.address());
    }

    int port(String name) {
        Integer port = site.ports().byName().get(name);
        if (port == null) {
            throw new IllegalArgumentException("the command has no placeholder " + Ports.placeholder(name));
        }
        return port;
    }

    String fillIn(String text) {
        return site.fillIn(text);
    }

    long pid() {
        return process.pid();
    }

    /** Asked of the handle, as the tree does: a {@code Process} learns of its end on another thread, a little later. */
    boolean isAlive() {
        return process.toHandle().isAlive();
    }

    List<String> output() {
        return site.output().lines();
    }

    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        tree.stop(settings.stopPatience);
        awaitOutput();
        cleanUp();
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook is running or has run.
        }
    }

    /** Removes what is no process of ours: a container that outlives its command. */
    private void cleanUp() {
        if (settings.afterwards.isEmpty()) {
            return;
        }
        try {
            Process cleaning = site.processBuilder(site.fillIn(settings.afterwards))
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (!cleaning.waitFor(CLEANING_SECONDS, TimeUnit.SECONDS)) {
                cleaning.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "not run: " + String.join(" ", settings.afterwards), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        if (watchdog != null) {
            watchdog.dismiss();
        }
        if (file != null) {
            file.close();
        }
    }
}
