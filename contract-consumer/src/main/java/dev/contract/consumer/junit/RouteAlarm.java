package dev.contract.consumer.junit;

import dev.contract.consumer.recording.Declaration;
import dev.contract.consumer.route.Routes;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells the interactions whose requests no route of their provider takes: the stub answers them, and the provider would not. The routes of a
 * provider stand in a file among the resources of the tests; without it nothing is told. Thread-safe.
 */
final class RouteAlarm {
    /** The configuration parameter, or system property, that says what becomes of it. */
    static final String PROPERTY = "contract.routes";

    private static final String FOLDER = "contract-routes/";

    private final Class<?> testClass;
    private final Level level;
    private final Map<String, Optional<Routes>> routes = new ConcurrentHashMap<>();

    private enum Level {
        OFF,
        WARN,
        FAIL
    }

    /**
     * The alarm of a class.
     *
     * @param configured what is configured; blank for a warning
     * @throws ContractException if it is none of the three
     */
    RouteAlarm(Class<?> testClass, String configured) {
        this.testClass = testClass;
        this.level = level(configured.strip());
    }

    private static Level level(String configured) {
        return configured.isEmpty()
                ? Level.WARN
                : Stream.of(Level.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(configured))
                        .findFirst()
                        .orElseThrow(() -> new ContractException(
                                Problem.error("CONTRACT-ROUTE", PROPERTY + " says nothing that is known")
                                        .found(Quoted.text(configured))
                                        .mend("give warn, fail or off")));
    }

    /**
     * What is to be told of some interactions.
     *
     * @throws AssertionError with all of it, where that is wanted
     * @throws ContractException if a file of routes cannot be read
     */
    List<String> check(List<Declaration> declared) {
        if (level == Level.OFF) {
            return List.of();
        }
        List<String> unserved =
                declared.stream().flatMap(each -> unserved(each).stream()).toList();
        if (level == Level.FAIL && !unserved.isEmpty()) {
            throw new AssertionError(String.join("\n", unserved));
        }
        return unserved;
    }

    private Optional<String> unserved(Declaration declared) {
        if (!(declared.interaction() instanceof HttpInteraction exchange)) {
            return Optional.empty();
        }
        HttpRequest request = exchange.request().example();
        return routes.computeIfAbsent(declared.provider(), this::read)
                .filter(known -> !known.serve(request.method(), request.path()))
                .map(known -> describe(declared, request, known));
    }

    private static String describe(Declaration declared, HttpRequest request, Routes known) {
        String asked = request.method() + " " + request.path();
        return new Facts("CONTRACT-ROUTE  " + declared.consumer() + " asks for a route that " + declared.provider()
                        + " is not known to serve")
                .add("in", declared.interaction().quoted())
                .add("test", declared.test())
                .add("asked", asked)
                .add("known", NearNames.listed(asked, known.all()))
                .add("file", known.source())
                .add(
                        "mend",
                        "ask for one of these, or have the file written anew where the provider has the route by now")
                .toString();
    }

    private Optional<Routes> read(String provider) {
        String name = FOLDER + provider + ".txt";
        try (InputStream file = testClass.getResourceAsStream("/" + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(Routes.parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
