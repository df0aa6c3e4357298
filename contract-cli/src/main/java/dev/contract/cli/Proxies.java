package dev.contract.cli;

import dev.contract.provider.target.HttpProxy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /** Not {@link URI}, which knows no host names with underscores. */
    private static final Pattern URL =
            Pattern.compile("(?i)(?<scheme>https?)://(?:[^/?#@]*@)?(?<host>\\[[^]]*]|[^/?#:@\\s]+)");

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

    /** The proxy for a URL; none for this machine, and for what is no URL. */
    Optional<URI> forUrl(String url) {
        return addressFor(url).map(URI::create);
    }

    /** As {@link #forUrl}, as the variable has it, which may be no URI. */
    Optional<String> addressFor(String url) {
        Matcher matcher = URL.matcher(url.strip());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String host = matcher.group("host");
        String proxy = "https".equalsIgnoreCase(matcher.group("scheme")) ? https : http;
        if (proxy == null || isLocal(host) || direct.stream().anyMatch(each -> HttpProxy.covers(each, host))) {
            return Optional.empty();
        }
        return Optional.of(proxy.contains("://") ? proxy : "http://" + proxy);
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
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
