package dev.contract.core.http;

import java.nio.charset.StandardCharsets;

/** Writes a path as it stands on the wire. */
public final class WirePath {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/%";

    private WirePath() {}

    /** The path with everything percent-encoded that a path cannot hold; escapes that are there already stay. */
    public static String encoded(String path) {
        StringBuilder wire = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c)) {
                wire.append(c);
            } else {
                wire.append(String.format("%%%02X", (int) c));
            }
        }
        return wire.toString();
    }

    private static boolean isPlain(char c) {
        return (Character.isLetterOrDigit(c) && c < 0x80) || ALLOWED.indexOf(c) >= 0;
    }
}
