package dev.contract.standalone;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import dev.contract.standalone.Doors.Place;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Providers played by contracts, for whoever asks, until it is closed.
 *
 * <pre>{@code
 * try (StandaloneStub stub = StandaloneStub.start(StandaloneSettings.DEFAULT, () -> source.load("user-service"))) {
 *     stub.served().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class StandaloneStub implements AutoCloseable {
    /** Below this path of every server is the control API. */
    public static final String CONTROL = ControlApi.PREFIX;

    private final StandaloneSettings settings;
    private final Supplier<LoadedContracts> source;
    private final Doors doors;
    private final Shelf shelf;
    private List<Problem> problems = List.of();
    private long reloads;

    /**
     * A provider that is played.
     *
     * @param url where, without a slash at the end
     * @param interactions how many are answered
     */
    public record Served(String provider, String url, int port, int interactions) {}

    /**
     * What loading the contracts came to.
     *
     * @param taken whether they are served now; otherwise those before still are
     * @param problems errors if they were not taken, and what was tolerated
     */
    public record Loaded(boolean taken, List<Problem> problems) {}

    private StandaloneStub(StandaloneSettings settings, Supplier<LoadedContracts> source) {
        this.settings = settings;
        this.source = source;
        ControlApi control = settings.control().on() ? new ControlApi(this, Guard.of(settings)) : null;
        this.doors = new Doors(settings, control == null ? null : control::answer);
        this.shelf = new Shelf(settings, doors);
    }

    /**
     * Loads the contracts and serves them; all servers listen when this returns.
     *
     * @param source called now and at every {@link #reload}
     * @throws ContractException with all that is wrong in the contracts, or when a port is taken, or when strangers could steer the stub
     */
    public static StandaloneStub start(StandaloneSettings settings, Supplier<LoadedContracts> source) {
        checkControl(settings);
        StandaloneStub stub = new StandaloneStub(settings, source);
        try {
            Loaded first = stub.load();
            if (!first.taken()) {
                throw new ContractException(
                        first.problems().stream().filter(Problem::isError).toList());
            }
            if (stub.doors.places().isEmpty()) {
                stub.doors.openDefault();
            }
            return stub;
        } catch (RuntimeException e) {
            stub.close();
            throw e;
        }
    }

    private static void checkControl(StandaloneSettings settings) {
        StandaloneSettings.Control control = settings.control();
        String host = settings.stub().host();
        if (control.on() && control.token() == null && !isLoopback(host)) {
            throw new ContractException(
                    Problem.error("STUB-CONTROL", "without a token, only this machine may steer a stub")
                            .found("the address " + host)
                            .mend("give a token (--control-token), or serve without the control API (--no-control)"));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Loads the contracts anew. If one of them has an error, what was served before still is. */
    public synchronized Loaded reload() {
        reloads++;
        return load();
    }

    private synchronized Loaded load() {
        LoadedContracts loaded = source.get();
        List<Problem> found = new ArrayList<>(loaded.problems());
        boolean usable = found.stream().noneMatch(Problem::isError);
        if (usable) {
            found.addAll(shelf.take(loaded.contracts()).stream()
                    .map(Problem::tolerated)
                    .toList());
            loaded.contracts().forEach(located -> found.addAll(hidden(located)));
            found.addAll(settings.unknown(doors.places().keySet()));
        }
        problems = List.copyOf(found);
        return new Loaded(usable, problems);
    }

    /** The interactions that no client reaches, because the control API answers at their paths. */
    private List<Problem> hidden(LocatedContract located) {
        boolean atRoot = !settings.prefixes().containsKey(located.contract().provider());
        return !settings.control().on() || !atRoot
                ? List.of()
                : located.contract().interactions().stream()
                        .filter(StandaloneStub::isBelowControl)
                        .map(interaction -> Problem.warning(
                                        "STUB-PATH",
                                        "an interaction has a path of the control API, which answers there")
                                .at(located.name() + ", interaction " + interaction.quoted())
                                .mend("serve it below a path (--prefix), or without the control API (--no-control)"))
                        .toList();
    }

    private static boolean isBelowControl(Interaction interaction) {
        return interaction instanceof HttpInteraction http
                && (http.request().example().path() + "/").startsWith(ControlApi.PREFIX + "/");
    }

    /** What is served where, in the order of the contracts. */
    public synchronized List<Served> served() {
        List<Served> served = new ArrayList<>();
        for (Map.Entry<String, Place> each : doors.places().entrySet()) {
            Place place = each.getValue();
            served.add(new Served(
                    each.getKey(),
                    place.url(),
                    place.port(),
                    shelf.all(each.getKey()).size()));
        }
        return served;
    }

    /** The address of the first server, without a slash at the end. */
    public synchronized String url() {
        return doors.first().url();
    }

    /** The port of the first server. */
    public synchronized int port() {
        return doors.first().port();
    }

    /** What was found when contracts were last loaded. */
    public synchronized List<Problem> problems() {
        return problems;
    }

    synchronized long reloads() {
        return reloads;
    }

    /** Does something with what is served, while nobody else does. */
    synchronized <T> T with(Function<Shelf, T> work) {
        return work.apply(shelf);
    }

    /** Ends all connections and gives the ports back. */
    @Override
    public synchronized void close() {
        doors.close();
    }
}
