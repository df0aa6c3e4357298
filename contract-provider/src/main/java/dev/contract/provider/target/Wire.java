package dev.contract.provider.target;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Texts as they travel in the head of a message: one character per byte.
 *
 * <p>What can travel is left alone, escapes above all; only what would break the head is percent-encoded.
 */
final class Wire {
    /** What may not stand in a path or query, although it is printable. */
    private static final String BREAKING = "\"<>\\^`{|}";

    /** A percent sign that starts no escape. */
    private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final Pattern BREAKING_LINE = Pattern.compile("[\\r\\n\\f\\u0000]+");

    /** What may stand in a token beside letters and digits. */
    private static final String IN_TOKENS = "!#$%&'*+.^_`|~-";

    private Wire() {}

    /** Whether a text may be a method or the name of a header; anything else could smuggle a second request into the head. */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isInToken(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isInToken(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || IN_TOKENS.indexOf(c) >= 0;
    }

    /** A path without its query. */
    static String path(String path) {
        return encoded(path, "?#");
    }

    static String query(String query) {
        return encoded(query, "#");
    }

    private static String encoded(String text, String delimiters) {
        if (isFine(text, delimiters)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (byte b : BARE_PERCENT.matcher(text).replaceAll("%25").getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isFine(c, delimiters)) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean isFine(String text, String delimiters) {
        for (int i = 0; i < text.length(); i++) {
            if (!isFine(text.charAt(i), delimiters)) {
                return false;
            }
        }
        return text.indexOf('%') < 0 || !BARE_PERCENT.matcher(text).find();
    }

    private static boolean isFine(char c, String delimiters) {
        return c > ' ' && c < 0x7F && BREAKING.indexOf(c) < 0 && delimiters.indexOf(c) < 0;
    }

    /** A header's value to send: as it is when every character is one byte, else its UTF-8 bytes; line ends become spaces. */
    static String header(String value) {
        if (isAscii(value)) {
            return value;
        }
        String line = BREAKING_LINE.matcher(value).replaceAll(" ");
        boolean latin = line.chars().allMatch(c -> c <= 0xFF);
        return latin ? line : new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A header's value as received: UTF-8 if its bytes are, else Latin-1. */
    static String received(String value) {
        if (isAscii(value)) {
            return value;
        }
        try {
            byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    /** Whether all characters are printable ASCII: nothing needs to be looked at closer. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
