package dev.contract.provider.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        return texts.stream()
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
