package dev.contract.cli;

import dev.contract.provider.process.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--health",
            paramLabel = "PATH",
            order = 5,
            description = "Wait until GET of this path succeeds, and not only for the port.")
    private @Nullable String health;

    @Option(
            names = "--start-limit",
            paramLabel = "SECONDS",
            order = 6,
            description = "How long the provider may take to start. Default: 30.")
    private int startLimit = 30;

    /** A service that runs; closing it stops only what was started here. */
    interface Service extends AutoCloseable {
        String url();

        /** A text with the ports filled in that were chosen for the service. */
        String fillIn(String text);

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
        if (command == null && (health != null || !variables.isEmpty())) {
            throw new WrongUsage("--health and --env belong to --start");
        }
    }

    /** Whether the service is started here. */
    boolean starts() {
        return command != null;
    }

    Service open(Surroundings surroundings) {
        return command == null
                ? new Running(String.valueOf(url))
                : new Started(process(command, surroundings).start());
    }

    /** How a later command reaches the service: one that was started here has gone with its port, but can be started again. */
    List<String> replayOptions() {
        List<String> words = new ArrayList<>();
        addOption(words, "--url", url);
        addOption(words, "--start", command);
        variables.forEach(variable -> addOption(words, "--env", variable));
        addOption(words, "--health", health);
        return words;
    }

    /** Adds an option that was given. */
    static void addOption(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.addAll(List.of(name, value));
        }
    }

    private ServiceProcess.Builder process(String start, Surroundings surroundings) {
        ServiceProcess.Builder process = ServiceProcess.command(start)
                .directory(surroundings.directory().toAbsolutePath())
                .startLimit(Duration.ofSeconds(startLimit));
        variables.stream()
                .map(each -> NamedValue.parse("--env", each, '='))
                .forEach(each -> process.environment(each.name(), each.value()));
        if (url != null) {
            process.url(url);
        }
        if (health != null) {
            process.health(health);
        }
        return process;
    }

    private record Running(String url) implements Service {
        @Override
        public String fillIn(String text) {
            return text.replaceAll("\\{port(:[^}]*)?}", "1");
        }

        @Override
        public List<String> output() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private record Started(ServiceProcess process) implements Service {
        @Override
        public String url() {
            return process.url();
        }

        @Override
        public String fillIn(String text) {
            return process.fillIn(text);
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
