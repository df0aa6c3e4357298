package dev.contract.broker.access;

import dev.contract.broker.api.BaseUrl;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What pages that people have open may do with their broker: one of another server nothing, unless it is listed.
 *
 * <p>A browser sends what any page asks for, also to {@code 127.0.0.1}, with the credentials that it remembers. It tells where the page comes
 * from: in {@code Origin} and {@code Sec-Fetch-Site}. No other client sends these.
 */
final class Browsers {
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:]+]");

    private final List<String> baseUrls;
    private final List<String> listed;

    Browsers(List<String> baseUrls, List<String> listed) {
        this.baseUrls = baseUrls;
        this.listed = listed;
    }

    /** Only pages make browsers send these. */
    private static boolean isOfPage(HttpRequest request) {
        return request.headers().first("Origin").isPresent()
                || request.headers().first("Sec-Fetch-Site").isPresent();
    }

    /** Whether a browser may have added a name and a password by itself: the script of a listed page adds them on purpose. */
    boolean remembersPasswords(HttpRequest request) {
        return isOfPage(request) && listedOrigin(request).isEmpty();
    }

    /** Whether a page of another server asks, which is not listed. */
    boolean isForeign(HttpRequest request) {
        Optional<String> origin = request.headers().first("Origin");
        if (origin.isPresent()) {
            return !listed.contains(origin.get()) && !isOwn(origin.get(), request);
        }
        return request.headers()
                .first("Sec-Fetch-Site")
                .filter(ELSEWHERE::contains)
                .isPresent();
    }

    /** The listed page that asks. */
    Optional<String> listedOrigin(HttpRequest request) {
        return request.headers().first("Origin").filter(listed::contains);
    }

    /** What a proxy says of the address counts as it does for links; no page can make a browser send that. */
    private boolean isOwn(String origin, HttpRequest request) {
        String authority = authority(origin);
        Stream<String> sent = Stream.concat(
                request.headers().first("Host").stream(), Stream.of(authority(BaseUrl.of(request, List.of()))));
        return !authority.isEmpty()
                && Stream.concat(sent, baseUrls.stream().map(Browsers::authority))
                        .anyMatch(authority::equalsIgnoreCase);
    }

    private static String authority(String url) {
        try {
            String authority = new URI(url).getAuthority();
            return authority == null ? "" : authority;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /**
     * Whether a browser took a name of somebody else for this machine's: whoever owns the name may have its address changed to ours after the
     * browser has loaded a page from there, and the browser then takes us for the same server.
     */
    boolean isMisled(HttpRequest request) {
        boolean isBrowser = isOfPage(request)
                || request.headers().first("User-Agent").orElse("").startsWith("Mozilla/");
        return isBrowser
                && request.headers()
                        .first("Host")
                        .filter(host -> !isLocal(host) && !isBase(host))
                        .isPresent();
    }

    private boolean isBase(String host) {
        return baseUrls.stream().map(Browsers::authority).anyMatch(host::equalsIgnoreCase);
    }

    private static boolean isLocal(String host) {
        String name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        try {
            return ADDRESS.matcher(name).matches()
                    && InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** What a listed page asks before it asks: whether it may. */
    boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS")
                && request.headers().first("Access-Control-Request-Method").isPresent()
                && listedOrigin(request).isPresent();
    }

    static HttpResponse preflightAnswer() {
        return HttpResponse.of(204)
                .withHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE")
                .withHeader("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type")
                .withHeader("Access-Control-Max-Age", "600");
    }

    /** The answer, readable for the listed page that asked. */
    HttpResponse readable(HttpRequest request, HttpResponse answer) {
        return listedOrigin(request)
                .map(origin -> answer.withHeader("Access-Control-Allow-Origin", origin)
                        .withHeader("Access-Control-Expose-Headers", "Location, X-Pact-Consumer-Version")
                        .withHeader("Vary", "Accept, Origin"))
                .orElse(answer);
    }
}
