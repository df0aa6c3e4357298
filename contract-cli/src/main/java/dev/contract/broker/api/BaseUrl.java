package dev.contract.broker.api;

import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;

/** The address that links start with: a configured one, or the one that the client used. */
public final class BaseUrl {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._~-]+(:[0-9]{1,5})?|\\[[0-9a-fA-F:.]+](:[0-9]{1,5})?");
    private static final String UNKNOWN_HOST = "localhost";

    private BaseUrl() {}

    public static String of(HttpRequest request, List<String> configured) {
        if (configured.size() == 1) {
            return configured.get(0);
        }
        String own = own(request.headers());
        return configured.stream()
                .filter(url -> url.equals(own) || url.startsWith(own + "/"))
                .findFirst()
                .orElse(configured.isEmpty() ? own : configured.get(0));
    }

    private static String own(Headers headers) {
        String scheme = first(headers, "X-Forwarded-Proto", "http").equals("https") ? "https" : "http";
        String host = first(headers, "X-Forwarded-Host", first(headers, "Host", UNKNOWN_HOST));
        String port = first(headers, "X-Forwarded-Port", "");
        String address = port.matches("[0-9]{1,5}") && !host.contains(":") && !isDefault(scheme, port)
                ? host + ":" + port
                : host;
        return scheme + "://" + (HOST.matcher(address).matches() ? address : UNKNOWN_HOST);
    }

    private static boolean isDefault(String scheme, String port) {
        return port.equals(scheme.equals("https") ? "443" : "80");
    }

    private static String first(Headers headers, String name, String otherwise) {
        return headers.first(name).map(text -> text.split(",", 2)[0].strip()).orElse(otherwise);
    }
}
