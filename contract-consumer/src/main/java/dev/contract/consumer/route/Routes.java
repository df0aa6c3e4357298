package dev.contract.consumer.route;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a provider is known to serve.
 *
 * <pre>
 * # user-service 1.4.2
 * GET /users/{id}
 * POST /users
 * </pre>
 *
 * <p>Immutable.
 */
public final class Routes {
    private static final Pattern ROUTE = Pattern.compile("[A-Z]+ /\\S*");

    private final String source;
    private final List<Route> all;

    private Routes(String source, List<Route> all) {
        this.source = source;
        this.all = List.copyOf(all);
    }

    /**
     * The routes of a text: one in each line; empty lines, and those that begin with {@code #}, are passed over.
     *
     * @param source what problems call it
     * @throws ContractException with every line that is no route
     */
    public static Routes parse(String source, String text) {
        List<Route> routes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (ROUTE.matcher(line).matches()) {
                String[] words = line.split(" ", 2);
                routes.add(new Route(words[0], words[1]));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                problems.add(noRoute(line, new Location(source, i + 1, 1)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return new Routes(source, routes);
    }

    private static Problem noRoute(String line, Location place) {
        return Problem.error("CONTRACT-ROUTE", "this line is no route")
                .at(place)
                .found(Quoted.text(line))
                .mend("write it as GET /users/{id}, or have the file written by contract routes");
    }

    /** Where they stand. */
    public String source() {
        return source;
    }

    /**
     * Whether a request is served.
     *
     * @param method in upper case
     * @param path without query
     */
    public boolean serve(String method, String path) {
        return all.stream().anyMatch(route -> route.takes(method, path));
    }

    /** As the file has them. */
    public List<String> all() {
        return all.stream().map(Route::toString).toList();
    }
}
