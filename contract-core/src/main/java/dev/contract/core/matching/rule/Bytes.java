package dev.contract.core.matching.rule;

import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as the sentences of mismatches show them. */
public final class Bytes {
    private static final int SHOWN = 32;

    private Bytes() {}

    /** That two bodies differ: their detected types, lengths and first bytes. */
    public static String unequal(byte[] expected, byte[] actual) {
        return unequal(ContentTypeDetection.detect(expected), expected, ContentTypeDetection.detect(actual), actual);
    }

    /** That two bodies of known types differ. */
    public static String unequal(ContentType expectedType, byte[] expected, ContentType actualType, byte[] actual) {
        return "Actual body " + shown(actualType, actual) + " is not equal to the expected body "
                + shown(expectedType, expected);
    }

    /** {@code [image/jpeg, 30922 bytes, starting with ffd8…]}, the first 32 bytes in hexadecimal. */
    public static String shown(ContentType type, byte[] bytes) {
        return "[" + type.base() + ", " + bytes.length + " bytes, starting with "
                + HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(SHOWN, bytes.length))) + "]";
    }
}
