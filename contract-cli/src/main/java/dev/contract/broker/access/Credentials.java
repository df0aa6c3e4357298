package dev.contract.broker.access;

import dev.contract.core.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** What a request says of who sent it. */
sealed interface Credentials {

    /** Nothing. */
    record None() implements Credentials {}

    /** A name and a password. */
    record Basic(String name, String password) implements Credentials {}

    /** A token. */
    record Bearer(String secret) implements Credentials {}

    /** Something that is none of these. */
    record Unreadable() implements Credentials {}

    static Credentials of(HttpRequest request) {
        return request.headers().first("Authorization").map(Credentials::read).orElseGet(None::new);
    }

    private static Credentials read(String header) {
        String[] words = header.strip().split("\\s+", 2);
        String value = words.length == 2 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> basic(value);
            case "bearer" -> new Bearer(value);
            default -> new Unreadable();
        };
    }

    private static Credentials basic(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? new Unreadable() : new Basic(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return new Unreadable();
        }
    }
}
