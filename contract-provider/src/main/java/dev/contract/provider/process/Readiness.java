package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.regex.BoundedRegex;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service must show before it counts as started.
 *
 * <pre>{@code
 * ServiceProcess.command("java -jar user-service.jar --port {port}")
 *         .readyWhen(line("Started in"), http("/health").within(Duration.ofSeconds(5)))
 * }</pre>
 *
 * <p>Several are waited for side by side, and all have to come. {@code {port}} and {@code {port:name}} are filled in everywhere.
 * Immutable.
 */
public final class Readiness {
    static final String ADDRESS = "http://127.0.0.1:{port}";

    private final List<String> texts;
    private final boolean needsAddress;
    private final Function<Site, Probe> probe;
    private final @Nullable Duration limit;

    private Readiness(List<String> texts, boolean needsAddress, Function<Site, Probe> probe, @Nullable Duration limit) {
        this.texts = List.copyOf(texts);
        this.needsAddress = needsAddress;
        this.probe = probe;
        this.limit = limit;
    }

    /** The service accepts connections at the port of its URL: what is waited for when nothing else is said. */
    public static Readiness port() {
        return new Readiness(List.of(), true, site -> PortProbe.of(site.address()), null);
    }

    /**
     * The service accepts connections at the port {@code {port:name}} of the loopback address.
     *
     * @throws IllegalArgumentException if a port cannot have this name: letters, digits, {@code _} and {@code -}
     */
    public static Readiness port(String name) {
        String url = "http://127.0.0.1:" + Ports.placeholder(name);
        return new Readiness(List.of(url), false, site -> PortProbe.of(URI.create(site.fillIn(url))), null);
    }

    /**
     * {@code GET} answers with a status from 200 to 299. Redirects are not followed, and one check may take two seconds.
     *
     * @param place a path at the service's host, or a whole URL: {@code http://127.0.0.1:{port:admin}/health}
     */
    public static Readiness http(String place) {
        return http(place, 0);
    }

    /** {@code GET} answers with exactly this status. */
    public static Readiness http(String place, int status) {
        boolean isPath = !place.contains("://");
        return new Readiness(List.of(place), isPath, site -> new HttpProbe(site.resolve(place), status), null);
    }

    /**
     * A line of the service's output contains what a regular expression says.
     *
     * @throws ContractException if it is no regular expression
     */
    public static Readiness line(String regex) {
        return line(regex, 1);
    }

    /** So many lines of the service's output do: a database that starts twice says twice that it is ready. */
    public static Readiness line(String regex, int times) {
        BoundedRegex parsed = BoundedRegex.parse(regex);
        return new Readiness(List.of(), false, site -> new LineProbe(parsed, times, site.output()), null);
    }

    /**
     * A command ends with exit code 0; it runs in the service's directory and environment. The text is split as that of {@link
     * ServiceProcess#command(String)}.
     */
    public static Readiness command(String command) {
        return command(ShellWords.split(command));
    }

    /** The same for a program and its arguments. */
    public static Readiness command(List<String> command) {
        List<String> words = List.copyOf(command);
        return new Readiness(words, false, site -> new CommandProbe(site, words), null);
    }

    /** The same with a time limit of its own, counted from the start of the process; the service's start limit does not apply to it then. */
    public Readiness within(Duration limit) {
        return new Readiness(texts, needsAddress, probe, limit);
    }

    /** Every text in which a placeholder may stand. */
    List<String> texts() {
        return texts;
    }

    /** Whether it asks at the service's own URL. */
    boolean needsAddress() {
        return needsAddress;
    }

    Optional<Duration> limit() {
        return Optional.ofNullable(limit);
    }

    Probe at(Site site) {
        return probe.apply(site);
    }
}
