package dev.contract.standalone;

import dev.contract.consumer.stub.Expectations;
import dev.contract.consumer.stub.StubServer;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.stub.StubSite;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The servers, one for each port, and which provider is served where. A server is started when the first provider needs it.
 *
 * <p>Providers with the same port and path share their expectations. One thread at a time.
 */
final class Doors implements AutoCloseable {
    private final StandaloneSettings settings;
    private final @Nullable Function<HttpRequest, HttpResponse> control;
    private final Map<String, Door> doors = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Where a provider is served. */
    record Place(String url, int port, Expectations expectations) {
        /** Whether the same expectations are served there, as several providers at one path have them. */
        boolean isSame(Place other) {
            return expectations == other.expectations;
        }
    }

    /** A server, and what it serves by path; the root has the empty one. */
    private record Door(StubServer server, Map<String, Expectations> paths) {}

    /**
     * @param control answers below {@link ControlApi#PREFIX} of every server; null for nobody
     */
    Doors(StandaloneSettings settings, @Nullable Function<HttpRequest, HttpResponse> control) {
        this.settings = settings;
        this.control = control;
    }

    /**
     * Where a provider is served; from now on it is.
     *
     * @throws ContractException when its port is taken, or nothing can be passed on to its real service
     */
    Place place(String provider) {
        return place(provider, settings.prefixes().getOrDefault(provider, ""));
    }

    /** As {@link #place}, for a provider that no contract has: unless something else was said, it has a path of its own. */
    Place open(String provider) {
        boolean isSettled =
                settings.ports().containsKey(provider) || settings.prefixes().containsKey(provider);
        return isSettled ? place(provider) : place(provider, "/" + segment(provider));
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Place place(String provider, String prefix) {
        Place known = places.get(provider);
        if (known != null) {
            return known;
        }
        checkFree(provider, prefix);
        Door door = door(provider);
        Place place = shared(door.server().url() + prefix).orElseGet(() -> fresh(provider, door, prefix));
        places.put(provider, place);
        return place;
    }

    /** Who is served where the control API answers takes it from those who steer. */
    private void checkFree(String provider, String prefix) {
        if (control != null && (prefix + "/").startsWith(ControlApi.PREFIX + "/")) {
            throw new ContractException(
                    Problem.error("STUB-PATH", "a provider cannot be served where the control API answers")
                            .found(Quoted.text(provider) + " at " + prefix)
                            .mend("serve it below another path (--prefix), or without the control API (--no-control)"));
        }
    }

    private Optional<Place> shared(String url) {
        return places.values().stream().filter(place -> place.url().equals(url)).findFirst();
    }

    private Place fresh(String provider, Door door, String prefix) {
        Expectations expectations = new Expectations(settings.stub());
        settings.upstreams().of(provider).ifPresent(expectations::proxyUnmatchedTo);
        door.paths().put(prefix, expectations);
        door.server().use(site(door.paths()));
        return new Place(door.server().url() + prefix, door.server().port(), expectations);
    }

    /** Has all requests of a place answered by other expectations from now on. */
    void use(Place place, Expectations others) {
        for (Door door : doors.values()) {
            door.paths().replaceAll((path, known) -> (door.server().url() + path).equals(place.url()) ? others : known);
            door.server().use(site(door.paths()));
        }
    }

    /** Opens the door that providers have without a port of their own. */
    void openDefault() {
        door(settings.stub().port(), "");
    }

    private Door door(String provider) {
        Integer own = settings.ports().get(provider);
        return own == null ? door(settings.stub().port(), "") : door(own, provider);
    }

    /** Any free port is another one for each who asks for it. */
    private Door door(int port, String owner) {
        String key = port == 0 ? "any " + owner : Integer.toString(port);
        return doors.computeIfAbsent(key, each -> open(port));
    }

    private Door open(int port) {
        Map<String, Expectations> paths = new LinkedHashMap<>();
        StubSettings stub = settings.stub().withPort(port);
        return new Door(StubServer.start(site(paths), stub), paths);
    }

    private StubSite site(Map<String, Expectations> paths) {
        Expectations root = paths.get("");
        StubSite site = StubSite.of(root == null ? new Expectations(settings.stub()) : root);
        for (Map.Entry<String, Expectations> path : paths.entrySet()) {
            site = path.getKey().isEmpty() ? site : site.with(path.getKey(), path.getValue());
        }
        return control == null ? site : site.with(ControlApi.PREFIX, control);
    }

    /** The providers that are served, in the order in which they came. */
    Map<String, Place> places() {
        return places;
    }

    /** The server of the first provider. */
    StubServer first() {
        return doors.values().iterator().next().server();
    }

    @Override
    public void close() {
        doors.values().forEach(door -> door.server().close());
    }
}
