package dev.contract.provider.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A container as a service: the command line of {@code docker run}, and nothing beyond it.
 *
 * <pre>{@code
 * try (ServiceProcess database = DockerRun.image("postgres:16-alpine", 5432)
 *         .environment("POSTGRES_PASSWORD", "secret")
 *         .service()
 *         .readyWhen(line("ready to accept connections", 2))
 *         .start()) {
 *     // jdbc:postgresql://127.0.0.1:<database.port()>/postgres
 * }
 * }</pre>
 *
 * <p>The container's ports are published at free ports of 127.0.0.1. Docker accepts connections there before the service inside listens, so
 * wait for a line, a health check or a command. The container is named {@code contract-} and its port, passes on the signal to end, and is
 * removed when it has ended or was forced, also after a {@code kill -9} of this JVM. One thread at a time.
 */
public final class DockerRun {
    private final String image;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private String program = "docker";

    private DockerRun(String image) {
        this.image = image;
    }

    /**
     * A container of an image.
     *
     * @param port at which the service listens inside; published as {@code {port}}
     */
    public static DockerRun image(String image, int port) {
        return new DockerRun(image).port("", port);
    }

    /**
     * A further port inside, published as {@code {port:name}}.
     *
     * @throws IllegalArgumentException if a port cannot have this name: letters, digits, {@code _} and {@code -}
     */
    public DockerRun port(String name, int port) {
        ports.put(Ports.placeholder(name), port);
        return this;
    }

    /** A variable inside the container; {@code {port}} in the value becomes the port outside. The value does not stand in the command line. */
    public DockerRun environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Further words before the image: {@code option("--volume", "/data:/data")}. */
    public DockerRun option(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    /** Words after the image: arguments of the service, or another command in the container. */
    public DockerRun arguments(String... words) {
        arguments.addAll(List.of(words));
        return this;
    }

    /** Another program that understands the same: {@code podman}, or a path. */
    public DockerRun program(String name) {
        program = name;
        return this;
    }

    /** The service, to be started like any other. */
    public ServiceProcess.Builder service() {
        ServiceProcess.Builder service = ServiceProcess.command(command());
        environment.forEach(service::environment);
        service.afterwards = List.of(program, "rm", "--force", "contract-{port}");
        return service;
    }

    private List<String> command() {
        List<String> words = new ArrayList<>(List.of(program, "run", "--rm", "--init", "--name", "contract-{port}"));
        ports.forEach((outside, inside) -> words.addAll(List.of("--publish", "127.0.0.1:" + outside + ":" + inside)));
        environment.keySet().forEach(name -> words.addAll(List.of("--env", name)));
        words.addAll(options);
        words.add(image);
        words.addAll(arguments);
        return words;
    }
}
