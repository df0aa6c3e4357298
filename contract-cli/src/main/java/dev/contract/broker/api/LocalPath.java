package dev.contract.broker.api;

import dev.contract.core.http.HttpRequest;
import java.util.regex.Pattern;

/** A path of this broker with its query, which may have gone through a form and back: never one that leads a browser elsewhere. */
record LocalPath(String text) {
    private static final LocalPath INDEX = new LocalPath("/");

    /** Browsers take two slashes for the begin of a host, backslashes for slashes, and do not see line ends. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[!-~&&[^\\\\]]{0,2000}");

    /** What was sent; the index when it is none of ours. */
    static LocalPath parse(String sent) {
        return LOCAL.matcher(sent).matches() ? new LocalPath(sent) : INDEX;
    }

    static LocalPath of(HttpRequest request) {
        return parse(
                request.query().isEmpty()
                        ? request.path()
                        : request.path() + "?" + request.query().encoded());
    }
}
