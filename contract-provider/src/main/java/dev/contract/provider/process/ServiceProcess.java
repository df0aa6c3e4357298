package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A service under test that runs as a process of its own.
 *
 * <pre>{@code
 * try (ServiceProcess service = ServiceProcess.command("java -jar user-service.jar --port {port}")
 *         .health("/health")
 *         .start()) {
 *     // service.url() is http://127.0.0.1:40123
 * }
 * }</pre>
 *
 * <p>{@code {port}} in an argument or in the value of an environment variable becomes a free port; further ports have names, {@code
 * {port:admin}}. When the port was snatched by somebody else between choosing and binding, the start is tried once more with another.
 *
 * <p>The end of this JVM, also by a signal, ends the service; so does {@code kill -9} where there is a POSIX shell. Thread-safe.
 */
public final class ServiceProcess implements AutoCloseable {
    private final Launch launch;
    private final Thread hook;

    ServiceProcess(Launch launch) {
        this.launch = launch;
        this.hook = new Thread(launch::stop, "contract-service-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A service of a command written as for a shell: words, quotes and backslashes, but nothing is expanded. */
    public static Builder command(String command) {
        return new Builder(ShellWords.split(command));
    }

    /** A service of a program and its arguments. */
    public static Builder command(List<String> command) {
        return new Builder(command);
    }

    /** Where the service answers, without a slash at the end: {@code http://127.0.0.1:40123}. */
    public String url() {
        return launch.url();
    }

    /** The port of {@link #url()}. */
    public int port() {
        return launch.port();
    }

    /**
     * The port that was filled in for {@code {port:name}}.
     *
     * @throws IllegalArgumentException if the command has no such placeholder
     */
    public int port(String name) {
        return launch.port(name);
    }

    /** A text in which {@code {port}} and {@code {port:name}} are filled in as they were in the command; others stay as they are. */
    public String fillIn(String text) {
        return launch.fillIn(text);
    }

    /** The process id of the command itself. */
    public long pid() {
        return launch.pid();
    }

    /** Whether the command still runs. */
    public boolean isAlive() {
        return launch.isAlive();
    }

    /** The last lines, 100 at the most, of what the service wrote so far. */
    public List<String> output() {
        return launch.output();
    }

    /** Asks the service and everything it started to end, waits, and ends by force what is left. Closing twice does nothing more. */
    @Override
    public void close() {
        launch.stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook is running or has run.
        }
    }

    /** How to start a service. One thread at a time. */
    public static final class Builder {
        final List<String> command;
        final Map<String, String> environment = new LinkedHashMap<>();
        boolean inheritsEnvironment = true;

        @Nullable
        Path directory;

        @Nullable
        String url;

        Readiness readiness = Readiness.OPEN_PORT;
        Duration startLimit = Duration.ofSeconds(30);
        Duration stopPatience = Duration.ofSeconds(5);
        Consumer<String> listener = line -> {};

        private Builder(List<String> command) {
            this.command = List.copyOf(command);
        }

        /** Sets an environment variable; {@code {port}} in the value becomes the port. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Whether the service sees the environment of this JVM, too; it does unless told otherwise. */
        public Builder inheritEnvironment(boolean inherit) {
            this.inheritsEnvironment = inherit;
            return this;
        }

        /** The working directory; that of this JVM unless told otherwise. */
        public Builder directory(Path path) {
            this.directory = path;
            return this;
        }

        /**
         * Where the service answers, for one that has a fixed port, a base path or another scheme; {@code {port}} is filled in. Without
         * it: {@code http://127.0.0.1:{port}}.
         */
        public Builder url(String base) {
            this.url = base;
            return this;
        }

        /** Waits until {@code GET} of this path answers with a status from 200 to 299, and not only for the port. */
        public Builder health(String path) {
            return health(path, 0);
        }

        /** Waits until {@code GET} of this path answers with exactly this status. */
        public Builder health(String path, int status) {
            this.readiness = new Readiness(path, status);
            return this;
        }

        /** How long the service may take until it is ready; 30 seconds unless told otherwise. */
        public Builder startLimit(Duration limit) {
            this.startLimit = limit;
            return this;
        }

        /** How long the service may take to end when asked, before it is forced; 5 seconds unless told otherwise. */
        public Builder stopPatience(Duration patience) {
            this.stopPatience = patience;
            return this;
        }

        /** Called with every line the service writes, on another thread. */
        public Builder onOutput(Consumer<String> line) {
            this.listener = line;
            return this;
        }

        /**
         * Starts the service and waits until it is ready.
         *
         * @throws ContractException if the command cannot be run, ends, or is not ready in time; with the service's last lines. Nothing of
         *     it runs any more then.
         */
        public ServiceProcess start() {
            return new ServiceProcess(Launch.of(this));
        }

        /** Every text in which a placeholder may stand. */
        List<String> texts() {
            List<String> texts = new ArrayList<>(command);
            texts.addAll(environment.values());
            if (url != null) {
                texts.add(url);
            }
            return texts;
        }

        URI base(Ports ports) {
            String base = url != null ? url : "http://127.0.0.1:{port}";
            String filled = ports.fillIn(base);
            return URI.create(filled.endsWith("/") ? filled.substring(0, filled.length() - 1) : filled);
        }
    }
}
