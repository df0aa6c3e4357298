package dev.contract.provider.process;

import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The services of a group that run already, for texts that speak of them: <code>{users.url}</code>, <code>{users.port}</code>, <code>
 * {users.port:admin}</code>.
 */
record Neighbours(Map<String, ServiceProcess> running) {
    private static final String NAME = "[A-Za-z0-9_-]+";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(" + NAME + ")\\.(?:url|port(?::(" + NAME + "))?)}");

    /** Whether a service can be spoken of by this name. */
    static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** Whom the texts speak of. */
    static Set<String> names(List<String> texts) {
        return placeholders(texts).map(found -> found.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What a service asks of others that these do not have: a port, or any URL.
     *
     * @param members of the group, all that it asks among them
     */
    static List<Problem> refused(String name, Map<String, ServiceProcess.Builder> members) {
        List<Problem> problems = new ArrayList<>();
        placeholders(Objects.requireNonNull(members.get(name)).texts()).forEach(found -> {
            ServiceProcess.Builder asked = Objects.requireNonNull(members.get(found.group(1)));
            if (!has(asked, found.group(2))) {
                problems.add(refused(name, found, asked));
            }
        });
        return problems;
    }

    private static boolean has(ServiceProcess.Builder service, @Nullable String portName) {
        return portName == null
                ? service.address() != null
                : Ports.names(service.told()).contains(portName);
    }

    private static Problem refused(String name, MatchResult found, ServiceProcess.Builder asked) {
        String ports =
                Ports.names(asked.told()).stream().map(Ports::placeholder).collect(Collectors.joining(", "));
        String missing = Ports.placeholder(found.group(2) == null ? "" : found.group(2));
        String other = Quoted.text(found.group(1));
        return Problem.error(
                        Site.CODE,
                        "service " + Quoted.text(name) + " asks for " + found.group() + ", which service " + other
                                + " does not have")
                .found(other + (ports.isEmpty() ? " takes no port" : " takes " + ports))
                .mend("put " + missing + " into the command of " + other + ", or correct " + found.group());
    }

    private static Stream<MatchResult> placeholders(List<String> texts) {
        return texts.stream().flatMap(text -> PLACEHOLDER.matcher(text).results());
    }

    String fillIn(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        ServiceProcess service = running.get(found.group(1));
        return service == null ? found.group() : value(service, found.group(), found.group(2));
    }

    private static String value(ServiceProcess service, String placeholder, @Nullable String portName) {
        if (portName != null) {
            return Integer.toString(service.port(portName));
        }
        return placeholder.endsWith(".url}") ? service.url() : Integer.toString(service.port());
    }
}
