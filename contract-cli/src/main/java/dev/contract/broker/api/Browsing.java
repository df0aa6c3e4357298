package dev.contract.broker.api;

import dev.contract.core.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells people from programs: who asks for HTML and for nothing that programs read gets a page. Clients that name no type, or any, never
 * do.
 */
final class Browsing {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final List<String> OF_PROGRAMS = List.of("json", "csv", "yaml", "text/plain", "graphviz");

    /** A type with which the client says that it does not want it. */
    private static final Pattern UNWANTED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    private Browsing() {}

    static boolean looks(HttpRequest request) {
        return LOOKING.contains(request.method()) && wantsPage(request);
    }

    static boolean wantsPage(HttpRequest request) {
        List<String> types = request.headers().values("Accept").stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .filter(type -> !UNWANTED.matcher(type).find())
                .toList();
        return types.stream().anyMatch(type -> type.startsWith("text/html"))
                && types.stream().noneMatch(type -> OF_PROGRAMS.stream().anyMatch(type::contains));
    }
}
