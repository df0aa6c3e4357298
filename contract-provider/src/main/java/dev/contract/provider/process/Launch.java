package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
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
    private final StartProblems problems;
    private final Waiting waiting;
    private final @Nullable OutputFile file;
    private final @Nullable Watchdog watchdog;
    private final Process process;
    private final ProcessTree tree;
    private final Thread reader;
    private final Thread hook = new Thread(this::stop, "contract-service-stop");
    private boolean stopped;

    /** A start that may succeed with another port. */
    private static final class PortTaken extends ContractException {
        private static final long serialVersionUID = 1;

        PortTaken(Problem problem) {
            super(problem);
        }
    }

    private Launch(ServiceProcess.Builder settings, Membership membership) {
        this.settings = settings;
        this.site = Site.chosenFor(settings, membership);
        this.problems = new StartProblems(site);
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
        } catch (PortTaken e) {
            return attempt(settings, membership);
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

    private void refuseOccupiedPort() {
        URI base = site.base();
        if (base != null
                && !site.ports().byName().containsValue(PortProbe.port(base))
                && PortProbe.of(base).obstacle() == null) {
            throw new ContractException(problems.occupied());
        }
    }

    private Process process() {
        try {
            Process started = site.service().start();
            started.getOutputStream().close();
            return started;
        } catch (IOException | IllegalArgumentException e) {
            release();
            throw new ContractException(problems.cannotRun(e), e);
        }
    }

    private void awaitReady() {
        try {
            Optional<Waiting.Late> late = waiting.await(process);
            if (!process.isAlive()) {
                throw died();
            }
            if (late.isPresent()) {
                throw new ContractException(problems.late(late.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException(problems.interrupted(), e);
        }
    }

    private ContractException died() {
        awaitOutput();
        Problem problem = problems.died(process.exitValue());
        return portWasTaken() ? new PortTaken(problem) : new ContractException(problem);
    }

    private boolean portWasTaken() {
        return settings.url == null
                && site.base() != null
                && (output().stream().anyMatch(line -> PORT_TAKEN.matcher(line).find()) || Ports.isTaken(port()));
    }

    /** The process is gone; what it wrote may still be on its way. Its children may keep the pipe open, so not for ever. */
    private void awaitOutput() {
        try {
            reader.join(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
