package dev.contract.provider.target;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host, port and leading path of a service.
 *
 * @param host a name or an IP address, without brackets
 * @param path in front of every request's path: empty, or starting with a slash and not ending with one
 */
record ServiceAddress(boolean secure, String host, int port, String path) {
    /** Not {@link java.net.URI}, which knows no host names with underscores; they are common in container networks. */
    private static final Pattern URL = Pattern.compile(
            "(?<scheme>https?)://(?:[^/?#@]*@)?(?<host>\\[[0-9A-Fa-f:.%]+]|[^\\[\\]/?#:@\\s]+)(?::(?<port>\\d{1,5}))?(?<path>/[^?#\\s]*)?",
            Pattern.CASE_INSENSITIVE);

    static ServiceAddress parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches() || port(matcher) > 65_535) {
            throw new ContractException(Problem.error("CONTRACT-URL", "the address of the service is not an HTTP URL")
                    .found(Quoted.text(url.replaceAll("//[^/@]*@", "//…@")))
                    .mend("give scheme, host and port, for example http://127.0.0.1:8080"));
        }
        String path = matcher.group("path");
        return new ServiceAddress(
                isSecure(matcher),
                matcher.group("host").replaceAll("[\\[\\]]", ""),
                port(matcher),
                path == null ? "" : path.replaceAll("/+$", ""));
    }

    private static boolean isSecure(Matcher url) {
        return url.group("scheme").equalsIgnoreCase("https");
    }

    private static int port(Matcher url) {
        String port = url.group("port");
        return port == null ? (isSecure(url) ? 443 : 80) : Integer.parseInt(port);
    }

    /** Host and port as a {@code Host} header has them. */
    String authority() {
        return port == (secure ? 443 : 80) ? bracketed() : hostAndPort();
    }

    /** Host and port, also where it is the usual one. */
    String hostAndPort() {
        return bracketed() + ":" + port;
    }

    private String bracketed() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** {@code http://127.0.0.1:8080}, without the path. */
    String origin() {
        return (secure ? "https://" : "http://") + authority();
    }

    @Override
    public String toString() {
        return origin() + path;
    }
}
