package dev.contract.broker.access;

import dev.contract.core.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a browser has in its cookie: 256 random bits. By themselves they open nothing; a session may be found by them. */
record SessionSecret(String text) {
    private static final String NAME = "contract_session";
    private static final Pattern COOKIE = Pattern.compile("\\s*" + NAME + "=([A-Za-z0-9_-]{43})\\s*");
    private static final int BYTES = 32;
    private static final int MOST_COOKIES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SessionSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Those of the cookies of that name, a few at most: another broker on the same host, whose path is above ours, has one as well. */
    static List<SessionSecret> of(HttpRequest request) {
        return request.headers().values("Cookie").stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(COOKIE::matcher)
                .filter(Matcher::matches)
                .map(cookie -> new SessionSecret(cookie.group(1)))
                .limit(MOST_COOKIES)
                .toList();
    }

    /** By what a session is found. */
    String digest() {
        return Digest.hex(text);
    }

    /** What stands in the forms of the browser that has the cookie: no page of another server can know it. */
    String formToken() {
        return Digest.hex("form:" + text);
    }

    /** The cookie, gone with the browser. */
    String cookie(String baseUrl) {
        return cookie(text, baseUrl);
    }

    /** The cookie, for so long. */
    String cookie(String baseUrl, Duration life) {
        return cookie(text, baseUrl) + "; Max-Age=" + life.toSeconds();
    }

    /** Takes the cookie away. */
    static String noCookie(String baseUrl) {
        return cookie("", baseUrl) + "; Max-Age=0";
    }

    /** No script sees it, and pages of other servers make no browser send it with a form. */
    private static String cookie(String value, String baseUrl) {
        return NAME + "=" + value + "; Path=" + path(baseUrl) + "; HttpOnly; SameSite=Lax"
                + (baseUrl.startsWith("https:") ? "; Secure" : "");
    }

    /** What follows the host, which a client may have named: not every host that it may name makes a URI. */
    private static String path(String baseUrl) {
        int slash = baseUrl.indexOf('/', baseUrl.indexOf("://") + 3);
        return slash < 0 ? "/" : baseUrl.substring(slash);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
