package dev.contract.core.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A path as it stands on the wire, and as it is meant. */
public final class WirePath {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/%";

    private static final byte[] SLASH = {'%', '2', 'F'};

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

    /**
     * The path with its escapes decoded, in which two paths compare that are written differently. {@code %2F} stays, for a slash would
     * make it another resource; broken escapes stand for themselves.
     */
    public static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = escaped(bytes, i);
            if (escaped == '/') {
                decoded.writeBytes(SLASH);
            } else {
                decoded.write(escaped < 0 ? bytes[i] : escaped);
            }
            i += escaped < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** The byte that an escape stands for; -1 when there is none at this place. */
    private static int escaped(byte[] bytes, int at) {
        if (bytes[at] != '%' || at + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean isPlain(char c) {
        return (Character.isLetterOrDigit(c) && c < 0x80) || ALLOWED.indexOf(c) >= 0;
    }
}
