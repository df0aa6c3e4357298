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

    /** That two bodies of known types differ; and from where on, if their first bytes do not show it. */
    public static String unequal(ContentType expectedType, byte[] expected, ContentType actualType, byte[] actual) {
        int offset = Arrays.mismatch(expected, actual);
        return "Actual body " + shown(actualType, actual) + " is not equal to the expected body "
                + shown(expectedType, expected)
                + (offset < SHOWN ? "" : ", they differ from offset " + offset + " on");
    }

    /** {@code [image/jpeg, 30922 bytes, starting with ffd8…]}, the first 32 bytes in hexadecimal. */
    public static String shown(ContentType type, byte[] bytes) {
        return "[" + type.base() + ", " + bytes.length + " bytes, starting with " + hexadecimal(bytes, 0) + "]";
    }

    /**
     * The same beside another body; where the first 32 bytes of both are equal, it is those from the first difference on:
     * {@code [image/jpeg, offset 40 of 30922: 10ff…]}.
     */
    public static String shown(ContentType type, byte[] bytes, byte[] other) {
        int offset = Arrays.mismatch(bytes, other);
        return offset < SHOWN
                ? shown(type, bytes)
                : "[" + type.base() + ", offset " + offset + " of " + bytes.length + ": " + hexadecimal(bytes, offset)
                        + "]";
    }

    private static String hexadecimal(byte[] bytes, int from) {
        return HexFormat.of().formatHex(bytes, from, Math.min(bytes.length, from + SHOWN));
    }
}
