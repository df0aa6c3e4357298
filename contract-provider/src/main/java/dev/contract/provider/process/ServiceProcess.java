package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import java.lang.management.ManagementFactory;
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
 * <p>The end of this JVM, also by a signal or {@code kill -9}, ends the service with everything it started. To that end a variable {@code
 * CONTRACT_SERVICE_…} stands in its environment. Several services that need each other are a {@link ServiceGroup}. Thread-safe.
 */
public final class ServiceProcess implements AutoCloseable {
    private final Launch launch;

    ServiceProcess(Launch launch) {
        this.launch = launch;
    }

    /** A service of a command written as for a shell: words, quotes and backslashes, but nothing is expanded. */
    public static Builder command(String command) {
        return new Builder(ShellWords.split(command));
    }

    /** A service of a program and its arguments. */
    public static Builder command(List<String> command) {
        return new Builder(command);
    }

    /**
     * Where the service answers, without a slash at the end: {@code http://127.0.0.1:40123}.
     *
     * @throws IllegalStateException if the service takes no port
     */
    public String url() {
        return launch.url();
    }

    /**
     * The port of {@link #url()}.
     *
     * @throws IllegalStateException if the service takes no port
     */
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

        final List<Readiness> declared = new ArrayList<>();
        Duration startLimit = Duration.ofSeconds(30);
        Duration stopPatience = Duration.ofSeconds(5);
        final List<Consumer<String>> listeners = new ArrayList<>();

        @Nullable
        Path outputFile;

        /** What the variable of the JVM's options is to hold. */
        final List<String> agents = new ArrayList<>();

        /** Run when the process tree has been ended; may be empty. */
        List<String> afterwards = List.of();

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

        /**
         * What the service must show before it counts as started: all of these, and of further calls. Without any, connections must be
         * accepted at its port. A service that needs no port of {@code {port}} has no URL.
         */
        public Builder readyWhen(Readiness... all) {
            declared.addAll(List.of(all));
            return this;
        }

        /** Waits until {@code GET} of this path answers with a status from 200 to 299: {@code readyWhen(http(path))}. */
        public Builder health(String path) {
            return readyWhen(Readiness.http(path));
        }

        /** Waits until {@code GET} of this path answers with exactly this status: {@code readyWhen(http(path, status))}. */
        public Builder health(String path, int status) {
            return readyWhen(Readiness.http(path, status));
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

        /** Called with every line the service writes, on another thread; may be repeated. One that throws is called no more. */
        public Builder onOutput(Consumer<String> line) {
            listeners.add(line);
            return this;
        }

        /** Also writes every line into a file, begun anew at each start. */
        public Builder outputFile(Path file) {
            this.outputFile = file;
            return this;
        }

        /**
         * Lets a Java agent watch the service, JaCoCo's for example, whatever starts its JVM: it is told by the variable {@code
         * JAVA_TOOL_OPTIONS}.
         *
         * @param options what the agent is told after the equals sign, {@code {port:name}} filled in; may be empty
         */
        public Builder javaAgent(Path jar, String options) {
            return agent("-javaagent:" + jar.toAbsolutePath() + (options.isEmpty() ? "" : "=" + options));
        }

        /** Lets the Java agents that watch this JVM watch the service, too: what it runs counts among the coverage of the test. */
        public Builder inheritJavaAgents() {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("-javaagent:"))
                    .forEach(this::agent);
            return this;
        }

        private Builder agent(String option) {
            boolean hasBlanks = option.chars().anyMatch(Character::isWhitespace);
            char quote = option.indexOf('"') < 0 ? '"' : '\'';
            agents.add(hasBlanks ? quote + option + quote : option);
            return this;
        }

        /**
         * Starts the service and waits until it is ready.
         *
         * @throws ContractException if the command cannot be run, ends, or is not ready in time; with the service's last lines. Nothing of
         *     it runs any more then.
         */
        public ServiceProcess start() {
            return new ServiceProcess(Launch.of(this, Membership.NONE));
        }

        /** Every text in which a placeholder may stand. */
        List<String> texts() {
            List<String> texts = told();
            texts.addAll(asked());
            return texts;
        }

        /** The texts that reach the service. */
        List<String> told() {
            List<String> texts = new ArrayList<>(command);
            texts.addAll(environment.values());
            texts.addAll(agents);
            return texts;
        }

        /** The texts by which it is reached. */
        List<String> asked() {
            List<String> texts = new ArrayList<>();
            readiness().forEach(each -> texts.addAll(each.texts()));
            String address = address();
            if (address != null) {
                texts.add(address);
            }
            return texts;
        }

        List<Readiness> readiness() {
            return declared.isEmpty() ? List.of(Readiness.port()) : declared;
        }

        /** Where the service answers; null when it is told no port, and nobody asks. */
        @Nullable
        String address() {
            if (url != null) {
                return url;
            }
            boolean isAsked = readiness().stream().anyMatch(Readiness::needsAddress);
            return isAsked || Ports.names(told()).contains("") ? Readiness.ADDRESS : null;
        }
    }
}
