package dev.contract.cli;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the usual variables name, in capitals or not.
 *
 * <p>Immutable.
 *
 * @param direct hosts and domains that are reached without a proxy; {@code *} stands for all
 */
record Proxies(@Nullable String http, @Nullable String https, List<String> direct) {

    static Proxies of(Map<String, String> variables) {
        String all = value(variables, "ALL_PROXY");
        String http = value(variables, "HTTP_PROXY");
        String https = value(variables, "HTTPS_PROXY");
        String direct = value(variables, "NO_PROXY");
        return new Proxies(
                http == null ? all : http,
                https == null ? all : https,
                direct == null
                        ? List.of()
                        : Arrays.stream(direct.split("[,\\s]+")).toList());
    }

    Optional<URI> forUrl(String url) {
        URI uri = URI.create(url.strip());
        String host = uri.getHost();
        String proxy = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
        if (proxy == null || host == null || isLocal(host) || direct.stream().anyMatch(each -> covers(each, host))) {
            return Optional.empty();
        }
        return Optional.of(URI.create(proxy.contains("://") ? proxy : "http://" + proxy));
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static boolean covers(String entry, String host) {
        String domain = entry.startsWith(".") ? entry : "." + entry;
        return entry.equals("*")
                || host.equalsIgnoreCase(entry)
                || host.toLowerCase(Locale.ROOT).endsWith(domain.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String value(Map<String, String> variables, String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(variables::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
