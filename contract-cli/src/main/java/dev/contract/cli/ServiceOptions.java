package dev.contract.cli;

import dev.contract.provider.process.Readiness;
import dev.contract.provider.process.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the provider runs, or how to start it. */
@Command
final class ServiceOptions {
    @Option(names = "--url", paramLabel = "URL", order = 2, description = "Where the provider runs.")
    private @Nullable String url;

    @Option(
            names = "--start",
            paramLabel = "COMMAND",
            order = 3,
            description =
                    "Start the provider with this command and stop it afterwards. {port} becomes a free port; --url"
                            + " is needed only where the provider does not answer at http://127.0.0.1:{port}.")
    private @Nullable String command;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            order = 4,
            description = "A variable for the started provider, with {port} if it takes its port so. May be repeated.")
    private List<String> variables = new ArrayList<>();

    @Option(names = "--clean-env", order = 5, description = "The started provider sees only the variables of --env.")
    private boolean cleanEnvironment;

    @Option(
            names = "--start-directory",
            paramLabel = "DIR",
            order = 5,
            description = "Where the provider is started. Default: the working directory.")
    private @Nullable String directory;

    @Option(
            names = "--health",
            paramLabel = "PATH",
            order = 5,
            description = "Wait until GET of this path succeeds, and not only for the port.")
    private @Nullable String health;

    @Option(
            names = "--health-status",
            paramLabel = "STATUS",
            order = 5,
            description = "The status that --health waits for. Default: any from 200 to 299.")
    private @Nullable Integer healthStatus;

    @Option(
            names = "--ready-line",
            paramLabel = "REGEX",
            order = 5,
            description = "Wait until a line that the provider writes contains this. May be repeated.")
    private List<String> readyLines = new ArrayList<>();

    @Option(
            names = "--ready-command",
            paramLabel = "COMMAND",
            order = 5,
            description = "Wait until this command succeeds, with {port} filled in. May be repeated.")
    private List<String> readyCommands = new ArrayList<>();

    @Option(
            names = "--start-limit",
            paramLabel = "SECONDS",
            order = 6,
            description = "How long the provider may take to start. Default: 30.")
    private int startLimit = 30;

    @Option(
            names = "--stop-patience",
            paramLabel = "SECONDS",
            order = 6,
            description = "How long the provider may take to end when asked, before it is forced. Default: 5.")
    private int stopPatience = 5;

    @Option(
            names = "--service-log",
            paramLabel = "FILE",
            order = 6,
            description = "Also write what the provider writes into this file.")
    private @Nullable String log;

    @Option(
            names = "--java-agent",
            paramLabel = "JAR[=OPTIONS]",
            order = 6,
            description = "Let a Java agent watch the started provider, JaCoCo's for example. May be repeated.")
    private List<String> agents = new ArrayList<>();

    /** A service that runs; closing it stops only what was started here. */
    interface Service extends AutoCloseable {
        String url();

        /** A text with the ports filled in that were chosen for the service. */
        String fillIn(String text);

        /** Starts it anew, at the same address; empty when it was not started here. */
        Optional<Runnable> restart();

        /** What it wrote last; nothing of a service that was not started here. */
        List<String> output();

        @Override
        void close();
    }

    /** The service as far as it is known before it runs: enough to check everything else. */
    Service expected() {
        return new Running(url == null || url.contains("{port") ? "http://127.0.0.1" : url);
    }

    /**
     * Whether the options go together.
     *
     * @throws WrongUsage if they do not
     */
    void check() {
        if (url == null && command == null) {
            throw new WrongUsage("say where the provider runs with --url, or how to start it with --start");
        }
        if (healthStatus != null && health == null) {
            throw new WrongUsage("--health-status belongs to --health");
        }
        List<String> strays = startOptions();
        addOption(strays, "--service-log", log);
        if (command == null && !strays.isEmpty()) {
            throw new WrongUsage(strays.get(0) + " belongs to --start");
        }
        if (startLimit < 1 || stopPatience < 0) {
            throw new WrongUsage("--start-limit is at least 1, --stop-patience at least 0");
        }
    }

    /** @throws WrongUsage if a URL names a port that nobody chooses */
    void checkPort(String option, @Nullable String address) {
        if (address != null && address.contains("{port") && command == null) {
            throw new WrongUsage(
                    "{port} in " + option + " is the port that --start chooses: without --start, write the port");
        }
    }

    Service open(Surroundings surroundings) {
        return command == null
                ? new Running(String.valueOf(url))
                : new Started(
                        process(command, surroundings, UnaryOperator.identity()).start(), surroundings);
    }

    /** How a later command reaches the service: one that was started here has gone with its port, but can be started again. */
    List<String> replayOptions() {
        List<String> words = new ArrayList<>();
        addOption(words, "--url", url);
        addOption(words, "--start", command);
        words.addAll(startOptions());
        return words;
    }

    /** The options that say how to start, as far as they were given; limits and logs are no part of that. */
    private List<String> startOptions() {
        List<String> words = new ArrayList<>();
        variables.forEach(variable -> addOption(words, "--env", variable));
        if (cleanEnvironment) {
            words.add("--clean-env");
        }
        addOption(words, "--start-directory", directory);
        addOption(words, "--health", health);
        addOption(words, "--health-status", healthStatus == null ? null : healthStatus.toString());
        readyLines.forEach(regex -> addOption(words, "--ready-line", regex));
        readyCommands.forEach(check -> addOption(words, "--ready-command", check));
        agents.forEach(agent -> addOption(words, "--java-agent", agent));
        return words;
    }

    /** Adds an option that was given. */
    static void addOption(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.addAll(List.of(name, value));
        }
    }

    /** @param filled fills in what is settled already */
    private ServiceProcess.Builder process(String start, Surroundings surroundings, UnaryOperator<String> filled) {
        ServiceProcess.Builder process = ServiceProcess.command(filled.apply(start))
                .directory(surroundings.path(directory == null ? "" : directory).toAbsolutePath())
                .inheritEnvironment(!cleanEnvironment)
                .startLimit(Duration.ofSeconds(startLimit))
                .stopPatience(Duration.ofSeconds(stopPatience));
        variables.stream()
                .map(each -> NamedValue.parse("--env", each, '='))
                .forEach(each -> process.environment(each.name(), filled.apply(each.value())));
        if (url != null) {
            process.url(url);
        }
        if (log != null) {
            process.outputFile(surroundings.path(log));
        }
        for (String agent : agents) {
            String[] parts = agent.split("=", 2);
            process.javaAgent(surroundings.path(parts[0]), parts.length == 1 ? "" : parts[1]);
        }
        return process.readyWhen(readiness(filled).toArray(Readiness[]::new));
    }

    /** A service is verified over its port, so with lines and commands the port is waited for, too. */
    private List<Readiness> readiness(UnaryOperator<String> filled) {
        List<Readiness> all = new ArrayList<>();
        all.add(contact());
        readyLines.stream().map(Readiness::line).forEach(all::add);
        readyCommands.stream().map(filled).map(Readiness::command).forEach(all::add);
        return all;
    }

    private Readiness contact() {
        if (health == null) {
            return Readiness.port();
        }
        return healthStatus == null ? Readiness.http(health) : Readiness.http(health, healthStatus);
    }

    private record Running(String url) implements Service {
        @Override
        public String fillIn(String text) {
            return text.replaceAll("\\{port(:[^}]*)?}", "1");
        }

        @Override
        public Optional<Runnable> restart() {
            return Optional.empty();
        }

        @Override
        public List<String> output() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private final class Started implements Service {
        private final Surroundings surroundings;

        /** Knows the ports that were chosen; those that come after it are told them. */
        private final ServiceProcess first;

        private volatile ServiceProcess process;

        Started(ServiceProcess process, Surroundings surroundings) {
            this.first = process;
            this.process = process;
            this.surroundings = surroundings;
        }

        @Override
        public String url() {
            return first.url();
        }

        @Override
        public String fillIn(String text) {
            return first.fillIn(text);
        }

        @Override
        public Optional<Runnable> restart() {
            return Optional.of(this::startAnew);
        }

        private void startAnew() {
            process.close();
            process = process(String.valueOf(command), surroundings, first::fillIn)
                    .url(first.url())
                    .start();
        }

        @Override
        public List<String> output() {
            return process.output();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
