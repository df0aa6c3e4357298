package dev.contract.compatibility;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a request or response as the suite names it: {@code path}, {@code header[X-Test]}, {@code queryParameter[v1]}. */
final class Attribute {
    private static final Pattern NAMED =
            Pattern.compile("(method|path|query|header|status|body)\\w*(?:\\['?(.+?)'?])?");

    private Attribute() {}

    static String of(HttpRequest request, String attribute) {
        Matcher named = named(attribute);
        return switch (named.group(1)) {
            case "method" -> request.method();
            case "path" -> request.path();
            case "query" -> request.query().values(named.group(2)).get(0);
            default -> ofEither(named, request.headers(), request.body());
        };
    }

    static String of(HttpResponse response, String attribute) {
        Matcher named = named(attribute);
        return named.group(1).equals("status")
                ? Integer.toString(response.status())
                : ofEither(named, response.headers(), response.body());
    }

    private static String ofEither(Matcher named, Headers headers, Body body) {
        return switch (named.group(1)) {
            case "header" -> headers.first(named.group(2)).orElseThrow();
            case "body" -> body.text();
            default -> throw new IllegalArgumentException("an attribute that is not known here: " + named.group());
        };
    }

    private static Matcher named(String attribute) {
        Matcher named = NAMED.matcher(attribute);
        if (!named.matches()) {
            throw new IllegalArgumentException("no name of an attribute: " + attribute);
        }
        return named;
    }
}
