package dev.contract.provider.target;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy for HTTP: it passes requests on, and for {@code https} the bytes of a connection that it sees nothing of.
 *
 * <p>Immutable. Its text is its address without password.
 */
public final class HttpProxy {
    private static final Pattern URL =
            Pattern.compile("(?i)(?:http://)?(?:(?<user>[^/?#@]*)@)?(?<place>[^/?#@\\s]+)/?");

    private final ServiceAddress address;
    private final @Nullable String authorization;

    private final List<String> direct;

    private HttpProxy(ServiceAddress address, @Nullable String authorization, List<String> direct) {
        this.address = address;
        this.authorization = authorization;
        this.direct = List.copyOf(direct);
    }

    /**
     * The proxy at an address such as {@code http://proxy.example:3128}; user and password, if any, stand before the host as in
     * {@code http://me:secret@proxy.example:3128}, percent-encoded where they need it.
     *
     * @throws ContractException if it is no such address
     */
    public static HttpProxy parse(String url) {
        Matcher matcher = URL.matcher(url.strip());
        if (!matcher.matches()) {
            throw unusable(url);
        }
        try {
            String user = matcher.group("user");
            return new HttpProxy(
                    ServiceAddress.parse("http://" + matcher.group("place")),
                    user == null ? null : basic(user),
                    List.of());
        } catch (ContractException | IllegalArgumentException e) {
            throw unusable(url);
        }
    }

    private static String basic(String user) {
        String pair = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static ContractException unusable(String url) {
        return new ContractException(
                Problem.error("CONTRACT-URL", "the address of the proxy cannot be used")
                        .found(Quoted.text(withoutUser(url)))
                        .mend(
                                "write it as http://proxy.example:3128; it is reached by http, also where the service speaks https"));
    }

    /** Where the scheme is forgotten or the password is not encoded as well. */
    private static String withoutUser(String url) {
        return url.replaceFirst("^(\\w+://)?.*@", "$1…@");
    }

    /** The same proxy, but some hosts are reached without it: names, domains with or without a dot before them, {@code *} for all. */
    public HttpProxy except(List<String> hosts) {
        return new HttpProxy(address, authorization, hosts);
    }

    /** Whether an entry of a list such as {@code NO_PROXY} means a host. */
    public static boolean covers(String entry, String host) {
        String domain = entry.startsWith(".") ? entry : "." + entry;
        return entry.equals("*")
                || host.equalsIgnoreCase(entry)
                || host.toLowerCase(Locale.ROOT).endsWith(domain.toLowerCase(Locale.ROOT));
    }

    boolean isFor(String host) {
        return direct.stream().noneMatch(entry -> covers(entry, host));
    }

    ServiceAddress address() {
        return address;
    }

    /** What {@code Proxy-Authorization} says; null for nothing. */
    @Nullable
    String authorization() {
        return authorization;
    }

    @Override
    public String toString() {
        return address.origin();
    }
}
