package dev.contract.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which headers two services agree on; the others are of the connection, of caches, of browsers, of whoever traces. */
final class HeaderChoice {
    private static final String OF_THE_WAY =
            "connection|keep-alive|proxy-.*|transfer-encoding|content-length|content-encoding|accept-encoding|te|trailer"
                    + "|upgrade|http2-settings|host|expect|date|via|forwarded|x-forwarded-.*|x-real-ip|max-forwards|pragma"
                    + "|cache-control|:.*";

    private static final String OF_TRACING =
            "|traceparent|tracestate|baggage|b3|x-b3-.*|x-request-id|x-correlation-id|x-trace.*|uber-trace-id|sentry-trace"
                    + "|x-amzn?-trace-id|x-cloud-trace-context|x-datadog-.*|newrelic|request-id|correlation-id";

    private static final Pattern NOT_OF_REQUESTS = Pattern.compile(OF_THE_WAY + OF_TRACING
            + "|user-agent|referer|origin|dnt|sec-.*|priority|upgrade-insecure-requests|accept-language|accept-charset"
            + "|x-requested-with|postman-token|save-data|dpr|viewport-width|device-memory|downlink|ect|rtt");

    /** What clients say of their own accord, with or without types that they would rather have. */
    private static final Pattern TAKES_ANYTHING =
            Pattern.compile("(?:.*,)?\\s*\\*(?:/\\*)?\\s*(?:[;,].*)?", Pattern.DOTALL);

    private static final Pattern NOT_OF_RESPONSES = Pattern.compile(OF_THE_WAY + OF_TRACING
            + "|server|x-powered-by|x-runtime|x-served-by|x-cache.*|x-timer|x-amz-.*|x-aspnet.*|cf-.*|alt-svc|nel|report-to"
            + "|reporting-endpoints|etag|last-modified|expires|age|vary|accept-ranges|strict-transport-security"
            + "|content-security-policy.*|x-content-type-options|x-frame-options|x-xss-protection|referrer-policy"
            + "|permissions-policy|cross-origin-.*|access-control-.*|timing-allow-origin|server-timing|x-ratelimit-.*"
            + "|ratelimit.*");

    private HeaderChoice() {}

    /** @param values all that requests have under this name */
    static boolean ofRequests(String name, List<String> values) {
        boolean isDefault = name.equalsIgnoreCase("Accept")
                && TAKES_ANYTHING.matcher(String.join(",", values)).matches();
        return !isDefault
                && !NOT_OF_REQUESTS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** @param values all that responses have under this name, which do not count */
    static boolean ofResponses(String name, List<String> values) {
        return !NOT_OF_RESPONSES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
